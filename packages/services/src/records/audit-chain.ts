/*
 * The chain of the audit, as the database writes it (migration `audit_chain`) and as it is checked. Both are written from this:
 *
 *   field(v)  = 00 when v is null, else 01, the length of v in bytes (4, big endian), v in UTF-8
 *   digest(e) = SHA-256 of the fields, one after the other: "mufakat-audit-1", id, at (milliseconds since 1970, decimal),
 *               actor_id, action, rapat_id, subject_id, details (as Postgres writes a jsonb)
 *   hash(n)   = SHA-256 of hash(n - 1), n (8, big endian), digest(entry of n);  hash(0) is 32 bytes of 00
 *
 * Every column of the entry is in it, and a length before each, so that nothing can move from one field into the next.
 */
import { createHash } from 'node:crypto'

/** A row of `audit_entry` as Postgres writes its columns; ids in lower case. */
export interface EntryText {
  readonly id: string
  readonly at: Date
  readonly actorId: string | null
  readonly action: string
  readonly rapatId: string | null
  readonly subjectId: string | null
  readonly details: string
}

const ENCODING = 'mufakat-audit-1'

export const CHAIN_START: Uint8Array = new Uint8Array(32)

function field(value: string | null): Buffer {
  if (value === null) return Buffer.from([0])
  const text = Buffer.from(value)
  const head = Buffer.alloc(5)
  head[0] = 1
  head.writeUInt32BE(text.length, 1)
  return Buffer.concat([head, text])
}

const sha256 = (...parts: readonly Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}

export const entryDigest = (entry: EntryText): Uint8Array =>
  sha256(
    ...[
      ENCODING,
      entry.id,
      String(entry.at.getTime()),
      entry.actorId,
      entry.action,
      entry.rapatId,
      entry.subjectId,
      entry.details,
    ].map(field),
  )

export function linkHash(previous: Uint8Array, number: number, digest: Uint8Array): Uint8Array {
  const place = Buffer.alloc(8)
  place.writeBigInt64BE(BigInt(number))
  return sha256(previous, place, digest)
}

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
