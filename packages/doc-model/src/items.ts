import { randomId } from '@mufakat/kernel'
import type * as Y from 'yjs'
import { LOCAL_EDIT, rootName } from './notula-doc'
import { byRank, rankAfter } from './rank'

// Agenda items are flat keys `<id>.rank|minutes|presenter|del` of one root map; the title and the text are root
// types of their own. Reordering changes a rank; text never moves. Removing leaves a tombstone. [N5]

export interface Item {
  readonly id: string
  readonly rank: string
  /** Planned minutes, or null when none are set. */
  readonly minutes: number | null
  readonly presenter: string | null
  readonly removed: boolean
}

type Field = 'rank' | 'minutes' | 'presenter' | 'del'

const itemsMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(rootName.items)

/** Every item of the document with a place, removed ones too, in order. */
export function listAllItems(doc: Y.Doc): Item[] {
  const fields = new Map<string, Partial<Record<string, unknown>>>()
  for (const [key, value] of itemsMap(doc).entries()) {
    const dot = key.lastIndexOf('.')
    if (dot <= 0) continue
    const id = key.slice(0, dot)
    const own = fields.get(id) ?? {}
    own[key.slice(dot + 1)] = value
    fields.set(id, own)
  }
  const items: Item[] = []
  for (const [id, { rank, minutes, presenter, del }] of fields) {
    if (typeof rank !== 'string') continue
    items.push({
      id,
      rank,
      minutes: typeof minutes === 'number' ? minutes : null,
      presenter: typeof presenter === 'string' ? presenter : null,
      removed: del === true,
    })
  }
  return items.sort(byRank)
}

export const listItems = (doc: Y.Doc): Item[] => listAllItems(doc).filter(item => !item.removed)

export const itemTitle = (doc: Y.Doc, id: string): Y.Text => doc.getText(rootName.title(id))
export const itemText = (doc: Y.Doc, id: string): Y.Text => doc.getText(rootName.text(id))

const write = (doc: Y.Doc, change: (set: (id: string, field: Field, value: unknown) => void) => void) =>
  doc.transact(() => {
    const map = itemsMap(doc)
    change((id, field, value) => {
      if (value === null) map.delete(`${id}.${field}`)
      else map.set(`${id}.${field}`, value)
    })
  }, LOCAL_EDIT)

/** Adds an item after `afterId` (null: at the front; left out: at the end) and returns its id. */
export function addItem(
  doc: Y.Doc,
  item: { title?: string; minutes?: number | null; presenter?: string | null; id?: string } = {},
  afterId?: string | null,
): string {
  const id = item.id ?? randomId()
  const list = listAllItems(doc)
  const at = afterId === null ? -1 : list.findIndex(other => other.id === afterId)
  const { rank, others } = rankAfter(list, afterId === null || at >= 0 ? at : list.length - 1)
  write(doc, set => {
    set(id, 'rank', rank)
    for (const other of others) set(other.id, 'rank', other.rank)
    if (item.minutes != null) set(id, 'minutes', item.minutes)
    if (item.presenter != null) set(id, 'presenter', item.presenter)
    if (item.title) itemTitle(doc, id).insert(0, item.title)
  })
  return id
}

/** Moves an item to right after `afterId` (null: to the front). Unknown ids change nothing. */
export function moveItem(doc: Y.Doc, id: string, afterId: string | null): void {
  const all = listAllItems(doc)
  const list = all.filter(item => item.id !== id)
  const at = list.findIndex(item => item.id === afterId)
  if (list.length === all.length || (afterId !== null && at < 0)) return
  const { rank, others } = rankAfter(list, at)
  write(doc, set => {
    set(id, 'rank', rank)
    for (const other of others) set(other.id, 'rank', other.rank)
  })
}

export const removeItem = (doc: Y.Doc, id: string): void => write(doc, set => set(id, 'del', true))
export const restoreItem = (doc: Y.Doc, id: string): void => write(doc, set => set(id, 'del', null))
export const setItemMinutes = (doc: Y.Doc, id: string, minutes: number | null): void =>
  write(doc, set => set(id, 'minutes', minutes))
export const setItemPresenter = (doc: Y.Doc, id: string, presenter: string | null): void =>
  write(doc, set => set(id, 'presenter', presenter))

/** Calls back after every change of the list of items (not of titles or texts). Returns the way to stop. */
export function subscribeItems(doc: Y.Doc, callback: () => void): () => void {
  const map = itemsMap(doc)
  map.observe(callback)
  return () => map.unobserve(callback)
}
