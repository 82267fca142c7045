import type { editorId } from './editor.id'

export const editorEn: Record<keyof typeof editorId, string> = {
  'editor.loading': 'Opening the text…',
  'editor.save.saving': 'Saving…',
  'editor.save.saved': 'Saved',
  'editor.save.saved-at': 'Saved {time}',
  'editor.save.offline': 'Offline – saved on this device',
  'editor.save.offline-unsent': 'Offline – {n} {n|change|changes} saved on this device',
  'editor.save.offline-help':
    'Keep writing. Changes are sent as soon as the connection is back; do not clear browser data.',
  'editor.save.failed': 'Not saved',
  'editor.save.failed-help': 'Copy the text that is not saved, then reload this page.',
  'editor.save.read-only': 'Read only',
  'editor.leave-guard': 'Some of your text is not saved on the server yet.',
  'editor.present': '{n} {n|person|people} in this text',
  'editor.present.self': '{name} (you)',
  'editor.follow': 'Follow the minute-taker',
  'editor.follow.stop': 'Stop following',
  'editor.copy-unsaved': 'Copy text',
  'editor.reload': 'Reload',
}
