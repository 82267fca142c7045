import { TABLE_KIND } from '../kinds'
import type { Segment } from './segment'

// From segments to the lines a reader sees. Pure, total and the same on every replica:
// 1. A line is a root segment and the segments joined to it, each shown exactly once. [N7]
// 2. A root stands at its live slot, else (if split from one that has a slot) behind that one, else where it
//    stands in Y. [N6]
// 3. A tombstone is hidden while it holds nothing; words another person wrote into it bring it back. [N9]
// 4. Circles of `into` and `from` break at the segment that stands first in Y. [N10]

export interface Line {
  readonly root: Segment
  /** The root, then what is joined to it, in the order it is read. */
  readonly parts: readonly Segment[]
}

export interface Layout {
  readonly lines: readonly Line[]
  /** Lines with a tombstone and nothing in them. */
  readonly hidden: readonly Line[]
  readonly byId: ReadonlyMap<string, Segment>
  /** Segment → the segment after which it is joined. */
  readonly host: ReadonlyMap<Segment, Segment>
  /** Segments that stand at a slot. */
  readonly slotted: ReadonlySet<Segment>
  /** Split half → the slotted segment it follows. */
  readonly lead: ReadonlyMap<Segment, Segment>
  readonly followers: ReadonlyMap<Segment, readonly Segment[]>
  /** Segment in which the slot or join embed of that name stands. */
  readonly slotPlaces: ReadonlyMap<string, Segment>
  readonly joinPlaces: ReadonlyMap<string, Segment>
}

const key = (segment: Segment, name: string): string | null => {
  const value = segment.marker?.get(name)
  return typeof value === 'string' ? value : null
}

export const isTableSegment = (segment: Segment): boolean => segment.marker?.get('kind') === TABLE_KIND
export const isTombstone = (segment: Segment): boolean => segment.marker?.get('del') === true

/** On a doubled id the first in Y keeps it; the others go by a derived one. */
function nameSegments(segments: readonly Segment[]): Map<string, Segment> {
  const byId = new Map<string, Segment>()
  for (const segment of segments) {
    const own = key(segment, 'id')
    let id = own
    for (let n = 2; id !== null && byId.has(id); n++) id = `${own}~${n}`
    segment.id = id
    if (id !== null) byId.set(id, segment)
  }
  return byId
}

/** Segments by the slot or join embed they name, if that embed stands in the text; the first to name it has it. */
function namedBy(segments: readonly Segment[], type: 'slot' | 'join', attribute: 'slot' | 'into') {
  const places = new Map<string, Segment>()
  for (const segment of segments)
    for (const piece of segment.pieces)
      if (piece.type === type && !places.has(piece.name)) places.set(piece.name, segment)
  const owners = new Map<string, Segment>()
  for (const segment of segments) {
    const name = key(segment, attribute)
    if (name !== null && places.has(name) && !owners.has(name)) owners.set(name, segment)
  }
  return { places, owners }
}

function hostsOf(joins: ReturnType<typeof namedBy>, segments: readonly Segment[]): Map<Segment, Segment> {
  const host = new Map<Segment, Segment>()
  for (const [name, segment] of joins.owners) {
    const place = joins.places.get(name)
    if (place && place !== segment && !isTableSegment(segment)) host.set(segment, place)
  }
  if (!host.size) return host
  for (const segment of segments) {
    const seen = new Set<Segment>()
    let at = host.get(segment)
    while (at && at !== segment && !seen.has(at)) {
      seen.add(at)
      at = host.get(at)
    }
    if (at === segment) host.delete(segment)
  }
  return host
}

function leadOf(
  segment: Segment,
  byId: ReadonlyMap<string, Segment>,
  slotted: ReadonlySet<Segment>,
): Segment | null {
  const seen = new Set<Segment>([segment])
  let at = segment
  for (;;) {
    const from = key(at, 'from')
    const next = from === null ? undefined : byId.get(from)
    if (!next || seen.has(next)) return null
    if (slotted.has(next)) return next
    seen.add(next)
    at = next
  }
}

export function layOut(segments: readonly Segment[]): Layout {
  const byId = nameSegments(segments)
  const slots = namedBy(segments, 'slot', 'slot')
  const joins = namedBy(segments, 'join', 'into')
  const slotted = new Set(slots.owners.values())
  const host = hostsOf(joins, segments)
  const lead = new Map<Segment, Segment>()
  const followers = new Map<Segment, Segment[]>()
  if (slotted.size)
    for (const segment of segments) {
      const first = slotted.has(segment) ? null : leadOf(segment, byId, slotted)
      if (!first) continue
      lead.set(segment, first)
      followers.set(first, [...(followers.get(first) ?? []), segment])
    }

  const partsOf = (segment: Segment): Segment[] => {
    const parts = [segment]
    if (host.size)
      for (const piece of segment.pieces) {
        const joined = piece.type === 'join' ? joins.owners.get(piece.name) : undefined
        if (joined && host.get(joined) === segment && !parts.includes(joined)) parts.push(...partsOf(joined))
      }
    return parts
  }

  const lines: Line[] = []
  const hidden: Line[] = []
  const show = (segment: Segment): void => {
    if (host.has(segment)) return
    const line = { root: segment, parts: partsOf(segment) }
    const empty = line.parts.every(part => part.shown === 0)
    if (empty && (segment.marker === null || isTombstone(segment))) {
      if (segment.marker) hidden.push(line)
    } else lines.push(line)
  }
  const emit = (segment: Segment): void => {
    show(segment)
    for (const follower of followers.get(segment) ?? []) show(follower)
  }
  const emitted = new Set<Segment>()
  for (const segment of segments) {
    if (!slotted.has(segment) && !lead.has(segment)) emit(segment)
    for (const piece of segment.pieces) {
      const owner = piece.type === 'slot' ? slots.owners.get(piece.name) : undefined
      if (!owner || emitted.has(owner)) continue
      emitted.add(owner)
      emit(owner)
    }
  }
  return {
    lines,
    hidden,
    byId,
    host,
    slotted,
    lead,
    followers,
    slotPlaces: slots.places,
    joinPlaces: joins.places,
  }
}
