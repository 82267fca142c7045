import * as Y from 'yjs'
import type { Json, JsonObject } from '../json'

/** The formats in force at a place of the text; null when there are none. */
export type Attrs = JsonObject | null

interface At {
  /** Yjs' name of the first unit: stable whatever is inserted or deleted around it. */
  readonly client: number
  readonly clock: number
  readonly length: number
}
export type Piece =
  | (At & { readonly type: 'text'; readonly text: string; readonly attrs: Attrs })
  | (At & { readonly type: 'embed'; readonly value: Json; readonly attrs: Attrs })
  | (At & { readonly type: 'guard' })
  | (At & { readonly type: 'slot' | 'join'; readonly name: string })

/** Pieces a reader sees. Guards, slots and joins give place and are never shown. */
export type ShownPiece = Extract<Piece, { type: 'text' | 'embed' }>
export const isShown = (piece: Piece): piece is ShownPiece => piece.type === 'text' || piece.type === 'embed'

/** A stretch of the text from one marker to the next; the first of a text has no marker. */
export interface Segment {
  readonly marker: Y.Map<unknown> | null
  /** The id it goes by: its marker's, or a derived one when an earlier marker has the same. [N8] */
  id: string | null
  /** Index of its first unit (the marker) in the Y.Text. */
  start: number
  /** Units with the marker. */
  length: number
  /** Units a reader sees. */
  shown: number
  /** A new array whenever the content is read again; never changed in place. */
  pieces: readonly Piece[]
  /** Counts up when the content or an attribute of the marker changes. */
  revision: number
  entry: Attrs
  exit: Attrs
}

export const isMarker = (value: unknown): value is Y.Map<unknown> =>
  value instanceof Y.Map && typeof value.get('id') === 'string'

export const markerOf = (item: Y.Item): Y.Map<unknown> | null =>
  !item.deleted && item.content instanceof Y.ContentType && isMarker(item.content.type)
    ? item.content.type
    : null

function withFormat(attrs: Attrs, key: string, value: Json): Attrs {
  const next: Record<string, Json> = { ...attrs }
  if (value === null) delete next[key]
  else next[key] = value
  return Object.keys(next).length ? next : null
}

function embedPiece(value: unknown, attrs: Attrs, at: At): Piece {
  if (typeof value === 'object' && value !== null) {
    const { slot, join } = value as { slot?: unknown; join?: unknown }
    if (typeof slot === 'string') return { ...at, type: 'slot', name: slot }
    if (typeof join === 'string') return { ...at, type: 'join', name: join }
  }
  return { ...at, type: 'embed', value: value as Json, attrs }
}

function* textPieces(text: string, attrs: Attrs, client: number, clock: number): Generator<Piece> {
  let from = 0
  while (from < text.length) {
    const guard = text.indexOf('\n', from)
    const end = guard < 0 ? text.length : guard
    if (end > from)
      yield {
        type: 'text',
        text: text.slice(from, end),
        attrs,
        client,
        clock: clock + from,
        length: end - from,
      }
    if (guard >= 0) yield { type: 'guard', client, clock: clock + guard, length: 1 }
    from = end + 1
  }
}

/** Reads from `item` up to the next marker. Walks Yjs' own list: `event.delta` would write while it reads. [N3] */
function readStretch(item: Y.Item | null, entry: Attrs) {
  const pieces: Piece[] = []
  let attrs = entry
  let next = item
  for (; next !== null && !markerOf(next); next = next.right) {
    if (next.deleted) continue
    const { content, id } = next
    const at = { client: id.client, clock: id.clock, length: 1 }
    if (content instanceof Y.ContentString)
      for (const piece of textPieces(content.str, attrs, id.client, id.clock)) pieces.push(piece)
    else if (content instanceof Y.ContentEmbed) pieces.push(embedPiece(content.embed, attrs, at))
    else if (content instanceof Y.ContentFormat)
      attrs = withFormat(attrs, content.key, content.value as unknown as Json)
    else if (content instanceof Y.ContentType)
      pieces.push({ ...at, type: 'embed', value: (content.type.toJSON() ?? null) as Json, attrs })
    else if (next.countable)
      for (let i = 0; i < next.length; i++)
        pieces.push({ ...at, clock: id.clock + i, type: 'embed', value: { unreadable: true }, attrs })
  }
  return { pieces, exit: attrs, next }
}

function measure(segment: Segment): void {
  let length = segment.marker ? 1 : 0
  let shown = 0
  for (const piece of segment.pieces) {
    length += piece.length
    if (isShown(piece)) shown += piece.length
  }
  segment.length = length
  segment.shown = shown
}

/**
 * Reads the segment's content again from Y. Says whether the formats at its end have changed, and which item
 * comes after it: the next marker's, or null at the end of the text.
 */
export function rereadSegment(segment: Segment, text: Y.Text): { spills: boolean; next: Y.Item | null } {
  const first = segment.marker ? (segment.marker._item?.right ?? null) : text._start
  const { pieces, exit, next } = readStretch(first, segment.entry)
  const spills = !sameAttrs(exit, segment.exit)
  segment.pieces = pieces
  segment.exit = exit
  segment.revision++
  measure(segment)
  return { spills, next }
}

export const sameAttrs = (a: Attrs, b: Attrs): boolean =>
  a === b || (a !== null && b !== null && JSON.stringify(a) === JSON.stringify(b))

/** A segment for a marker that has just come; its content is still to be read. */
export const newSegment = (marker: Y.Map<unknown>, entry: Attrs): Segment => ({
  marker,
  id: null,
  start: 0,
  length: 0,
  shown: 0,
  pieces: [],
  revision: 0,
  entry,
  exit: null,
})

/** All segments of a text, in the order they stand in Y. The first is the stretch before any marker. */
export function readSegments(text: Y.Text): Segment[] {
  const segments: Segment[] = []
  let marker: Y.Map<unknown> | null = null
  let item: Y.Item | null = text._start
  let entry: Attrs = null
  for (;;) {
    const { pieces, exit, next } = readStretch(item, entry)
    const segment: Segment = {
      marker,
      id: null,
      start: 0,
      length: 0,
      shown: 0,
      pieces,
      revision: 0,
      entry,
      exit,
    }
    measure(segment)
    segments.push(segment)
    entry = exit
    if (next === null) break
    marker = markerOf(next)
    item = next.right
  }
  indexSegments(segments)
  return segments
}

export function indexSegments(segments: readonly Segment[]): void {
  let start = 0
  for (const segment of segments) {
    segment.start = start
    start += segment.length
  }
}
