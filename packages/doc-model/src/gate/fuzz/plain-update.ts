import * as Y from 'yjs'

// An update as plain data that can be bent in every way and written again, also in ways Yjs itself never would.

export interface Id {
  client: number
  clock: number
}

export interface PlainStruct {
  kind: 'item' | 'gc' | 'skip'
  /** As the wire says it; of an item it follows from the content. */
  length: number
  origin: Id | null
  rightOrigin: Id | null
  /** Name of a root, or the struct that holds the type. Written only when neither origin is there. */
  parent: string | Id | null
  parentSub: string | null
  content: Y.Item['content']
}

export interface Section {
  client: number
  /** Clock of the first struct; the others follow. */
  clock: number
  structs: PlainStruct[]
}

export interface Deletions {
  client: number
  ranges: { clock: number; length: number }[]
}

export interface PlainUpdate {
  sections: Section[]
  deletions: Deletions[]
}

const plainId = (id: Y.ID | null): Id | null => (id ? { client: id.client, clock: id.clock } : null)

function plainStruct(struct: Y.Item | Y.GC | Y.Skip): PlainStruct {
  const blank = { origin: null, rightOrigin: null, parent: null, parentSub: null }
  if (!(struct instanceof Y.Item)) {
    const kind = struct instanceof Y.GC ? 'gc' : 'skip'
    return { kind, length: struct.length, ...blank, content: new Y.ContentDeleted(struct.length) }
  }
  const parent: unknown = struct.parent
  return {
    kind: 'item',
    length: struct.length,
    origin: plainId(struct.origin),
    rightOrigin: plainId(struct.rightOrigin),
    parent: typeof parent === 'string' ? parent : parent instanceof Y.ID ? plainId(parent) : null,
    parentSub: struct.parentSub,
    content: struct.content,
  }
}

export function readPlain(update: Uint8Array): PlainUpdate {
  const { structs, ds } = Y.decodeUpdate(update)
  const sections: Section[] = []
  for (const struct of structs) {
    const { client, clock } = struct.id
    if (sections.at(-1)?.client !== client) sections.push({ client, clock, structs: [] })
    sections.at(-1)?.structs.push(plainStruct(struct))
  }
  const deletions = [...ds.clients].map(([client, ranges]) => ({
    client,
    ranges: ranges.map(({ clock, len }) => ({ clock, length: len })),
  }))
  return { sections, deletions }
}

const ORIGIN = 0x80
const RIGHT_ORIGIN = 0x40
const PARENT_SUB = 0x20
const SKIP = 10

export const lengthOf = (struct: PlainStruct): number =>
  struct.kind === 'item' ? struct.content.getLength() : struct.length

function writeStruct(out: Y.UpdateEncoderV1, struct: PlainStruct): void {
  if (struct.kind !== 'item') {
    out.writeInfo(struct.kind === 'gc' ? 0 : SKIP)
    out.writeLen(struct.length)
    return
  }
  const { origin, rightOrigin, parent, parentSub, content } = struct
  out.writeInfo(
    content.getRef() |
      (origin ? ORIGIN : 0) |
      (rightOrigin ? RIGHT_ORIGIN : 0) |
      (parentSub === null ? 0 : PARENT_SUB),
  )
  if (origin) out.writeLeftID(Y.createID(origin.client, origin.clock))
  if (rightOrigin) out.writeRightID(Y.createID(rightOrigin.client, rightOrigin.clock))
  if (!origin && !rightOrigin) {
    out.writeParentInfo(typeof parent !== 'object' || parent === null)
    if (typeof parent === 'object' && parent !== null)
      out.writeLeftID(Y.createID(parent.client, parent.clock))
    else out.writeString(parent ?? '')
    if (parentSub !== null) out.writeString(parentSub)
  }
  content.write(out, 0)
}

export function writePlain({ sections, deletions }: PlainUpdate): Uint8Array {
  const out = new Y.UpdateEncoderV1()
  // `writeLen` writes any unsigned number; what has no method of its own goes through it.
  out.writeLen(sections.length)
  for (const { client, clock, structs } of sections) {
    out.writeLen(structs.length)
    out.writeClient(client)
    out.writeLen(clock)
    for (const struct of structs) writeStruct(out, struct)
  }
  out.writeLen(deletions.length)
  for (const { client, ranges } of deletions) {
    out.writeLen(client)
    out.writeLen(ranges.length)
    for (const { clock, length } of ranges) {
      out.writeLen(clock)
      out.writeLen(length)
    }
  }
  return out.toUint8Array()
}

/** A copy to bend. Contents are shared: they are replaced, never changed. */
export const copyPlain = ({ sections, deletions }: PlainUpdate): PlainUpdate => ({
  sections: sections.map(section => ({
    ...section,
    structs: section.structs.map(struct => ({ ...struct })),
  })),
  deletions: deletions.map(({ client, ranges }) => ({ client, ranges: ranges.map(range => ({ ...range })) })),
})

/** The same edit as if `to` had made it next: its own ids are moved, what it names of others stays. */
export function rebase(update: PlainUpdate, to: Id): PlainUpdate {
  const next = copyPlain(update)
  const [section] = next.sections
  if (!section) return next
  const { client, clock } = section
  const length = section.structs.reduce((sum, struct) => sum + lengthOf(struct), 0)
  const isOwn = (id: Id) => id.client === client && id.clock >= clock && id.clock < clock + length
  const moved = (id: Id | null) =>
    id && isOwn(id) ? { client: to.client, clock: id.clock - clock + to.clock } : id
  for (const struct of section.structs) {
    struct.origin = moved(struct.origin)
    struct.rightOrigin = moved(struct.rightOrigin)
    if (typeof struct.parent === 'object') struct.parent = moved(struct.parent)
  }
  const own: Deletions = { client: to.client, ranges: [] }
  for (const { client: deleted, ranges } of next.deletions) {
    if (deleted !== client) continue
    for (const range of ranges)
      if (range.clock >= clock && range.clock + range.length <= clock + length)
        own.ranges.push({ clock: range.clock - clock + to.clock, length: range.length })
  }
  const kept = next.deletions.map(entry =>
    entry.client === client
      ? { client, ranges: entry.ranges.filter(range => range.clock + range.length <= clock) }
      : entry,
  )
  next.deletions = [...kept, own].filter(({ ranges }) => ranges.length > 0)
  section.client = to.client
  section.clock = to.clock
  return next
}
