import * as Y from 'yjs'
import { rootName } from '../notula-doc'
import { isId } from './values'

/** What kind of thing a struct is part of. */
export type PlaceKind = 'items' | 'title' | 'text' | 'table' | 'marker' | 'gone' | 'unknown'

export interface Place {
  readonly kind: PlaceKind
  /** Identity of the type it stands in: two neighbours must agree in it. */
  readonly owner: unknown
  /** Key in a map, null in a text. */
  readonly key: string | null
  /** Name of the root that all of it stands in; null: in none any more. */
  readonly root: string | null
}

export const GONE: Place = { kind: 'gone', owner: null, key: null, root: null }

export function kindOfRoot(name: string): PlaceKind {
  if (name === rootName.items) return 'items'
  const [prefix, ...ids] = name.split(':')
  if (!ids.every(isId)) return 'unknown'
  if (prefix === 'title' && ids.length === 1) return 'title'
  if (prefix === 'item' && ids.length === 1) return 'text'
  if (prefix === 'k' && ids.length === 3) return 'text'
  return prefix === 't' && ids.length === 1 ? 'table' : 'unknown'
}

interface Known {
  readonly clock: number
  readonly length: number
  readonly place: Place
  readonly isMap: boolean
}

/** Roots by their type, kept between judgements: a document has dozens, and an edit stands in one. */
const rootsOf = new WeakMap<Y.Doc, Map<unknown, Place>>()

/** A root that is not known yet is new, or was given another type meanwhile: then all are looked up again. */
function placeOfRoot(doc: Y.Doc, type: unknown): Place {
  const known = rootsOf.get(doc)?.get(type)
  if (known !== undefined) return known
  const roots = new Map<unknown, Place>()
  for (const [name, root] of doc.share)
    roots.set(root, { kind: kindOfRoot(name), owner: name, key: null, root: name })
  rootsOf.set(doc, roots)
  return roots.get(type) ?? GONE
}

/** Finds where structs stand: in the document, or earlier in the same update. */
export class PlaceFinder {
  private readonly own = new Map<number, Known[]>()

  constructor(private readonly doc: Y.Doc) {}

  remember(item: Y.Item | Y.GC, place: Place): void {
    const isMap = item instanceof Y.Item && item.content instanceof Y.ContentType
    const list = this.own.get(item.id.client) ?? []
    list.push({ clock: item.id.clock, length: item.length, place, isMap })
    this.own.set(item.id.client, list)
  }

  knows(client: number, clock: number): boolean {
    return clock < Y.getState(this.doc.store, client) || this.ownAt(client, clock) !== null
  }

  private ownAt(client: number, clock: number): Known | null {
    const list = this.own.get(client) ?? []
    let low = 0
    let high = list.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const known = list[middle] as Known
      if (clock < known.clock) high = middle - 1
      else if (clock >= known.clock + known.length) low = middle + 1
      else return known
    }
    return null
  }

  /** Where a struct stands that the document or this update has; null when neither has it. */
  private at(id: Y.ID): { place: Place; isMap: boolean; stored: Y.Item | null } | null {
    const own = this.ownAt(id.client, id.clock)
    if (own) return { ...own, stored: null }
    if (id.clock >= Y.getState(this.doc.store, id.client)) return null
    const stored: unknown = Y.getItem(this.doc.store, id)
    if (!(stored instanceof Y.Item)) return { place: GONE, isMap: false, stored: null }
    return { place: this.placeOfStored(stored), isMap: stored.content instanceof Y.ContentType, stored }
  }

  /** The place of a struct that the document has. */
  placeOfStored(item: Y.Item): Place {
    const parent: unknown = item.parent
    if (!(parent instanceof Y.AbstractType)) return GONE
    if (parent._item) {
      const { root } = this.placeOfStored(parent._item)
      return { kind: 'marker', owner: idKey(parent._item.id), key: item.parentSub, root }
    }
    const root = placeOfRoot(this.doc, parent)
    return item.parentSub === null || root.kind === 'gone' ? root : { ...root, key: item.parentSub }
  }

  /**
   * The place of a struct of an update; a reason when something it names is missing, or its neighbours stand in
   * different places.
   */
  placeOf(item: Y.Item): Place | 'missing' | 'torn' {
    const neighbours: Place[] = []
    for (const id of [item.origin, item.rightOrigin]) {
      if (!id) continue
      const found = this.at(id)
      if (!found) return 'missing'
      neighbours.push(found.place)
    }
    const [first, second] = neighbours
    // Also when one of them is gone: whoever can still undo its deletion has it, and would put this elsewhere.
    if (first) return second && (second.owner !== first.owner || second.key !== first.key) ? 'torn' : first
    const parent: unknown = item.parent
    if (typeof parent === 'string')
      return { kind: kindOfRoot(parent), owner: parent, key: item.parentSub, root: parent }
    if (!(parent instanceof Y.ID)) return 'torn'
    const found = this.at(parent)
    if (!found) return 'missing'
    const isMarker = found.isMap && found.place.kind === 'text'
    // A marker that was taken back meanwhile: Yjs drops what is written into it.
    const isGone = found.place.kind === 'gone' || found.stored?.deleted === true
    if (!isMarker && !isGone) return 'torn'
    const kind = isMarker ? 'marker' : 'gone'
    return { kind, owner: idKey(parent), key: item.parentSub, root: found.place.root }
  }
}

const idKey = (id: Y.ID): string => `${id.client}:${id.clock}`
