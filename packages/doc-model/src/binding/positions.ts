import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import type { LineStore } from '../line/line-store'
import { isShown, type Segment } from '../line/segment'
import type { ShownLine } from './shown-line'

/** A place in a line as it was drawn: a segment, an offset in it, and the names of the units to its left. */
export interface Spot {
  readonly segment: Segment
  /** Offset in the segment's units, its marker counted. */
  readonly index: number
  /** Units from the place to the beginning of the line, nearest first; to find it when the nearest is gone. */
  readonly left: readonly { readonly client: number; readonly clock: number }[]
}

export function spotAt(drawn: readonly ShownLine[], doc: Node, pos: number): Spot | null {
  if (pos < 0 || pos > doc.content.size) return null
  const $pos = doc.resolve(pos)
  const line = drawn[Math.min($pos.index(0), drawn.length - 1)]
  if (!line || $pos.depth === 0) return null
  let units = $pos.parentOffset
  const left: { client: number; clock: number }[] = []
  let found: { segment: Segment; index: number } = {
    segment: line.root,
    index: line.root.marker ? 1 : 0,
  }
  for (const { segment, pieces } of line.parts) {
    let index = segment.marker ? 1 : 0
    for (const piece of pieces) {
      if (isShown(piece) && units > 0) {
        const take = Math.min(units, piece.length)
        for (let i = 0; i < take; i++) left.push({ client: piece.client, clock: piece.clock + i })
        units -= take
        found = { segment, index: index + take }
      }
      index += piece.length
    }
  }
  return { ...found, left: left.reverse() }
}

/** Units to the left that are looked for before a spot counts as the beginning of its segment. */
const FAR_ENOUGH = 64

/** The position of a spot in what is drawn now: behind the nearest unit of its left that is still there. */
export function findSpot(drawn: readonly ShownLine[], doc: Node, spot: Spot): number | null {
  const starts: number[] = []
  let pos = 0
  for (let i = 0; i < drawn.length && i < doc.childCount; i++) {
    starts.push(pos + 1)
    pos += doc.child(i).nodeSize
  }
  const first = drawn.findIndex(line => line.parts.some(part => part.segment === spot.segment))
  for (const unit of spot.left.slice(0, FAR_ENOUGH)) {
    const near = first < 0 ? null : behindUnit(drawn[first], unit)
    if (near !== null) return (starts[first] ?? 0) + near
    for (let i = 0; i < starts.length; i++) {
      const found = behindUnit(drawn[i], unit)
      if (found !== null) return (starts[i] ?? 0) + found
    }
  }
  return first < 0 ? null : (starts[first] ?? 0) + shownBefore(drawn[first], spot)
}

function behindUnit(line: ShownLine | undefined, unit: { client: number; clock: number }): number | null {
  let at = 0
  for (const { pieces } of line?.parts ?? [])
    for (const piece of pieces) {
      if (!isShown(piece)) continue
      if (
        piece.client === unit.client &&
        piece.clock <= unit.clock &&
        unit.clock < piece.clock + piece.length
      )
        return at + unit.clock - piece.clock + 1
      at += piece.length
    }
  return null
}

/** Shown units of a line before a spot, by counting: the spot names no unit, or none that is left. */
function shownBefore(line: ShownLine | undefined, spot: Spot): number {
  let at = 0
  for (const { segment, pieces } of line?.parts ?? []) {
    let index = segment.marker ? 1 : 0
    for (const piece of pieces) {
      const own = segment === spot.segment
      if (own && (spot.left.length > 0 || index >= spot.index)) return at
      if (isShown(piece)) at += own ? Math.min(piece.length, spot.index - index) : piece.length
      index += piece.length
    }
    if (segment === spot.segment) return at
  }
  return at
}

/** As Yjs spells it: stuck to the unit on its left, so that what is typed there by others comes after it. */
export function relativeOf(store: LineStore, spot: Spot): unknown {
  const near = spot.left[0]
  if (near) {
    const id = Y.createID(near.client, near.clock)
    return Y.relativePositionToJSON(new Y.RelativePosition(null, null, id, -1))
  }
  const index = spot.segment.start + spot.index
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(store.text, index, -1))
}
