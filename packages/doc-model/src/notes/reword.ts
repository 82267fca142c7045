import type * as Y from 'yjs'
import { type ContentLine, readLines } from '../content'
import { rewriteLines } from '../history/rewrite-lines'
import type { Span } from '../line/spans'
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
  rewriteLines(text, lines.with(at, reworded(line, place, words.replace(/\s*\n\s*/g, ' '))))
  return true
}

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
