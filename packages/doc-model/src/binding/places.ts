import type { LineStore } from '../line/line-store'
import { type Attrs, isShown, type Piece, type Segment, type ShownPiece, sameAttrs } from '../line/segment'
import type { Edits } from './edits'
import type { HeldUnit } from './shown-line'

// Where in the Y.Text things go. Asks the store as it stands now, which may be ahead of what the view shows while
// a composition holds remote changes back: then units are found again by Yjs' name for them.

export class Places {
  constructor(private readonly store: LineStore) {}

  private get layout() {
    return this.store.layout
  }

  holds(segment: Segment): boolean {
    return segment.marker
      ? this.store.segmentOfMarker(segment.marker) === segment
      : this.store.segments[0] === segment
  }

  /** Index of a unit, or null when it is no longer there. */
  unit(unit: HeldUnit): number | null {
    if (unit.segment.pieces === unit.pieces && this.holds(unit.segment))
      return unit.segment.start + unit.offset
    for (const segment of this.store.segments) {
      const at = indexIn(segment, piece => piece.client === unit.client, unit.clock)
      if (at !== null) return at
    }
    return null
  }

  /** The formats in force before `from` and behind `to`, if they are the same; else undefined. */
  private formatsAround(from: number, to: number): Attrs | undefined {
    const first = this.store.segmentAt(from)
    const last = this.store.segmentAt(to)
    let left = first.entry
    eachShown(first, (piece, start) => {
      if (start < from) left = piece.attrs
    })
    let right: Attrs | undefined
    eachShown(last, (piece, start) => {
      if (right === undefined && start + piece.length > to) right = piece.attrs
    })
    return sameAttrs(left, right === undefined ? last.exit : right) ? left : undefined
  }

  /**
   * Whether everything an edit brings takes its formats from where it is put, and what it deletes has the same
   * formats on both sides. (Y.Text.delete takes the formats before it for none, when it finds its place by a search
   * mark, and then throws away the end of a format that follows: bold would run on to the end of the text.)
   */
  inherits(edits: Edits): boolean {
    const brings = edits.insertions.every(({ at, tokens, pins }) => {
      if (!tokens.length && !pins.length) return true
      const attrs = this.formatsAround(at, at)
      return (
        attrs !== undefined && tokens.every(token => !('attrs' in token) || sameAttrs(token.attrs, attrs))
      )
    })
    return (
      brings && edits.deletions.every(({ at, length }) => this.formatsAround(at, at + length) !== undefined)
    )
  }

  contentStart(segment: Segment): number {
    const at = this.holds(segment) ? segment : this.store.segments[0]
    return at ? at.start + (at.marker ? 1 : 0) : 0
  }

  /** Behind the last word, guard or join of a segment, before slots that happen to stand there. */
  end(segment: Segment): number {
    if (!this.holds(segment)) return this.store.text.length
    let at = segment.start + (segment.marker ? 1 : 0)
    let end = at
    for (const piece of segment.pieces) {
      at += piece.length
      if (piece.type !== 'slot') end = at
    }
    return end
  }

  /** Before the first slot that stands in a segment: what is put there is read right behind its line. */
  private beforeSlots(segment: Segment): number {
    if (!this.holds(segment)) return this.store.text.length
    let at = segment.start + (segment.marker ? 1 : 0)
    for (const piece of segment.pieces) {
      if (piece.type === 'slot') return at
      at += piece.length
    }
    return at
  }

  /**
   * Where a marker may be written that is to be read at `index`: right there if only slots follow in the segment,
   * which it may take over. Words or joins behind it would change their line: then the end of the segment.
   */
  forMarker(index: number): { at: number; needsSlot: boolean } {
    const segment = this.store.segmentAt(index)
    let at = segment.start + (segment.marker ? 1 : 0)
    let onlySlots = true
    for (const piece of segment.pieces) {
      if (at >= index && piece.type !== 'slot') onlySlots = false
      at += piece.length
    }
    return onlySlots
      ? { at: index, needsSlot: false }
      : { at: segment.start + segment.length, needsSlot: true }
  }

  /** Index of a slot or join embed. */
  embed(type: 'slot' | 'join', name: string): number | null {
    const segment = (type === 'slot' ? this.layout.slotPlaces : this.layout.joinPlaces).get(name)
    if (!segment) return null
    let at = segment.start + (segment.marker ? 1 : 0)
    for (const piece of segment.pieces) {
      if (piece.type === type && piece.name === name) return at
      at += piece.length
    }
    return null
  }

  /** Index of the live slot a segment stands at. */
  slot(segment: Segment): number | null {
    const name = segment.marker?.get('slot')
    return this.layout.slotted.has(segment) && typeof name === 'string' ? this.embed('slot', name) : null
  }

  /**
   * The place right behind a line (null: before the first). `pins` are split halves that would be read before
   * what is put there, because they follow the same moved line: they need slots of their own after it.
   */
  after(root: Segment | null): { at: number; pins: Segment[] } {
    if (root === null) return { at: 0, pins: [] }
    const lead = this.layout.slotted.has(root) ? root : this.layout.lead.get(root)
    const slot = lead ? this.slot(lead) : null
    if (!lead || slot === null) return { at: this.beforeSlots(root), pins: [] }
    const followers = this.layout.followers.get(lead) ?? []
    return { at: slot + 1, pins: followers.slice(followers.indexOf(root) + 1) }
  }
}

function eachShown(segment: Segment, visit: (piece: ShownPiece, start: number) => void): void {
  let at = segment.start + (segment.marker ? 1 : 0)
  for (const piece of segment.pieces) {
    if (isShown(piece)) visit(piece, at)
    at += piece.length
  }
}

function indexIn(segment: Segment, matches: (piece: Piece) => boolean, clock: number): number | null {
  let at = segment.start + (segment.marker ? 1 : 0)
  for (const piece of segment.pieces) {
    if (matches(piece) && piece.clock <= clock && clock < piece.clock + piece.length)
      return at + clock - piece.clock
    at += piece.length
  }
  return null
}
