import {
  createNotulaDoc,
  itemTitle,
  listAllItems,
  type WrittenPassage,
  writtenText,
} from '@mufakat/doc-model'
import type { Words } from '@mufakat/i18n'
import type { Shelved } from '@mufakat/live'
import type * as Y from 'yjs'

/** What somebody wrote, with the titles of the items it stood in as far as the document knows them. */
export interface ReadablePassage extends WrittenPassage {
  readonly title: string | null
}

export function readable(shelved: Shelved, doc: Y.Doc | null): ReadablePassage[] {
  const known = doc ?? createNotulaDoc()
  const ids = new Set(listAllItems(known).map(item => item.id))
  return writtenText(known, shelved.updates).map(passage => ({
    ...passage,
    title:
      passage.itemId !== null && ids.has(passage.itemId)
        ? itemTitle(known, passage.itemId).toString() || null
        : null,
  }))
}

export const plainText = (passages: readonly ReadablePassage[]): string =>
  passages.map(({ title, text }) => (title === null ? text : `${title}\n${text}`)).join('\n\n')

export const shelvedAt = (shelved: Shelved, words: Words): string =>
  shelved.aside === null
    ? words.t('unsent.written-at', { time: words.dateTime(new Date(shelved.writtenAt)) })
    : words.t('unsent.at', { time: words.dateTime(new Date(shelved.aside.at)) })

export const reasonOf = (shelved: Shelved, words: Words): string =>
  shelved.aside === null
    ? words.t('unsent.waiting')
    : words.lookup(`unsent.reason.${shelved.aside.code}`, words.t('unsent.reason.other'))

/** Hands a text over as a file of this name. */
export function downloadText(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.txt`
  link.click()
  // The browser has taken hold of it by the next task.
  setTimeout(() => URL.revokeObjectURL(url))
}
