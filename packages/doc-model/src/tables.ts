import { randomId } from '@mufakat/kernel'
import type * as Y from 'yjs'
import { LOCAL_EDIT, rootName } from './notula-doc'
import { byRank, type Ranked, rankAfter } from './rank'

// A table is a line of kind `tabel` and, under the line's id, a root map with a rank per row (`r:<id>`) and per
// column (`c:<id>`). A cell is a root text by row and column, so no two people ever make the same cell twice and
// a table is never ragged. Deleting a row deletes its rank; the words of its cells stay recoverable. [N12]

export interface TableGrid {
  readonly rows: readonly Ranked[]
  readonly columns: readonly Ranked[]
}
type Axis = 'r' | 'c'

const tableMap = (doc: Y.Doc, table: string): Y.Map<unknown> => doc.getMap(rootName.table(table))

const ranked = (map: Y.Map<unknown>, axis: Axis): Ranked[] => {
  const list: Ranked[] = []
  for (const [key, rank] of map.entries())
    if (key.startsWith(`${axis}:`) && typeof rank === 'string') list.push({ id: key.slice(2), rank })
  return list.sort(byRank)
}

export function tableGrid(doc: Y.Doc, table: string): TableGrid {
  const map = tableMap(doc, table)
  return { rows: ranked(map, 'r'), columns: ranked(map, 'c') }
}

export const cellText = (doc: Y.Doc, table: string, row: string, column: string): Y.Text =>
  doc.getText(rootName.cell(table, row, column))

/** Puts `id` after `afterId` (null: first; left out: last) on one axis. */
function place(doc: Y.Doc, table: string, axis: Axis, id: string, afterId: string | null | undefined): void {
  const map = tableMap(doc, table)
  const list = ranked(map, axis).filter(other => other.id !== id)
  const found = list.findIndex(other => other.id === afterId)
  const at = afterId === null ? -1 : found >= 0 ? found : list.length - 1
  const { rank, others } = rankAfter(list, at)
  doc.transact(() => {
    map.set(`${axis}:${id}`, rank)
    for (const other of others) map.set(`${axis}:${other.id}`, other.rank)
  }, LOCAL_EDIT)
}

const add =
  (axis: Axis) =>
  (doc: Y.Doc, table: string, afterId?: string | null, id = randomId()) => {
    place(doc, table, axis, id, afterId)
    return id
  }
const move = (axis: Axis) => (doc: Y.Doc, table: string, id: string, afterId: string | null) => {
  if (tableMap(doc, table).has(`${axis}:${id}`)) place(doc, table, axis, id, afterId)
}
const remove = (axis: Axis) => (doc: Y.Doc, table: string, id: string) =>
  doc.transact(() => tableMap(doc, table).delete(`${axis}:${id}`), LOCAL_EDIT)

/** Adds a row after `afterId` (null: first; left out: last) and returns its id. */
export const addRow = add('r')
export const addColumn = add('c')
export const moveRow = move('r')
export const moveColumn = move('c')
export const deleteRow = remove('r')
export const deleteColumn = remove('c')

/** Gives a table its first rows and columns; one that has any keeps what it has. */
export function fillTable(doc: Y.Doc, table: string, rows: number, columns: number): void {
  const grid = tableGrid(doc, table)
  if (grid.rows.length || grid.columns.length) return
  doc.transact(() => {
    for (let i = 0; i < rows; i++) addRow(doc, table)
    for (let i = 0; i < columns; i++) addColumn(doc, table)
  }, LOCAL_EDIT)
}

/** Calls back after a change of rows or columns. Returns the way to stop. */
export function subscribeTable(doc: Y.Doc, table: string, callback: () => void): () => void {
  const map = tableMap(doc, table)
  map.observe(callback)
  return () => map.unobserve(callback)
}
