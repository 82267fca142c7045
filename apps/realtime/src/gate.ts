import type { LogHead } from '@mufakat/db'
import type { ErrorCode } from '@mufakat/kernel'
import { MAX_PART_BYTES, type Part } from '@mufakat/protocol'
import * as Y from 'yjs'

/** A document in memory, as the gate needs it. */
export interface Copy {
  readonly lineage: string
  readonly doc: Y.Doc
  /** The newest committed row. */
  head: LogHead
  /** Newest frame of each lease that is logged, or judged and on its way into the log. */
  readonly frames: Map<number, number>
}

export type Verdict =
  | { readonly kind: 'take' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'refuse'; readonly code: ErrorCode; readonly reason: string }

const refuse = (code: ErrorCode, reason: string): Verdict => ({ kind: 'refuse', code, reason })

/**
 * Whether a part may become part of the document. Yjs trusts its peers; here nobody is trusted:
 *
 * 1. A part comes under a lease that its sender holds, and holds structs of that clientID only.
 * 2. Frames of a lease come without holes; a known one is a resend and changes nothing.
 * 3. Its clocks continue where the lease stands, and everything it refers to or deletes exists: nothing pends.
 * 4. What it adds is admissible under doc-model (SPEC of doc-model, rules of the gate).
 *
 * Nothing is changed here and nothing is thrown.
 */
export function judge(copy: Copy, part: Part, holdsLease: boolean): Verdict {
  const known = copy.frames.get(part.lease) ?? 0
  if (!holdsLease) return refuse('lease-ended', 'lease not held by this connection')
  if (part.frame <= known) return { kind: 'duplicate' }
  if (part.frame !== known + 1) return refuse('conflict', `frame ${part.frame} after ${known}`)
  if (part.base > copy.head.seq) return refuse('conflict', `base ${part.base} past ${copy.head.seq}`)
  if (part.bytes.length > MAX_PART_BYTES) return refuse('too-large', `${part.bytes.length} bytes`)
  const flaw = flawInStructure(copy.doc, part)
  return flaw === null ? { kind: 'take' } : refuse('refused-edit', flaw)
}

function flawInStructure(doc: Y.Doc, part: Part): string | null {
  let update: ReturnType<typeof Y.decodeUpdate>
  try {
    update = Y.decodeUpdate(part.bytes)
  } catch {
    return 'does not decode'
  }
  let clock = Y.getState(doc.store, part.lease)
  const exists = (id: Y.ID | null): boolean =>
    id === null || id.clock < (id.client === part.lease ? clock : Y.getState(doc.store, id.client))
  for (const struct of update.structs) {
    if (struct.id.client !== part.lease) return `struct of ${struct.id.client} under lease ${part.lease}`
    if (struct.id.clock !== clock) return `clock ${struct.id.clock} where ${clock} is next`
    if (struct.length < 1 || clock + struct.length > MAX_CLOCK) return 'length out of bounds'
    if (struct instanceof Y.Item) {
      const parent: unknown = struct.parent
      if (!exists(struct.origin) || !exists(struct.rightOrigin)) return 'refers to what does not exist'
      if (parent instanceof Y.ID && !exists(parent)) return 'stands in what does not exist'
    } else if (!(struct instanceof Y.GC)) {
      return 'skips clocks'
    }
    clock += struct.length
  }
  for (const [client, ranges] of update.ds.clients) {
    const end = client === part.lease ? clock : Y.getState(doc.store, client)
    for (const range of ranges) {
      if (range.clock < 0 || range.len < 1 || range.clock + range.len > end)
        return 'deletes what does not exist'
    }
  }
  return null
}

const MAX_CLOCK = 2 ** 40

/** True when something in the document waits for what never came: it must be thrown away. */
export const isPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
