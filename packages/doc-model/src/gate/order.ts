import * as Y from 'yjs'
import type { Place } from './places'

// Whether a struct stands where its author can have put it [N18]. Yjs puts a struct between the two it names, and
// copies agree on where only when those two once stood side by side before somebody. Else it depends on the order
// of arrival, and a document that is loaded again is another than the one that was stored.
//
// 1. On the way from its left neighbour to its right one stands nothing its author must have known: nothing of
//    their own, nothing that the author of a neighbour had written before the neighbour, and nothing beside which
//    a neighbour was put. Why that is all there is to know: SPEC.md, behind N18.
// 2. An entry of a map has no right neighbour.
// 3. What came earlier in the same update stands where Yjs will put it.

/** Units of one struct with nothing between them. */
interface Run {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly origin: Y.ID | null
  readonly rightOrigin: Y.ID | null
  /** What stands behind it, as far as the document goes. */
  readonly next: Y.ID | null
}

/** A struct of the update, and the type it stands in when the document has that. */
interface Fresh extends Run {
  readonly type: Sequence | null
}

type Sequence = { _start: Y.Item | null; _map: Map<string, Y.Item> }

/** Steps of one update. An honest one takes about one for each struct. */
const MAX_STEPS = 3_000_000

const same = (a: Y.ID | null, b: Y.ID | null): boolean =>
  a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock)
const holds = ({ client, clock, length }: Run, id: Y.ID): boolean =>
  client === id.client && clock <= id.clock && id.clock < clock + length
const nameOf = (id: Y.ID): string => `${id.client}:${id.clock}`
const lastOf = ({ client, clock, length }: Run): Y.ID => Y.createID(client, clock + length - 1)

export class Order {
  /** In the order of their clocks. */
  private readonly fresh: Fresh[] = []
  /** Behind which unit, or at the start of which sequence, something of the update stands. */
  private readonly put = new Map<string, Y.ID>()
  /** Client → clocks of the units behind which something of the update stands. */
  private readonly cuts = new Map<number, Set<number>>()
  private steps = 0

  constructor(private readonly doc: Y.Doc) {}

  /** @returns false when nobody can have put it there */
  add(item: Y.Item, place: Place): boolean {
    const { id, origin, rightOrigin, length } = item
    if (place.key !== null && rightOrigin !== null) return false
    const type = this.typeOf(item)
    const start = `${place.owner} ${place.key}`
    const first = origin === null ? this.firstOf(start, type, place.key) : this.behind(origin)
    const passed: Run[] = []
    let besides: readonly (Y.ID | null)[] | null = null
    for (let at = this.goesOn(item) ? rightOrigin : first; !same(at, rightOrigin); ) {
      if (at === null || ++this.steps > MAX_STEPS) return false
      const run = this.runFrom(at)
      besides ??= this.besides(item)
      if (!mayBeUnknown(run, item) || besides.some(id => id !== null && holds(run, id))) return false
      passed.push(run)
      at = this.behind(lastOf(run))
    }
    const left = this.leftAmong(passed, item)
    const behind = left === null ? origin : lastOf(left)
    const next = left === null ? first : this.behind(lastOf(left))
    this.fresh.push({ client: id.client, clock: id.clock, length, origin, rightOrigin, next, type })
    this.put.set(behind === null ? start : nameOf(behind), id)
    if (behind !== null)
      this.cuts.set(behind.client, (this.cuts.get(behind.client) ?? new Set()).add(behind.clock))
    return true
  }

  /** Right behind the struct before it in the update, up to the same neighbour: what stands between was looked at. */
  private goesOn({ origin, rightOrigin }: Y.Item): boolean {
    const before = this.fresh.at(-1)
    return (
      before !== undefined &&
      origin !== null &&
      same(origin, lastOf(before)) &&
      same(rightOrigin, before.rightOrigin)
    )
  }

  /** Beside what its neighbours were put, on the side where it stands. */
  private besides({ origin, rightOrigin }: Y.Item): readonly (Y.ID | null)[] {
    return [origin && this.structAt(origin).rightOrigin, rightOrigin && this.runFrom(rightOrigin).origin]
  }

  /** The one behind which Yjs puts the item; null: right behind its origin. As `Item.integrate` has it. */
  private leftAmong(passed: readonly Run[], item: Y.Item): Run | null {
    let left: Run | null = null
    let rivals = 0
    for (const [at, run] of passed.entries()) {
      let isBehind = false
      if (same(run.origin, item.origin)) {
        isBehind = run.client < item.id.client
        if (!isBehind && same(run.rightOrigin, item.rightOrigin)) break
      } else {
        const before = run.origin === null ? -1 : this.lastWith(passed, at, run.origin)
        if (before < 0) break
        isBehind = before < rivals
      }
      if (!isBehind) continue
      left = run
      rivals = at + 1
    }
    return left
  }

  /** Where among the runs up to this one a unit is, mostly in the one right before it; below 0: nowhere. */
  private lastWith(passed: readonly Run[], upTo: number, id: Y.ID): number {
    let at = upTo
    while (at >= 0 && !holds(passed[at] as Run, id)) at--
    this.steps += upTo - at
    return at
  }

  private freshAt(id: Y.ID): Fresh | null {
    const begin = this.fresh[0]
    if (!begin || id.client !== begin.client || id.clock < begin.clock) return null
    let low = 0
    let high = this.fresh.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.fresh[middle] as Fresh).clock <= id.clock) low = middle
      else high = middle - 1
    }
    return this.fresh[low] as Fresh
  }

  private storedAt(id: Y.ID): Y.Item | null {
    const stored: unknown = Y.getItem(this.doc.store, id)
    return stored instanceof Y.Item ? stored : null
  }

  private structAt(id: Y.ID): Run {
    const fresh = this.freshAt(id)
    if (fresh) return fresh
    const stored = this.storedAt(id)
    const { client, clock } = stored?.id ?? id
    return {
      client,
      clock,
      length: stored?.length ?? 1,
      origin: stored?.origin ?? null,
      rightOrigin: stored?.rightOrigin ?? null,
      next: stored?.right?.id ?? null,
    }
  }

  private behind(id: Y.ID): Y.ID | null {
    const put = this.put.size > 0 ? this.put.get(nameOf(id)) : undefined
    if (put) return put
    const { clock, length, next } = this.structAt(id)
    return id.clock + 1 === clock + length ? next : Y.createID(id.client, id.clock + 1)
  }

  /** From a unit to the end of its struct, or to where something was put in. */
  private runFrom(id: Y.ID): Run {
    const struct = this.structAt(id)
    const { client, clock } = id
    let end = struct.clock + struct.length
    for (const cut of this.cuts.get(client) ?? []) if (cut >= clock && cut < end) end = cut + 1
    const origin = clock > struct.clock ? Y.createID(client, clock - 1) : struct.origin
    const { rightOrigin, next } = struct
    return { client, clock, length: end - clock, origin, rightOrigin, next }
  }

  private firstOf(start: string, type: Sequence | null, key: string | null): Y.ID | null {
    const put = this.put.get(start)
    if (put || !type) return put ?? null
    let first = key === null ? type._start : (type._map.get(key) ?? null)
    while (first?.left) first = first.left
    return first?.id ?? null
  }

  private typeOf({ origin, rightOrigin, parent }: Y.Item): Sequence | null {
    const neighbour = origin ?? rightOrigin
    if (neighbour) {
      const fresh = this.freshAt(neighbour)
      return fresh ? fresh.type : ((this.storedAt(neighbour)?.parent as Sequence | undefined) ?? null)
    }
    const named: unknown = parent
    if (typeof named === 'string') return this.doc.share.get(named) ?? null
    const marker = named instanceof Y.ID && !this.freshAt(named) ? this.storedAt(named) : null
    return marker?.content instanceof Y.ContentType ? (marker.content.type as Sequence) : null
  }
}

/** Whether the author of the item can have named its neighbours without knowing the run between them. */
function mayBeUnknown(run: Run, { id, origin, rightOrigin }: Y.Item): boolean {
  if (run.client === id.client) return false
  if (run.client === origin?.client && run.clock < origin.clock) return false
  return run.client !== rightOrigin?.client || run.clock > rightOrigin.clock
}
