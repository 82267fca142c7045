import * as Y from 'yjs'
import { VIRTUAL_ID } from '../content'
import { itemText, listItems } from '../items'
import { isTableSegment, type Line, layOut } from '../line/layout'
import { isShown, readSegments } from '../line/segment'
import { embedText } from '../line/spans'
import { rootName } from '../notula-doc'
import { cellText, tableGrid } from '../tables'

// What stands beside the text (a comment, a suggested wording) and the words it is about. [N23]
// 1. An anchor names units of the text, not offsets: it stays with its words wherever they go.
// 2. Nothing here writes. Where no unit of an anchor is left, its line still tells where it was; where that is gone
//    too, it has no place.

/** A unit of a text as Yjs names it. */
export interface UnitName {
  readonly client: number
  readonly clock: number
}

export interface Anchor {
  /** Name of the root text: of an item or a cell. */
  readonly root: string
  readonly line: string
  /** The first and the last unit that it is about, both included; null: the line as a whole. */
  readonly units: { readonly from: UnitName; readonly to: UnitName } | null
}

/** A stretch of a line in shown units (a letter's UTF-16 units; a mention is one), as it stands now. */
export interface Place {
  readonly root: string
  readonly itemId: string
  readonly lineId: string
  readonly from: number
  readonly to: number
  /** The words there; empty where nothing of them is left. */
  readonly text: string
}

/** What somebody has before their eyes when they point at something. */
export interface Pointed {
  readonly root: string
  readonly lineId: string
  readonly from: number
  readonly to: number
  /** The words they saw there: what counts when offsets and text no longer agree. Empty: the line as a whole. */
  readonly quote: string
}

interface Unit extends UnitName {
  /** A UTF-16 unit, or what an embed says. */
  readonly text: string
}

interface ShownText {
  readonly root: string
  readonly itemId: string
  readonly text: Y.Text
  readonly lines: readonly Line[]
}

const idOf = (line: Line): string => line.root.id ?? VIRTUAL_ID

const wordsOf = (units: readonly Unit[]): string => units.map(unit => unit.text).join('')

function unitsOf(line: Line): Unit[] {
  const units: Unit[] = []
  for (const piece of line.parts.flatMap(part => part.pieces)) {
    if (!isShown(piece)) continue
    const { client, clock } = piece
    if (piece.type === 'embed') units.push({ client, clock, text: embedText(piece.value) })
    else
      for (let i = 0; i < piece.length; i++)
        units.push({ client, clock: clock + i, text: piece.text[i] ?? '' })
  }
  return units
}

/** Every text that a reader sees: of the items, and of the cells of tables in them. */
function* shownTexts(doc: Y.Doc): Generator<ShownText> {
  for (const { id: itemId } of listItems(doc)) {
    const text = itemText(doc, itemId)
    const { lines } = layOut(readSegments(text))
    yield { root: rootName.text(itemId), itemId, text, lines }
    for (const { root } of lines) {
      if (root.id === null || !isTableSegment(root)) continue
      const { rows, columns } = tableGrid(doc, root.id)
      for (const row of rows)
        for (const column of columns) {
          const cell = cellText(doc, root.id, row.id, column.id)
          const name = rootName.cell(root.id, row.id, column.id)
          yield { root: name, itemId, text: cell, lines: layOut(readSegments(cell)).lines }
        }
    }
  }
}

/** Where in a line the quote stands, nearest to where it was pointed at; null when it does not. */
function findQuote(
  units: readonly Unit[],
  { from, to, quote }: Pointed,
): { from: number; to: number } | null {
  if (wordsOf(units.slice(from, to)) === quote) return { from, to }
  const starts = new Map<number, number>()
  let length = 0
  units.forEach((unit, at) => {
    if (unit.text !== '') starts.set(length, at)
    length += unit.text.length
  })
  starts.set(length, units.length)
  const words = wordsOf(units)
  const found: { from: number; to: number }[] = []
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    const first = starts.get(at)
    const end = starts.get(at + quote.length)
    if (first !== undefined && end !== undefined) found.push({ from: first, to: end })
  }
  found.sort((a, b) => Math.abs(a.from - from) - Math.abs(b.from - from))
  return found[0] ?? null
}

/** @returns null when the line is not there, or does not hold the words (any more) */
export function anchorAt(doc: Y.Doc, pointed: Pointed): Anchor | null {
  for (const { root, lines } of shownTexts(doc)) {
    if (root !== pointed.root) continue
    const line = lines.find(one => idOf(one) === pointed.lineId)
    if (line === undefined) return null
    const anchor = { root, line: pointed.lineId }
    if (pointed.quote === '') return { ...anchor, units: null }
    const units = unitsOf(line)
    const found = findQuote(units, pointed)
    const [first, last] = [units[found?.from ?? -1], units[(found?.to ?? 0) - 1]]
    if (first === undefined || last === undefined) return null
    return { ...anchor, units: { from: nameOf(first), to: nameOf(last) } }
  }
  return null
}

const nameOf = ({ client, clock }: UnitName): UnitName => ({ client, clock })
const keyOf = ({ client, clock }: UnitName): string => `${client}:${clock}`

/** Tells where anchors stand in the document as it is now; `null` for one whose line is out of sight or gone. */
export function readPlaces(doc: Y.Doc, anchors: readonly Anchor[]): (Place | null)[] {
  if (anchors.length === 0) return []
  const texts = [...shownTexts(doc)]
  return anchors.map(anchor => placeOfUnits(doc, texts, anchor) ?? placeOfLine(texts, anchor))
}

function placeOfUnits(doc: Y.Doc, texts: readonly ShownText[], anchor: Anchor): Place | null {
  if (anchor.units === null) return null
  const { text, alive } = unitsBetween(doc, anchor.units)
  const shown = texts.find(one => one.text === text)
  if (shown === undefined || alive.size === 0) return null
  for (const line of shown.lines) {
    const units = unitsOf(line)
    const from = units.findIndex(unit => alive.has(keyOf(unit)))
    if (from < 0) continue
    let to = from
    units.forEach((unit, at) => {
      if (alive.has(keyOf(unit))) to = at + 1
    })
    const { root, itemId } = shown
    return { root, itemId, lineId: idOf(line), from, to, text: wordsOf(units.slice(from, to)) }
  }
  return null
}

/** What is left of the units from one to another, with what was put between them, and the text they stand in. */
function unitsBetween(
  doc: Y.Doc,
  { from, to }: { from: UnitName; to: UnitName },
): { text: unknown; alive: ReadonlySet<string> } {
  const alive = new Set<string>()
  let item: Y.Item | null = itemAt(doc, from)
  const text: unknown = item?.parent
  let clock = from.clock
  while (item !== null) {
    const isLast =
      item.id.client === to.client && item.id.clock <= to.clock && to.clock < item.id.clock + item.length
    const end = isLast ? to.clock + 1 : item.id.clock + item.length
    if (!item.deleted && item.countable)
      for (let at = Math.max(clock, item.id.clock); at < end; at++)
        alive.add(keyOf({ client: item.id.client, clock: at }))
    if (isLast) return { text, alive }
    item = item.right
    clock = 0
  }
  // The last unit does not come after the first: no anchor of ours.
  return { text, alive: new Set() }
}

function itemAt(doc: Y.Doc, { client, clock }: UnitName): Y.Item | null {
  if (clock >= Y.getState(doc.store, client)) return null
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  return item instanceof Y.Item ? item : null
}

function placeOfLine(texts: readonly ShownText[], anchor: Anchor): Place | null {
  const inText = (one: ShownText) => one.lines.some(line => idOf(line) === anchor.line)
  // A line keeps its id when it goes to another item; the lines of cells are told apart by their cell alone.
  const isCell = anchor.root.startsWith('k:')
  const shown =
    texts.find(one => one.root === anchor.root && inText(one)) ??
    (isCell ? undefined : texts.find(one => !one.root.startsWith('k:') && inText(one)))
  if (shown === undefined) return null
  return { root: shown.root, itemId: shown.itemId, lineId: anchor.line, from: 0, to: 0, text: '' }
}
