import { type ErrorCode, err, type Result } from '@mufakat/kernel'
import * as Y from 'yjs'
import { documentVersion, NOTULA_VERSION, rootName } from '../notula-doc'
import { cutsCodePoint } from './code-points'
import { type Inspection, inspectUpdate, type UnreadableReason } from './inspect'
import { LineIds } from './line-ids'
import { Order } from './order'
import { OwnItems } from './own-items'
import { GONE, type Place, PlaceFinder } from './places'
import {
  isFormat,
  isItemEntry,
  isItemKey,
  isKnownEmbed,
  isMarkerEntry,
  isMarkerKey,
  isTableEntry,
  isTableKey,
  isText,
} from './values'

// What a document lets in [N18]: text, markers, slots, known embeds and formats in texts of items and cells, words
// in titles, known keys with bounded values in known maps; only structs of the author's own client; nothing that
// hangs on what the document does not have. Judged before applying, without writing and without exceptions. What
// passes has a meaning to the reader [N1] and can be applied.

export type GateReason =
  | UnreadableReason
  /** Written in a version of the model this document or this build does not take. */
  | 'wrong-version'
  /** Structs of another client than the one the author was given. */
  | 'foreign-author'
  /** Names structs that the document does not have (yet). */
  | 'missing-dependency'
  /** Stands in a root this model does not have, or in none. */
  | 'unknown-place'
  /** Between neighbours that never stood side by side, or within a code point. */
  | 'impossible-place'
  /** A kind of content, a key or an embed this model does not have there. */
  | 'unknown-content'
  /** A known key, format or embed with a value out of bounds. */
  | 'bad-value'
  /** In an item that its author was not given, or with an id that stands in one. */
  | 'not-theirs'
  /** Takes away what stays: the version of the document, the id of a line that stands. */
  | 'forbidden-deletion'

export interface Refusal {
  readonly reason: GateReason
  /** For the log: which struct, which key. Never shown to people. */
  readonly detail: string
}

export interface GateAuthor {
  /** The client ids the author may write as: the leased one, or also earlier ones of the same session. */
  readonly clientId: number | readonly number[]
  /** Version of the model the author's build writes. */
  readonly version: number
  /** The only agenda items whose texts the author may touch; null or left out: all of the document. */
  readonly items?: readonly string[] | null
}

/** The code an edge answers with. */
export const refusalCode = (reason: GateReason): ErrorCode =>
  reason === 'too-large' ? 'too-large' : reason === 'wrong-version' ? 'old-client' : 'refused-edit'

const refuse = (reason: GateReason, detail = ''): Result<never, Refusal> => err({ reason, detail })

/** Judges an update for a document it has not been applied to. */
export function admissible(doc: Y.Doc, update: Uint8Array, author: GateAuthor): Result<Inspection, Refusal> {
  if (author.version > NOTULA_VERSION || author.version < documentVersion(doc))
    return refuse('wrong-version', `author ${author.version}, document ${documentVersion(doc)}`)
  const read = inspectUpdate(update)
  if (!read.ok) return refuse(read.error)
  const { structs, clients, deletions } = read.value
  const own = new Set(typeof author.clientId === 'number' ? [author.clientId] : author.clientId)
  for (const [client, { from }] of clients) {
    if (!own.has(client)) return refuse('foreign-author', `client ${client}`)
    if (from > Y.getState(doc.store, client)) return refuse('missing-dependency', `${client}:${from}`)
  }
  try {
    const finder = new PlaceFinder(doc)
    const order = new Order(doc)
    const lineIds = new LineIds(doc, deletions)
    const ownItems = author.items ? new OwnItems(doc, author.items) : null
    for (const struct of structs) {
      if (struct instanceof Y.GC) {
        finder.remember(struct, GONE)
        continue
      }
      const place = finder.placeOf(struct)
      const name = `${struct.id.client}:${struct.id.clock}`
      if (place === 'missing') return refuse('missing-dependency', name)
      if (place === 'torn' || place.kind === 'unknown') return refuse('unknown-place', name)
      const reason = judgeContent(place, struct.content)
      if (reason) return refuse(reason, `${name} in ${place.kind} ${place.key ?? ''}`)
      if (ownItems?.allows(place) === false) return refuse('not-theirs', `${name} in ${place.root}`)
      ownItems?.note(struct, place)
      if (place.kind !== 'gone' && !(order.add(struct, place) && isWhole(doc, struct)))
        return refuse('impossible-place', name)
      lineIds.note(struct, place)
      finder.remember(struct, place)
    }
    for (const [client, ranges] of deletions)
      for (const { clock, length } of ranges) {
        if (!finder.knows(client, clock + length - 1))
          return refuse('missing-dependency', `deletes ${client}:${clock}`)
        if (cutsCodePoint(doc, client, clock - 1) || cutsCodePoint(doc, client, clock + length - 1))
          return refuse('impossible-place', `deletes ${client}:${clock}`)
      }
    if (ownItems && !(ownItems.allowsDeletions(deletions, finder) && ownItems.areIdsOwn()))
      return refuse('not-theirs', 'a deletion, a table or an id')
    for (const client of own)
      if (!lineIds.areKept(client)) return refuse('forbidden-deletion', 'the id of a line')
  } catch (error) {
    return refuse('unreadable', error instanceof Error ? error.message : '')
  }
  if (deletesVersion(doc, read.value)) return refuse('forbidden-deletion')
  return read
}

/** Yjs cuts behind the left neighbour and before the right one. */
const isWhole = (doc: Y.Doc, { origin, rightOrigin }: Y.Item): boolean =>
  !(origin && cutsCodePoint(doc, origin.client, origin.clock)) &&
  !(rightOrigin && cutsCodePoint(doc, rightOrigin.client, rightOrigin.clock - 1))

function deletesVersion(doc: Y.Doc, { deletions }: Inspection): boolean {
  const id = doc.getMap(rootName.meta)._map.get('version')?.id
  if (!id) return false
  return (deletions.get(id.client) ?? []).some(
    ({ clock, length }) => clock <= id.clock && id.clock < clock + length,
  )
}

/** Why this content may not stand at this place; null when it may. */
function judgeContent(place: Place, content: Y.Item['content']): GateReason | null {
  const { kind, key } = place
  // What its author deleted again before sending; Yjs drops what stands in something that is gone.
  if (content instanceof Y.ContentDeleted) return isKnownKey(place) ? null : 'unknown-content'
  if (kind === 'gone') return content instanceof Y.ContentType && !isMap(content) ? 'unknown-content' : null
  if (kind === 'title' || kind === 'text') {
    if (key !== null) return 'unknown-place'
    if (content instanceof Y.ContentString) return isText(content.str) ? null : 'bad-value'
    if (kind === 'title') return 'unknown-content'
    if (content instanceof Y.ContentEmbed) return isKnownEmbed(content.embed) ? null : 'unknown-content'
    if (content instanceof Y.ContentFormat) return isFormat(content.key, content.value) ? null : 'bad-value'
    return content instanceof Y.ContentType && isMap(content) ? null : 'unknown-content'
  }
  if (key === null) return 'unknown-place'
  if (!isKnownKey(place) || !(content instanceof Y.ContentAny)) return 'unknown-content'
  const values: unknown[] = content.arr
  const [value] = values
  if (values.length !== 1) return 'bad-value'
  const good =
    kind === 'marker'
      ? isMarkerEntry(key, value)
      : kind === 'items'
        ? isItemEntry(key, value)
        : isTableEntry(key, value)
  return good ? null : 'bad-value'
}

const isMap = (content: Y.ContentType): boolean => (content.type as unknown) instanceof Y.Map

function isKnownKey({ kind, key }: Place): boolean {
  if (kind === 'gone') return true
  if (kind === 'title' || kind === 'text') return key === null
  if (key === null) return false
  return kind === 'marker' ? isMarkerKey(key) : kind === 'items' ? isItemKey(key) : isTableKey(key)
}
