import type * as Y from 'yjs'
import { type ContentLine, readLines } from '../content'
import { rewriteLines } from '../history/rewrite-lines'
import { itemText, listItems } from '../items'
import type { LineAttr } from '../kinds'
import type { Span } from '../line/spans'
import { rootName } from '../notula-doc'
import type { Place } from './anchor'

/**
 * Puts other words in a place, as somebody would who types only the difference: words that stay keep their names, and
 * so what else is anchored at them. [N23]
 * @returns false when the words of the place are not there
 */
export function reword(doc: Y.Doc, place: Place, words: string): boolean {
  const text = doc.getText(place.root)
  const lines = readLines(doc, text)
  const at = lines.findIndex(line => line.id === place.lineId)
  const line = lines[at]
  if (line === undefined || place.to <= place.from) return false
  rewriteLines(text, lines.with(at, reworded(line, place, oneLine(words))))
  return true
}

const oneLine = (words: string): string => words.replace(/\s*\n\s*/g, ' ')

const lengthOf = (span: Span): number => ('text' in span ? span.text.length : 1)

/** The new words stand in the formats of the first that they replace. */
function reworded(line: ContentLine, { from, to }: Place, words: string): ContentLine {
  const spans: Span[] = []
  let start = 0
  let isIn = words === ''
  for (const span of line.spans) {
    const end = start + lengthOf(span)
    const put = (a: number, b: number) => {
      if (b <= a) return
      spans.push('text' in span ? { ...span, text: span.text.slice(a - start, b - start) } : span)
    }
    put(start, Math.min(end, from))
    if (!isIn && end > from) {
      spans.push({ text: words, ...(span.marks ? { marks: span.marks } : {}) })
      isIn = true
    }
    put(Math.max(start, to), end)
    start = end
  }
  return { ...line, spans: spans.filter(span => lengthOf(span) > 0) }
}

/** What a line of an item says and holds instead; what is left out stays. */
export interface LineChange {
  readonly text?: string
  /** Null takes a fact away. */
  readonly attrs?: Readonly<Partial<Record<LineAttr, string | null>>>
}

/**
 * Changes the words and facts of one line of an item, again by what differs alone. [N23]
 * @returns false when no item holds the line
 */
export function changeLine(doc: Y.Doc, lineId: string, change: LineChange): boolean {
  for (const { id } of listItems(doc)) {
    const text = itemText(doc, id)
    const lines = readLines(doc, text)
    const at = lines.findIndex(line => line.id === lineId)
    const line = lines[at]
    if (line === undefined) continue
    const to = line.spans.reduce((sum, span) => sum + lengthOf(span), 0)
    const place = { root: rootName.text(id), itemId: id, lineId, from: 0, to, text: '' }
    const said = change.text === undefined ? line : reworded(line, place, oneLine(change.text))
    rewriteLines(text, lines.with(at, { ...said, attrs: { ...line.attrs, ...change.attrs } }))
    return true
  }
  return false
}
