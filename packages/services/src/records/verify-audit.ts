import type { RecordSource, TextRow } from '@mufakat/db'
import { wibDate } from '@mufakat/domain'
import { CHAIN_START, entryDigest, linkHash, sameBytes } from './audit-chain'
import { checkSignature, type PublicKeys, type SignedHead } from './audit-key'
import { bytesOf } from './bytes-of'
import type { DayExport } from './day-export'
import type { Finding, RecordReport } from './report'

/** What signatures and files of days are held against; no files: `exports` is null, as with a dump alone. */
export interface AuditMeans {
  readonly keys: PublicKeys
  readonly exports: ReadonlyMap<string, DayExport | null> | null
}

interface Entry {
  readonly digest: Uint8Array
  readonly at: Date
  readonly action: string
}

interface Link {
  readonly number: number
  readonly entryId: string
  readonly hash: Uint8Array
}

interface Signature extends SignedHead {
  readonly signature: Uint8Array
}

const instantOf = (text: string | null | undefined): Date =>
  new Date((text ?? '').replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'))

async function readEntries(source: RecordSource): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  const columns = ['id', 'at', 'actor_id', 'action', 'rapat_id', 'subject_id', 'details']
  for await (const row of source.rows('audit_entry', columns)) {
    const [id = null, at, actorId = null, action = null, rapatId = null, subjectId = null, details = null] =
      row
    const entry = { id: id ?? '', at: instantOf(at), actorId, action: action ?? '', rapatId, subjectId }
    const digest = entryDigest({ ...entry, details: details ?? '' })
    entries.set(entry.id, { digest, at: entry.at, action: entry.action })
  }
  return entries
}

async function collect<T>(rows: AsyncIterable<TextRow>, read: (row: TextRow) => T): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(read(row))
  return list
}

const readLinks = async (source: RecordSource): Promise<Link[]> =>
  (
    await collect(source.rows('audit_link', ['number', 'entry_id', 'hash']), ([number, id, hash]) => ({
      number: Number(number),
      entryId: id ?? '',
      hash: bytesOf(hash),
    }))
  ).sort((a, b) => a.number - b.number)

const readSignatures = async (source: RecordSource): Promise<Signature[]> => {
  const columns = ['seq', 'number', 'hash', 'at', 'key_id', 'signature']
  const list = await collect(source.rows('audit_signature', columns), row => ({
    seq: Number(row[0]),
    number: Number(row[1]),
    hash: bytesOf(row[2]),
    at: instantOf(row[3]),
    keyId: row[4] ?? '',
    signature: bytesOf(row[5]),
  }))
  return list.sort((a, b) => a.seq - b.seq)
}

/**
 * Checks that the audit is whole: every entry linked, every link fits, every signature is ours and its head still there,
 * every file of a day in the table. Looks at everything, so that one finding does not hide the next.
 */
export async function verifyAudit(source: RecordSource, means: AuditMeans): Promise<RecordReport> {
  const entries = await readEntries(source)
  const links = await readLinks(source)
  const signatures = await readSignatures(source)
  const counts = {
    entries: entries.size,
    signatures: signatures.length,
    exports: means.exports?.size ?? 0,
    unsigned: Math.max(0, (links.at(-1)?.number ?? 0) - (signatures.at(-1)?.number ?? 0)),
  }
  const findings = [
    ...wrongLinks(links, entries),
    ...wrongSignatures(signatures, links, means.keys),
    ...(means.exports === null ? [] : wrongExports(means.exports, signatures, means.keys)),
  ]
  // An installation in use has both; without them there is nothing to hold anything against.
  if (counts.entries === 0) findings.push({ code: 'audit.empty' })
  if (signatures.length === 0) findings.push({ code: 'audit.unsigned' })
  return { record: 'audit', counts, findings }
}

function* wrongLinks(links: readonly Link[], entries: ReadonlyMap<string, Entry>): Generator<Finding> {
  const unlinked = new Set(entries.keys())
  let number = 0
  // Null after a hole: what the next hash was made from is gone.
  let before: Uint8Array | null = CHAIN_START
  for (const link of links) {
    if (link.number > number + 1) {
      yield { code: 'audit.removed', from: number + 1, to: link.number - 1 }
      before = null
    } else if (link.number !== number + 1) yield { code: 'audit.doubled', number: link.number }
    number = link.number
    const entry = entries.get(link.entryId)
    unlinked.delete(link.entryId)
    if (entry === undefined) yield { code: 'audit.entry-removed', number, id: link.entryId }
    else if (before !== null && !sameBytes(link.hash, linkHash(before, number, entry.digest)))
      yield { code: 'audit.altered', number, id: link.entryId, at: entry.at, action: entry.action }
    before = link.hash
  }
  for (const id of unlinked) {
    const entry = entries.get(id)
    yield { code: 'audit.unlinked', id, ...(entry && { at: entry.at, action: entry.action }) }
  }
}

function* wrongSignatures(
  signatures: readonly Signature[],
  links: readonly Link[],
  keys: PublicKeys,
): Generator<Finding> {
  const hashes = new Map(links.map(link => [link.number, link.hash]))
  const last = links.at(-1)?.number ?? 0
  let before: Signature | null = null
  for (const signature of signatures) {
    const { seq, number } = signature
    if (seq !== (before?.seq ?? 0) + 1) yield { code: 'audit.signature-removed', seq: (before?.seq ?? 0) + 1 }
    before = signature
    const verdict = checkSignature(keys, signature)
    if (verdict !== 'good') {
      yield { code: verdict === 'broken' ? 'audit.signature-broken' : 'audit.unknown-key', seq, number }
      continue
    }
    const hash = hashes.get(number)
    if (number > last) yield { code: 'audit.truncated', from: last + 1, to: number }
    else if (hash === undefined || !sameBytes(hash, signature.hash)) yield { code: 'audit.rewritten', number }
  }
}

function* wrongExports(
  exports: ReadonlyMap<string, DayExport | null>,
  signatures: readonly Signature[],
  keys: PublicKeys,
): Generator<Finding> {
  const bySeq = new Map(signatures.map(signature => [signature.seq, signature]))
  for (const [day, told] of exports) {
    if (told === null || wibDate(told.at) !== day || checkSignature(keys, told) !== 'good') {
      yield { code: 'audit.export-broken', day }
      continue
    }
    const kept = bySeq.get(told.seq)
    if (kept === undefined || !sameBytes(kept.signature, told.signature))
      yield { code: 'audit.export-unmatched', day, seq: told.seq, number: told.number }
  }
  const days = new Set(
    signatures.filter(({ at }) => !Number.isNaN(at.getTime())).map(({ at }) => wibDate(at)),
  )
  for (const day of days) if (!exports.has(day)) yield { code: 'audit.export-missing', day }
}
