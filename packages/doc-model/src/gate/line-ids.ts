import * as Y from 'yjs'
import type { Inspection } from './inspect'
import type { Place } from './places'

type Deletions = Inspection['deletions']

const isDeleted = (deletions: Deletions, client: number, at: number): boolean =>
  (deletions.get(client) ?? []).some(({ clock, length }) => clock <= at && at < clock + length)

/**
 * Whether every line keeps its id: without one a marker is no marker to the reader, and what an honest editor does
 * around it is refused. Lines of the update must bring theirs; of others it goes with the whole line only.
 */
export class LineIds {
  /** Clock of a new marker → clock of its id; null while it has none. */
  private readonly fresh = new Map<number, number | null>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly deletions: Deletions,
  ) {}

  note(item: Y.Item, place: Place): void {
    const parent: unknown = item.parent
    if (place.kind === 'text' && item.content instanceof Y.ContentType) this.fresh.set(item.id.clock, null)
    else if (place.kind === 'marker' && place.key === 'id' && parent instanceof Y.ID)
      if (parent.client === item.id.client && this.fresh.has(parent.clock))
        this.fresh.set(parent.clock, item.id.clock)
  }

  /** @param author whose structs were noted */
  areKept(author: number): boolean {
    for (const [marker, id] of this.fresh)
      if (
        !isDeleted(this.deletions, author, marker) &&
        (id === null || isDeleted(this.deletions, author, id))
      )
        return false
    for (const [client, ranges] of this.deletions)
      for (const { clock, length } of ranges) if (this.beheads(client, clock, clock + length)) return false
    return true
  }

  private beheads(client: number, from: number, to: number): boolean {
    const structs = this.doc.store.clients.get(client)
    if (!structs || from >= Y.getState(this.doc.store, client)) return false
    for (let at = Y.findIndexSS(structs, from); at < structs.length; at++) {
      const struct = structs[at]
      if (!struct || struct.id.clock >= to) return false
      if (!(struct instanceof Y.Item) || struct.deleted || struct.parentSub !== 'id') continue
      const marker = (struct.parent as { _item?: Y.Item | null } | null)?._item
      if (marker && !marker.deleted && !isDeleted(this.deletions, marker.id.client, marker.id.clock))
        return true
    }
    return false
  }
}
