import type { LogHead } from '@mufakat/db'
import { admissible, NOTULA_VERSION, refusalCode } from '@mufakat/doc-model'
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
 * 3. What it adds is admissible under doc-model: everything it refers to or deletes exists, so that nothing pends,
 *    and every kind, key and value is known (SPEC of doc-model, N18).
 *    Somebody who may write in some agenda items only touches nothing else (N30).
 * 4. Its clocks continue exactly where the lease stands.
 *
 * Nothing is changed here and nothing is thrown.
 */
export function judge(
  copy: Copy,
  part: Part,
  holdsLease: boolean,
  items: readonly string[] | undefined,
): Verdict {
  const known = copy.frames.get(part.lease) ?? 0
  if (!holdsLease) return refuse('lease-ended', 'lease not held by this connection')
  if (part.frame <= known) return { kind: 'duplicate' }
  if (part.frame !== known + 1) return refuse('conflict', `frame ${part.frame} after ${known}`)
  if (part.base > copy.head.seq) return refuse('conflict', `base ${part.base} past ${copy.head.seq}`)
  if (part.bytes.length > MAX_PART_BYTES) return refuse('too-large', `${part.bytes.length} bytes`)
  const allowed = admissible(copy.doc, part.bytes, {
    clientId: part.lease,
    version: NOTULA_VERSION,
    items: items ?? null,
  })
  if (!allowed.ok)
    return refuse(refusalCode(allowed.error.reason), `${allowed.error.reason} ${allowed.error.detail}`)
  const clocks = allowed.value.clients.get(part.lease)
  const expected = Y.getState(copy.doc.store, part.lease)
  return clocks === undefined || clocks.from === expected
    ? { kind: 'take' }
    : refuse('refused-edit', `clock ${clocks.from} where ${expected} is next`)
}

/** True when something in the document waits for what never came: it must be thrown away. */
export const isPending = (doc: Y.Doc): boolean =>
  doc.store.pendingStructs !== null || doc.store.pendingDs !== null
