import type * as Y from 'yjs'
import { type ContentItem, type ContentLine, type NotulaContent, readNotula } from '../content'
import {
  addItem,
  itemText,
  itemTitle,
  listAllItems,
  listItems,
  moveItem,
  removeItem,
  restoreItem,
  setItemMinutes,
  setItemPresenter,
} from '../items'
import { layOut } from '../line/layout'
import { readSegments } from '../line/segment'
import { LOCAL_EDIT } from '../notula-doc'
import {
  addColumn,
  addRow,
  cellText,
  deleteColumn,
  deleteRow,
  moveColumn,
  moveRow,
  tableGrid,
} from '../tables'
import { movedIds } from './compare'
import { rewriteLines } from './rewrite-lines'
import { diffRuns, wordsOf } from './runs'

// Brings back what a notula was, as edits on top of what it is. [N20]
// 1. Only what differs is written: word by word, key by key. What others write at the same time stays.
// 2. Removed lines and items come back with their ids; nothing that is removed is deleted for good.
// 3. A line that stands in another item now is not brought back twice: it stays there.

export type BringBackScope =
  | { readonly what: 'notula' }
  | { readonly what: 'item'; readonly itemId: string }
  | { readonly what: 'line'; readonly lineId: string }

/** @returns false when the reading has no such item or line */
export function bringBack(doc: Y.Doc, was: NotulaContent, scope: BringBackScope): boolean {
  if (scope.what === 'notula') bringNotulaBack(doc, was)
  else if (scope.what === 'item') {
    const at = was.items.findIndex(item => item.id === scope.itemId)
    const item = was.items[at]
    if (!item) return false
    const elsewhere = standingElsewhere(doc, item.id)
    placeItem(doc, was, at)
    bringItemBack(doc, { ...item, lines: item.lines.filter(line => !elsewhere.has(line.id)) })
  } else {
    const at = was.items.findIndex(item => item.lines.some(line => line.id === scope.lineId))
    const item = was.items[at]
    if (!item) return false
    bringLineBack(doc, was, at, scope.lineId)
  }
  return true
}

function bringNotulaBack(doc: Y.Doc, was: NotulaContent): void {
  const wanted = new Set(was.items.map(item => item.id))
  for (const item of listItems(doc)) if (!wanted.has(item.id)) removeItem(doc, item.id)
  giveUpMoved(doc, was)
  was.items.forEach((item, at) => {
    placeItem(doc, was, at)
    bringItemBack(doc, item)
  })
  const moved = movedIds(listItems(doc), was.items)
  was.items.forEach((item, at) => {
    if (moved.has(item.id)) moveItem(doc, item.id, was.items[at - 1]?.id ?? null)
  })
}

/** Lines that belong into another item go first where they stand, so that their ids are free there. */
function giveUpMoved(doc: Y.Doc, was: NotulaContent): void {
  const home = new Map(was.items.flatMap(item => item.lines.map(line => [line.id, item.id] as const)))
  for (const item of readNotula(doc).items) {
    const stay = item.lines.filter(line => (home.get(line.id) ?? item.id) === item.id)
    if (stay.length < item.lines.length) rewriteLines(itemText(doc, item.id), stay)
  }
}

/** The item is there and not removed; where it was not, behind the one that stood before it. */
function placeItem(doc: Y.Doc, was: NotulaContent, at: number): void {
  const { id } = was.items[at] as ContentItem
  const known = listAllItems(doc).find(item => item.id === id)
  if (known?.removed) restoreItem(doc, id)
  if (known) return
  const standing = new Set(listItems(doc).map(item => item.id))
  const before = was.items.slice(0, at).findLast(item => standing.has(item.id))
  addItem(doc, { id }, before?.id ?? null)
}

function bringItemBack(doc: Y.Doc, item: ContentItem): void {
  const now = listAllItems(doc).find(other => other.id === item.id)
  if (now && now.minutes !== item.minutes) setItemMinutes(doc, item.id, item.minutes)
  if (now && now.presenter !== item.presenter) setItemPresenter(doc, item.id, item.presenter)
  bringTitleBack(doc, itemTitle(doc, item.id), item.title)
  bringLinesBack(doc, itemText(doc, item.id), item.lines)
}

function bringTitleBack(doc: Y.Doc, title: Y.Text, was: string): void {
  const runs = diffRuns(wordsOf(title.toString()), wordsOf(was))
  doc.transact(() => {
    let at = 0
    for (const { change, parts } of runs) {
      const words = parts.join('')
      if (change === 'removed') title.delete(at, words.length)
      else if (change === 'added') title.insert(at, words)
      if (change !== 'removed') at += words.length
    }
  }, LOCAL_EDIT)
}

function bringLineBack(doc: Y.Doc, was: NotulaContent, at: number, lineId: string): void {
  const item = was.items[at] as ContentItem
  const wanted = item.lines.find(line => line.id === lineId) as ContentLine
  const now = readNotula(doc).items
  const host = now.find(other => other.lines.some(line => line.id === lineId))
  if (!host) placeItem(doc, was, at)
  const home = host?.id ?? item.id
  const lines = [...(readNotula(doc).items.find(other => other.id === home)?.lines ?? [])]
  const place = lines.findIndex(line => line.id === lineId)
  if (place >= 0) lines[place] = wanted
  else {
    const before = item.lines.slice(0, item.lines.indexOf(wanted)).map(line => line.id)
    lines.splice(lines.findLastIndex(line => before.includes(line.id)) + 1, 0, wanted)
  }
  bringLinesBack(doc, itemText(doc, home), lines, lineId)
}

function standingElsewhere(doc: Y.Doc, itemId: string): Set<string> {
  const others = readNotula(doc).items.filter(item => item.id !== itemId)
  return new Set(others.flatMap(item => item.lines.map(line => line.id)))
}

/** `only`: the one line whose table is brought back too; else those of all. */
function bringLinesBack(doc: Y.Doc, text: Y.Text, lines: readonly ContentLine[], only?: string): void {
  partJoined(doc, text, new Set(lines.map(line => line.id)))
  const ids = rewriteLines(text, lines)
  lines.forEach((line, i) => {
    const id = ids[i]
    if (line.table && id !== undefined && (only === undefined || line.id === only))
      bringTableBack(doc, id, line.table)
  })
}

/** A line that was joined to another since stands for itself again, with its own id and words. [N7] */
function partJoined(doc: Y.Doc, text: Y.Text, wanted: ReadonlySet<string>): void {
  for (;;) {
    const segments = readSegments(text)
    const { host } = layOut(segments)
    const joined = segments.find(
      segment => host.has(segment) && segment.id !== null && wanted.has(segment.id),
    )
    if (!joined?.marker) return
    const name = joined.marker.get('into')
    const place = host.get(joined)
    let at = (place?.start ?? 0) + (place?.marker ? 1 : 0)
    const piece = place?.pieces.find(candidate => {
      if (candidate.type === 'join' && candidate.name === name) return true
      at += candidate.length
      return false
    })
    doc.transact(() => {
      joined.marker?.delete('into')
      if (piece) text.delete(at, 1)
    }, LOCAL_EDIT)
  }
}

const AXES = [
  { of: 'rows', add: addRow, move: moveRow, remove: deleteRow },
  { of: 'columns', add: addColumn, move: moveColumn, remove: deleteColumn },
] as const

function bringTableBack(doc: Y.Doc, table: string, was: NonNullable<ContentLine['table']>): void {
  for (const { of, add, move, remove } of AXES) {
    const wanted = of === 'rows' ? was.rows : was.columns.map(id => ({ id }))
    const standing = tableGrid(doc, table)[of]
    for (const { id } of standing) if (!wanted.some(other => other.id === id)) remove(doc, table, id)
    wanted.forEach(({ id }, at) => {
      if (!standing.some(other => other.id === id)) add(doc, table, wanted[at - 1]?.id ?? null, id)
    })
    const moved = movedIds(tableGrid(doc, table)[of], wanted)
    wanted.forEach(({ id }, at) => {
      if (moved.has(id)) move(doc, table, id, wanted[at - 1]?.id ?? null)
    })
  }
  for (const row of was.rows)
    row.cells.forEach((lines, at) => {
      const column = was.columns[at]
      if (column !== undefined) bringLinesBack(doc, cellText(doc, table, row.id, column), lines)
    })
}
