import { randomId } from '@mufakat/kernel'
import type { LineStore } from '../line/line-store'
import type { Segment } from '../line/segment'
import type { Edits } from './edits'
import type { Matched, OldLine } from './match'
import type { Places } from './places'

// Lines that changed their order. A moved line gets a slot and its old one is deleted; halves that were read
// behind it only because they were split from it stay where they are. [N6]

/** A line that can't move (it has no marker) weighs more than any number that can. */
const FIXED = 1_000_000

/**
 * Indexes of the heaviest increasing subsequence: the lines that stay. Lines the steps did not touch weigh
 * double, so that of two lines that change places the one moved by the person is the one that moves here.
 */
export function staying(order: readonly number[], weight: (i: number) => number): Set<number> {
  const best: number[] = []
  const before: number[] = []
  let last = -1
  order.forEach((value, i) => {
    best[i] = weight(i)
    before[i] = -1
    for (let j = 0; j < i; j++) {
      const sum = (best[j] ?? 0) + weight(i)
      if ((order[j] as number) < value && sum > (best[i] as number)) {
        best[i] = sum
        before[i] = j
      }
    }
    if (last < 0 || (best[i] as number) > (best[last] as number)) last = i
  })
  const stay = new Set<number>()
  for (let i = last; i >= 0; i = before[i] as number) stay.add(i)
  return stay
}

/** Plans what a move leaves behind, and returns the roots that need a slot at their new place. */
export function planMoves(matched: Matched, store: LineStore, places: Places, edits: Edits): Set<Segment> {
  const kept = matched.next.flatMap(line => (line.match ? [line.match] : []))
  const order = kept.map(line => line.index)
  if (order.every((index, i) => i === 0 || index > (order[i - 1] as number))) return new Set()
  const weight = (i: number) => {
    const line = kept[i] as OldLine
    return line.shown.root.marker === null ? FIXED : line.untouched ? 2 : 1
  }
  const stay = staying(order, weight)
  const movers = new Set<Segment>()
  kept.forEach((line, i) => {
    if (!stay.has(i) && line.shown.root.marker) movers.add(line.shown.root)
  })
  for (const root of movers) leave(root, movers, store, places, edits)
  return movers
}

function leave(
  root: Segment,
  movers: ReadonlySet<Segment>,
  store: LineStore,
  places: Places,
  edits: Edits,
): void {
  const { layout, segments } = store
  const slot = places.slot(root)
  if (slot !== null) {
    const followers = (layout.followers.get(root) ?? []).filter(half => !movers.has(half))
    if (followers.length) {
      const place = edits.insertAt(slot + 1)
      for (const half of followers) {
        const name = randomId(8)
        edits.set(half.marker, 'slot', name)
        place.tokens.push({ embed: { slot: name }, attrs: null })
      }
    }
    edits.delete(slot)
    return
  }
  const parent = layout.lead.get(root)?.id ?? null
  for (const half of segments)
    if (half !== root && half.marker?.get('from') === root.marker?.get('id'))
      edits.set(half.marker, 'from', parent)
}
