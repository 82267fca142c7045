import * as Y from 'yjs'
import type { Random } from '../../acceptance/random-act'
import { contentFor, HUGE, KEYS, ROOTS } from './contents'
import { type Id, lengthOf, type PlainStruct, type PlainUpdate } from './plain-update'

// How an honest update is bent: in the sense of its structs, in their arrangement, in its bytes.

export interface Target {
  readonly doc: Y.Doc
  /** Who sends it, and the clock that is theirs next. */
  readonly next: Id
  readonly chance: Random
}

type Bend = (update: PlainUpdate, target: Target) => void

const clients = ({ doc, next }: Target): number[] => [...doc.store.clients.keys(), next.client]

/** Something in the document, now and then something that is not. */
function anyId(target: Target): Id {
  const { doc, next, chance } = target
  if (chance.next() < 0.15) return { client: next.client, clock: next.clock + chance.below(8) }
  const client = chance.next() < 0.97 ? chance.pick(clients(target)) : chance.pick([0, 99, 2 ** 32])
  const known = Y.getState(doc.store, client)
  return { client, clock: chance.below(known + (chance.next() < 0.05 ? 4 : 0)) || 0 }
}

function storedAt({ doc }: Target, id: Id): Y.Item | null {
  if (id.clock >= Y.getState(doc.store, id.client)) return null
  const found: unknown = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  return found instanceof Y.Item ? found : null
}

/** A unit of the same sequence: honest in everything but its order. */
function siblingOf(target: Target, id: Id): Id {
  const { chance } = target
  let item = storedAt(target, id)
  const [steps, left] = [chance.below(6), chance.next() < 0.5]
  for (let i = 0; i < steps && item; i++) item = (left ? item.left : item.right) ?? item
  if (!item) return id
  return { client: item.id.client, clock: item.id.clock + chance.below(item.length) }
}

const structsOf = ({ sections }: PlainUpdate): PlainStruct[] => sections.flatMap(({ structs }) => structs)

/** Does it to one of the structs, if there is any. */
const toStruct =
  (bend: (struct: PlainStruct, target: Target) => void): Bend =>
  (update, target) => {
    const structs = structsOf(update)
    if (structs.length > 0) bend(target.chance.pick(structs), target)
  }

const detach = (struct: PlainStruct, parent: string | Id, parentSub: string | null) =>
  Object.assign(struct, { kind: 'item', origin: null, rightOrigin: null, parent, parentSub })

const STRUCT_BENDS: Readonly<Record<string, Bend>> = {
  origin: toStruct((struct, target) => {
    struct.origin = target.chance.next() < 0.8 ? anyId(target) : null
  }),
  rightOrigin: toStruct((struct, target) => {
    struct.rightOrigin = target.chance.next() < 0.8 ? anyId(target) : null
  }),
  siblings: toStruct((struct, target) => {
    const origin = struct.origin ?? struct.rightOrigin ?? anyId(target)
    struct.origin = target.chance.next() < 0.8 ? siblingOf(target, origin) : null
    struct.rightOrigin = target.chance.next() < 0.8 ? siblingOf(target, origin) : null
  }),
  swapped: toStruct(struct => {
    const { origin, rightOrigin } = struct
    Object.assign(struct, { origin: rightOrigin, rightOrigin: origin })
  }),
  root: toStruct((struct, { chance }) =>
    detach(struct, chance.pick(ROOTS), chance.next() < 0.4 ? chance.pick(KEYS) : null),
  ),
  parent: toStruct((struct, target) =>
    detach(struct, anyId(target), target.chance.next() < 0.8 ? target.chance.pick(KEYS) : null),
  ),
  parentSub: toStruct((struct, { chance }) => {
    struct.parentSub = chance.next() < 0.8 ? chance.pick(KEYS) : null
  }),
  content: toStruct((struct, { chance }) => {
    struct.kind = 'item'
    struct.content = contentFor(struct.parentSub, chance)
  }),
  entry: toStruct((struct, target) => {
    const { chance } = target
    detach(struct, chance.next() < 0.5 ? chance.pick(ROOTS) : anyId(target), chance.pick(KEYS))
    struct.content = contentFor(struct.parentSub, chance)
  }),
  kind: toStruct((struct, { chance }) => {
    struct.length = lengthOf(struct)
    struct.kind = chance.pick(['item', 'gc', 'skip'] as const)
  }),
  length: toStruct((struct, { chance }) => {
    const length = chance.pick([0, 1, 2, ...HUGE])
    struct.length = length
    if (chance.next() < 0.5) struct.kind = 'gc'
    else struct.content = new Y.ContentDeleted(length)
  }),
}

const anyRange = (target: Target) => {
  const { chance } = target
  const { client, clock } = anyId(target)
  const length = chance.next() < 0.85 ? 1 + chance.below(5) : chance.pick([0, ...HUGE])
  return { client, ranges: [{ clock, length }] }
}

const ARRANGEMENT_BENDS: Readonly<Record<string, Bend>> = {
  doubled: ({ sections }, { chance }) => {
    for (const { structs } of sections) {
      const at = chance.below(structs.length)
      const struct = structs[at]
      if (struct) structs.splice(at + chance.below(2), 0, { ...struct })
    }
  },
  missing: ({ sections }, { chance }) => {
    for (const { structs } of sections) structs.splice(chance.below(structs.length), 1)
  },
  shuffled: ({ sections }, { chance }) => {
    for (const { structs } of sections) structs.sort(() => chance.next() - 0.5)
  },
  clock: ({ sections }, { chance }) => {
    for (const section of sections)
      section.clock = Math.max(0, section.clock + chance.pick([-1, 1, -3, 40, 2 ** 31]))
  },
  client: ({ sections }, target) => {
    for (const section of sections) section.client = target.chance.pick(clients(target))
  },
  cutSection: ({ sections }, { chance }) => {
    const section = sections[0]
    if (!section) return
    const at = chance.below(section.structs.length + 1)
    const rest = section.structs.splice(at)
    const clock = section.structs.reduce((sum, struct) => sum + lengthOf(struct), section.clock)
    sections.splice(chance.next() < 0.8 ? 1 : 0, 0, { client: section.client, clock, structs: rest })
  },
  foreignSection: ({ sections }, target) => {
    const client = target.chance.pick(clients(target))
    const clock = Y.getState(target.doc.store, client)
    const structs = sections[0]?.structs.slice(0, target.chance.below(3)) ?? []
    sections.splice(target.chance.below(2), 0, { client, clock, structs })
  },
  deletes: ({ deletions }, target) => {
    deletions.push(anyRange(target))
  },
  deletesOwn: ({ deletions }, { next, chance }) => {
    const range = { clock: next.clock + chance.below(5), length: 1 + chance.below(4) }
    deletions.push({ client: next.client, ranges: [range, ...(chance.next() < 0.3 ? [range] : [])] })
  },
  deletesOddly: ({ deletions }, target) => {
    for (const { ranges } of deletions) ranges.push(...anyRange(target).ranges)
  },
  deletesNothing: update => {
    update.deletions = []
  },
}

/** Names of all bends of structs; those of bytes are in `bendBytes`. */
const BENDS = Object.entries({ ...STRUCT_BENDS, ...ARRANGEMENT_BENDS })

/** Bends an update in place and says how. */
export function bend(update: PlainUpdate, target: Target, others: readonly PlainUpdate[]): string[] {
  const { chance } = target
  const how: string[] = []
  if (chance.next() < 0.1) {
    const foreign = chance.pick(others)
    update.sections[0]?.structs.push(...structsOf(foreign).map(struct => ({ ...struct })))
    how.push('spliced')
  }
  const count = chance.pick([0, 1, 1, 1, 2, 2, 3])
  for (let n = 0; n < count; n++) {
    const [name, apply] = chance.pick(BENDS)
    apply(update, target)
    how.push(name)
  }
  return how
}

export function bendBytes(bytes: Uint8Array, other: Uint8Array, { below, pick, next }: Random): Uint8Array {
  const at = below(bytes.length)
  const end = at + below(Math.min(24, bytes.length - at))
  const flips = () => {
    const bent = bytes.slice()
    for (let n = 1 + below(3); n > 0; n--) {
      const place = below(bent.length)
      bent[place] = next() < 0.5 ? below(256) : (bent[place] ?? 0) ^ (1 << below(8))
    }
    return bent
  }
  const bends: readonly (() => Uint8Array)[] = [
    flips,
    flips,
    () => bytes.slice(0, at),
    () => Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(end)]),
    () => Uint8Array.from([...bytes.slice(0, end), ...bytes.slice(at)]),
    () => Uint8Array.from([...bytes.slice(0, at), ...other.slice(below(other.length))]),
    () => Uint8Array.from([...bytes, ...other]),
  ]
  return pick(bends)()
}
