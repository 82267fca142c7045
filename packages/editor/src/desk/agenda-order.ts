import {
  addItem,
  type Item,
  itemTitle,
  listItems,
  moveItem,
  removeItem,
  restoreItem,
} from '@mufakat/doc-model'
import type { Desk } from './desk'

function titleOf(desk: Desk, id: string): string {
  return itemTitle(desk.doc, id).toString().trim() || desk.words.t('notula.item.untitled')
}

/** Moves an item so that it becomes number `place` (from 0), and says so. False when it stands there already. */
export function moveItemTo(desk: Desk, id: string, place: number): boolean {
  const items = listItems(desk.doc)
  const from = items.findIndex(item => item.id === id)
  const to = Math.max(0, Math.min(items.length - 1, place))
  if (from < 0 || from === to) return false
  const rest = items.filter(item => item.id !== id)
  moveItem(desk.doc, id, rest[to - 1]?.id ?? null)
  desk.spoken.set(
    desk.words.t('editor.item.moved', { title: titleOf(desk, id), n: to + 1, total: items.length }),
  )
  return true
}

export function moveItemBy(desk: Desk, id: string, by: 1 | -1): boolean {
  const from = listItems(desk.doc).findIndex(item => item.id === id)
  return from >= 0 && moveItemTo(desk, id, from + by)
}

/** Takes an item off the agenda; "Urungkan" puts it back where it was, with all that others wrote in it since. */
export function takeOff(desk: Desk, id: string): void {
  const title = titleOf(desk, id)
  removeItem(desk.doc, id)
  desk.toast.set({
    text: desk.words.t('editor.item.removed', { title }),
    undo: () => restoreItem(desk.doc, id),
  })
}

export function addBelow(desk: Desk, after: string | undefined): string {
  return addItem(desk.doc, {}, after)
}

/** Sum of the planned minutes of all items. */
export function plannedSum(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + (item.minutes ?? 0), 0)
}
