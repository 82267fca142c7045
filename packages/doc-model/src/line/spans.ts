import { isJsonObject, type Json, type JsonObject, sameJson } from '../json'
import type { Line } from './layout'
import { isShown } from './segment'

/** Text with one set of marks, or an embed. `marks` is left out when there are none. */
export type Span =
  | { readonly text: string; readonly marks?: JsonObject }
  | { readonly embed: Json; readonly marks?: JsonObject }

/** The content of a line as it is read, neighbours with the same marks as one span. */
export function spansOf(line: Line): Span[] {
  const spans: Span[] = []
  for (const part of line.parts)
    for (const piece of part.pieces) {
      if (!isShown(piece)) continue
      const marks = piece.attrs ? { marks: piece.attrs } : {}
      if (piece.type === 'embed') {
        spans.push({ embed: piece.value, ...marks })
        continue
      }
      const last = spans.at(-1)
      if (last && 'text' in last && sameJson(last.marks, marks.marks))
        spans[spans.length - 1] = { text: last.text + piece.text, ...marks }
      else spans.push({ text: piece.text, ...marks })
    }
  return spans
}

const labelOf = (named: Json | undefined): string | null =>
  isJsonObject(named) && typeof named.label === 'string' ? named.label : null

/** An embed as words: `@label` for a mention, the name of an indicator, nothing for what this build does not know. */
export function embedText(embed: Json): string {
  if (!isJsonObject(embed)) return ''
  const mention = labelOf(embed.mention)
  return mention === null ? (labelOf(embed.indicator) ?? '') : `@${mention}`
}

export const spansText = (spans: readonly Span[]): string =>
  spans.map(span => ('text' in span ? span.text : embedText(span.embed))).join('')
