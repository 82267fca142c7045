import * as Y from 'yjs'
import { isTombstone, type Layout, layOut } from './layout'
import {
  indexSegments,
  isMarker,
  markerOf,
  newSegment,
  readSegments,
  rereadSegment,
  type Segment,
  sameAttrs,
} from './segment'

// The lines of one Y.Text, kept in step with it.
// 1. After `follow` returns, segments and layout say what Y says; nothing here ever writes to Y.
// 2. A segment object stays the same for as long as its marker lives, and its `pieces` array for as long as its
//    content is the same: both may be compared by identity.
// 3. Only what a transaction touched is read again, unless it touched very much.

/** More changed items than this are not worth finding one by one. */
const MANY_CHANGES = 300
const ORDER_KEYS: ReadonlySet<string> = new Set(['id', 'del', 'slot', 'from', 'into'])

export class LineStore {
  segments: Segment[] = []
  layout: Layout
  private byMarker = new Map<Y.Map<unknown> | null, Segment>()

  constructor(readonly text: Y.Text) {
    this.readAll()
    this.layout = layOut(this.segments)
  }

  segmentOfMarker(marker: Y.Map<unknown>): Segment | undefined {
    return this.byMarker.get(marker)
  }

  /** The segment that holds the unit before `index`, i.e. in which something typed at `index` stands. */
  segmentAt(index: number): Segment {
    let low = 0
    let high = this.segments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.segments[middle] as Segment).start < index) low = middle
      else high = middle - 1
    }
    return this.segments[low] as Segment
  }

  /** Brings the lines up to date with a transaction; to be called from `observeDeep`. */
  follow(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    let reorder = false
    let everything = false
    for (const event of events) {
      if ((event.target as unknown) === this.text) everything = !this.rereadChanged(transaction) || everything
      else if (event.target instanceof Y.Map) {
        const segment = this.byMarker.get(event.target as Y.Map<unknown>)
        if (segment) segment.revision++
        else everything = true
        // A table can't be joined, so the kind of a line that is says where it stands.
        const joined = segment?.marker?.has('into') ?? false
        for (const key of (event as Y.YMapEvent<unknown>).keysChanged)
          reorder ||= ORDER_KEYS.has(key) || (joined && key === 'kind')
      }
    }
    if (everything) this.readAll()
    else indexSegments(this.segments)
    if (everything || reorder || this.orderTouched) this.layout = layOut(this.segments)
    this.orderTouched = false
  }
  private orderTouched = false

  private readAll(): void {
    const before = this.byMarker
    this.byMarker = new Map()
    this.segments = readSegments(this.text).map(read => {
      const known = before.get(read.marker)
      const segment = known ?? read
      if (known) {
        if (!samePieces(known, read)) {
          known.pieces = read.pieces
          known.revision++
        }
        known.start = read.start
        known.length = read.length
        known.shown = read.shown
        known.entry = read.entry
        known.exit = read.exit
      }
      this.byMarker.set(read.marker, segment)
      return segment
    })
  }

  /** Reads the segments again that hold a changed item; false when too much has changed for that. */
  private rereadChanged(transaction: Y.Transaction): boolean {
    const items = changedItems(this.text, transaction)
    if (items === null) return false
    const touched = new Set<Segment>()
    for (const item of items) {
      const type: unknown = item.content instanceof Y.ContentType ? item.content.type : null
      const gone =
        item.deleted && type instanceof Y.Map ? this.byMarker.get(type as Y.Map<unknown>) : undefined
      if (gone) this.drop(gone)
    }
    for (const item of items) {
      const segment = this.segmentOfItem(item)
      // Markers that came in one go: the first of them is found from the segment before it.
      if (segment) touched.add(segment)
    }
    for (const segment of touched) if (this.byMarker.get(segment.marker) === segment) this.reread(segment)
    return true
  }

  private drop(segment: Segment): void {
    this.byMarker.delete(segment.marker)
    this.segments.splice(this.segments.indexOf(segment), 1)
    this.orderTouched = true
  }

  /** Reads a segment again, the new ones that have come right behind it, and those its formats run on into. */
  private reread(segment: Segment): void {
    const places = placesOf(segment)
    const { shown } = segment
    let { spills, next } = rereadSegment(segment, this.text)
    const hides = segment.marker === null || isTombstone(segment) || this.layout.host.has(segment)
    if (placesOf(segment) !== places || (hides && (shown === 0) !== (segment.shown === 0)))
      this.orderTouched = true
    let index = -1
    let last = segment
    while (next !== null) {
      const marker = markerOf(next)
      if (!marker) break
      if (index < 0) index = this.segments.indexOf(segment)
      index++
      let following = this.byMarker.get(marker)
      const isNew = !following
      if (!following) {
        following = newSegment(marker, last.exit)
        this.byMarker.set(marker, following)
        this.segments.splice(index, 0, following)
        this.orderTouched = true
      } else if (!spills && sameAttrs(following.entry, last.exit)) break
      following.entry = last.exit
      const read = rereadSegment(following, this.text)
      spills = read.spills || isNew
      next = read.next
      last = following
    }
  }

  private segmentOfItem(item: Y.Item): Segment | undefined {
    let at: Y.Item | null = item.left
    while (at !== null) {
      if (!at.deleted && at.content instanceof Y.ContentType && isMarker(at.content.type))
        return this.byMarker.get(at.content.type)
      at = at.left
    }
    return this.byMarker.get(null)
  }
}

const placesOf = (segment: Segment): string =>
  segment.pieces.map(piece => (piece.type === 'slot' || piece.type === 'join' ? piece.name : '')).join('')

function samePieces(a: Segment, b: Segment): boolean {
  return (
    a.pieces.length === b.pieces.length &&
    a.pieces.every((piece, i) => {
      const other = b.pieces[i]
      return (
        other !== undefined &&
        piece.type === other.type &&
        piece.client === other.client &&
        piece.clock === other.clock &&
        piece.length === other.length &&
        ('attrs' in piece && 'attrs' in other ? sameAttrs(piece.attrs, other.attrs) : true)
      )
    })
  )
}

/** Items of `text` that a transaction added or deleted; null when there are too many to look at singly. */
function changedItems(text: Y.Text, transaction: Y.Transaction): Y.Item[] | null {
  const items: Y.Item[] = []
  const parent: unknown = text
  const { store } = transaction.doc
  for (const [client, clock] of transaction.afterState) {
    const before = transaction.beforeState.get(client) ?? 0
    if (before >= clock) continue
    const structs = store.clients.get(client) ?? []
    for (let i = Y.findIndexSS(structs, before); i < structs.length; i++) {
      const struct = structs[i]
      if (struct instanceof Y.Item && struct.parent === parent) items.push(struct)
      if (items.length > MANY_CHANGES) return null
    }
  }
  let count = 0
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const structs = store.clients.get(client) ?? []
    for (const { clock, len } of ranges) {
      if (!structs.length) continue
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i]
        if (!struct || struct.id.clock >= clock + len) break
        if (++count > MANY_CHANGES) return null
        if (struct instanceof Y.Item && struct.parent === parent) items.push(struct)
      }
    }
  }
  return items
}
