// Invariants
// 1. A head is signed only when the chain still holds what was signed before, by the table and by the newest file of a
//    day, and every link since then fits: a signature never covers what an earlier one contradicts.
// 2. The signature is in the table before it is in a file. What a crash kept from being written, the next call writes.
// 3. Of several that call at once, one signs.
import {
  chainHead,
  findLink,
  findSignature,
  insertSignature,
  type LinkRow,
  lastSignature,
  linksAfter,
  type SignatureRow,
  type Tx,
  trySignLock,
} from '@mufakat/db'
import { wibDate } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { inTransaction } from '../context'
import { CHAIN_START, entryDigest, linkHash, sameBytes } from './audit-chain'
import { type AuditKeys, checkSignature, signHeadOf } from './audit-key'
import { exportedDays, readDayExport, writeDayExport } from './day-export'

export type Signing =
  | { readonly outcome: 'signed' | 'unchanged'; readonly number: number }
  | { readonly outcome: 'empty' | 'busy' }
  /** The chain is not what it was: `reason` says how, `number` where. Nothing was signed. */
  | { readonly outcome: 'refused'; readonly reason: Refusal; readonly number: number }

export type Refusal = 'signature' | 'signed-part' | 'new-part' | 'export'

const PAGE = 500

/**
 * Signs the head of the audit's chain and writes the file of the day; once a day also when nothing was added, so that
 * the files say it was so.
 */
export async function signAuditHead(ctx: ServiceContext, keys: AuditKeys, folder: string): Promise<Signing> {
  const now = ctx.clock.now()
  const { signing, row } = await inTransaction(ctx, async tx => {
    if (!(await trySignLock(tx))) return { signing: { outcome: 'busy' } as const, row: null }
    const last = await lastSignature(tx)
    const head = await chainHead(tx)
    if (head === null && last === null) return { signing: { outcome: 'empty' } as const, row: null }
    const wrong = (await wrongBefore(tx, keys, folder, last)) ?? (await wrongSince(tx, last))
    if (wrong !== null) return { signing: { outcome: 'refused', ...wrong } as const, row: null }
    if (head === null || (last?.number === head.number && wibDate(last.at) === wibDate(now)))
      return { signing: { outcome: 'unchanged', number: last?.number ?? 0 } as const, row: last }
    const made = signatureOf(keys, last, head, now)
    await insertSignature(tx, made)
    return { signing: { outcome: 'signed', number: head.number } as const, row: made }
  })
  if (row !== null && !(await isExported(folder, row))) await writeDayExport(folder, row)
  return signing
}

function signatureOf(keys: AuditKeys, last: SignatureRow | null, head: LinkRow, now: Date): SignatureRow {
  const statement = { seq: (last?.seq ?? 0) + 1, number: head.number, hash: head.hash, at: now }
  return { ...statement, keyId: keys.id, signature: signHeadOf(keys, statement) }
}

async function isExported(folder: string, row: SignatureRow): Promise<boolean> {
  const known = await readDayExport(folder, wibDate(row.at))
  return known !== null && sameBytes(known.signature, row.signature)
}

type Wrong = { readonly reason: Refusal; readonly number: number } | null

/** Whether what was signed last still stands. */
async function wrongBefore(
  tx: Tx,
  keys: AuditKeys,
  folder: string,
  last: SignatureRow | null,
): Promise<Wrong> {
  const day = (await exportedDays(folder)).at(-1)
  if (day !== undefined) {
    const told = await readDayExport(folder, day)
    const kept = told === null ? null : await findSignature(tx, told.seq)
    if (told === null || kept === null || !sameBytes(kept, told.signature))
      return { reason: 'export', number: told?.number ?? 0 }
  }
  if (last === null) return null
  if (checkSignature(keys.known, last) !== 'good') return { reason: 'signature', number: last.number }
  const there = await findLink(tx, last.number)
  if (there === null || !sameBytes(there.hash, last.hash))
    return { reason: 'signed-part', number: last.number }
  return null
}

/** The first link since the last signature that does not follow from the one before and its entry. */
async function wrongSince(tx: Tx, last: SignatureRow | null): Promise<Wrong> {
  let before: LinkRow = last ?? { number: 0, hash: CHAIN_START }
  for (;;) {
    const links = await linksAfter(tx, { number: before.number, limit: PAGE })
    for (const link of links) {
      const number = before.number + 1
      if (link.number !== number || !sameBytes(link.hash, linkHash(before.hash, number, entryDigest(link))))
        return { reason: 'new-part', number }
      before = link
    }
    if (links.length < PAGE) return null
  }
}
