import type { Words } from '@mufakat/i18n'
import type { SaveState } from '@mufakat/live'

/** What the status line says, and what to do about it when something must be done. */
export interface SaveWords {
  text: string
  help: string | null
  tone: 'calm' | 'busy' | 'warn' | 'bad'
}

export function saveWords(save: SaveState, words: Words): SaveWords {
  switch (save.kind) {
    case 'saved':
      return {
        text:
          save.at === null
            ? words.t('editor.save.saved')
            : words.t('editor.save.saved-at', { time: words.clock(new Date(save.at)) }),
        help: null,
        tone: 'calm',
      }
    case 'saving':
      return { text: words.t('editor.save.saving'), help: null, tone: 'busy' }
    case 'offline':
      return {
        text: words.t(`editor.save.offline.${save.keptIn}`),
        help: words.t(`editor.save.offline.${save.keptIn}-help`),
        tone: save.keptIn === 'page' ? 'bad' : 'warn',
      }
    case 'signed-out':
      return {
        text: words.t('editor.save.signed-out'),
        help: words.t(save.asOther ? 'editor.save.signed-out.other' : 'editor.save.signed-out.help'),
        tone: 'bad',
      }
    case 'failed':
      if (save.code === 'conflict')
        return {
          text: words.t('editor.save.replaced'),
          help: words.t('editor.save.replaced-help'),
          tone: 'bad',
        }
      return {
        text: words.t('editor.save.failed'),
        help: `${words.lookup(`error.${save.code}`, '')} ${words.t('editor.save.failed-help')}`.trim(),
        tone: 'bad',
      }
    case 'read-only':
      return { text: words.t('editor.save.read-only'), help: null, tone: 'calm' }
  }
}

/** True while this person has work that the server has not acknowledged: only then may leaving be held up. */
export function hasUnsaved(save: SaveState): boolean {
  if (save.kind === 'saving') return true
  return 'unsent' in save && save.unsent > 0
}
