import * as Y from 'yjs'

// An update without some of its words. [N22]
// 1. What is purged becomes deleted content of the same length: clocks, origins, parents, deletions and everything
//    else stay, so that whatever was written around it or since still finds its place.
// 2. What holds nothing to purge is left byte for byte.

/** Units by author: client → clocks, end exclusive, in order and without overlap. */
export type Units = ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]>

/** An update (v1) with these units as deleted content. */
export function purgeUpdate(update: Uint8Array, units: Units): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update)
  let purged = false
  const kept = structs.flatMap(struct => {
    const pieces = struct instanceof Y.Item ? purgeItem(struct, units) : null
    purged ||= pieces !== null
    return pieces ?? [struct]
  })
  return purged ? encode(kept, ds) : update
}

/** The item as pieces; null when nothing of it goes. */
function purgeItem(item: Y.Item, units: Units): Y.Item[] | null {
  const { content, length, id } = item
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentType) return null
  const gone = (units.get(id.client) ?? [])
    .map(({ from, to }) => ({ from: Math.max(from - id.clock, 0), to: Math.min(to - id.clock, length) }))
    .filter(({ from, to }) => from < to)
  if (gone.length === 0) return null
  if (!(content instanceof Y.ContentString)) return [pieceOf(item, 0, new Y.ContentDeleted(length))]
  const pieces: Y.Item[] = []
  let at = 0
  const keep = (to: number) => {
    if (to > at) pieces.push(pieceOf(item, at, new Y.ContentString(content.str.slice(at, to))))
    at = to
  }
  for (const { from, to } of gone) {
    keep(from)
    pieces.push(pieceOf(item, from, new Y.ContentDeleted(to - from)))
    at = to
  }
  keep(length)
  return pieces
}

/** What stands `offset` units into an item, as Yjs itself would have cut it. */
function pieceOf(item: Y.Item, offset: number, content: Y.Item['content']): Y.Item {
  const { client, clock } = item.id
  const origin = offset === 0 ? item.origin : Y.createID(client, clock + offset - 1)
  const id = Y.createID(client, clock + offset)
  return new Y.Item(id, null, origin, null, item.rightOrigin, item.parent, item.parentSub, content)
}

type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Yjs' own encoding of an update, from its structs in their order. */
function encode(structs: Decoded['structs'], ds: Decoded['ds']): Uint8Array {
  const byClient: Decoded['structs'][] = []
  for (const struct of structs) {
    const last = byClient.at(-1)
    if (last?.[0]?.id.client === struct.id.client) last.push(struct)
    else byClient.push([struct])
  }
  const out = new Y.UpdateEncoderV1()
  out.writeLen(byClient.length)
  for (const own of byClient) {
    const { client, clock } = (own[0] as Y.Item).id
    out.writeLen(own.length)
    out.writeClient(client)
    out.writeLen(clock)
    for (const struct of own) struct.write(out, 0)
  }
  out.writeLen(ds.clients.size)
  for (const [client, ranges] of ds.clients) {
    out.writeLen(client)
    out.writeLen(ranges.length)
    for (const { clock, len } of ranges) {
      out.writeDsClock(clock)
      out.writeDsLen(len)
    }
  }
  return out.toUint8Array()
}
