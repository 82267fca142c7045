import * as Y from 'yjs'
import type { Inspection } from './inspect'
import type { Place, PlaceFinder } from './places'

// What an author may touch who was given some agenda items only [N30]: words, lines and cells of tables in the texts of
// these items, and nothing else. Titles, the list of items, and every other text are somebody else's. So is a line's id
// that stands elsewhere: rows go by it, and the first in order would keep it.

const ITEM = /^item:([^:]+)$/
const OF_TABLE = /^[tk]:([^:]+)/

/** Ids of the lines in a text, those that were taken away included; from the marker each begins with. */
function idsIn(root: { readonly _start: Y.Item | null }): string[] {
  const ids: string[] = []
  for (let item = root._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentType)) continue
    const entry = item.content.type._map.get('id')?.content
    const id: unknown = entry instanceof Y.ContentAny ? entry.arr[0] : undefined
    if (typeof id === 'string') ids.push(id)
  }
  return ids
}

export class OwnItems {
  private readonly items: ReadonlySet<string>
  /** Tables that the update touches: whose they are is known at its end, when all new lines have their ids. */
  private readonly touched = new Set<string>()
  private readonly fresh = new Set<string>()

  constructor(
    private readonly doc: Y.Doc,
    items: readonly string[],
  ) {
    this.items = new Set(items)
  }

  private isOwnText(root: string): boolean {
    const item = ITEM.exec(root)?.[1]
    return item !== undefined && this.items.has(item)
  }

  /** Whether something may stand, or be taken away, at a place; of a table it is only noted. */
  allows({ root }: Place): boolean {
    if (root === null) return false
    const table = OF_TABLE.exec(root)?.[1]
    if (table === undefined) return this.isOwnText(root)
    this.touched.add(table)
    return true
  }

  /** A line is given its id. */
  note({ content }: Y.Item, { kind, key }: Place): void {
    const id: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined
    if (kind === 'marker' && key === 'id' && typeof id === 'string') this.fresh.add(id)
  }

  /** Whether what is deleted stands at places that are theirs. What is gone already can be deleted again. */
  allowsDeletions(deletions: Inspection['deletions'], finder: PlaceFinder): boolean {
    for (const [client, ranges] of deletions) {
      const structs = this.doc.store.clients.get(client)
      if (structs === undefined) continue
      const end = Y.getState(this.doc.store, client)
      for (const { clock, length } of ranges) {
        if (clock >= end) continue
        for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
          const struct = structs[at]
          if (struct === undefined || struct.id.clock >= clock + length) break
          if (!(struct instanceof Y.Item) || struct.deleted) continue
          if (!this.allows(finder.placeOfStored(struct))) return false
        }
      }
    }
    return true
  }

  /** Whether every table that was touched, and every new id, is theirs; asked when all structs were noted. */
  areIdsOwn(): boolean {
    if (this.touched.size === 0 && this.fresh.size === 0) return true
    const own = new Set<string>()
    const others = new Set<string>()
    for (const [name, root] of this.doc.share) {
      if (!ITEM.test(name)) continue
      for (const id of idsIn(root)) (this.isOwnText(name) ? own : others).add(id)
    }
    const isOwnTable = (table: string): boolean =>
      !others.has(table) && (own.has(table) || this.fresh.has(table))
    for (const [name, root] of this.doc.share) {
      const table = /^k:([^:]+)/.exec(name)?.[1]
      if (table !== undefined && !isOwnTable(table)) for (const id of idsIn(root)) others.add(id)
    }
    return [...this.touched].every(isOwnTable) && ![...this.fresh].some(id => others.has(id))
  }
}
