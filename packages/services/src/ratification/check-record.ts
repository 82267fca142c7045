import {
  findRecordByCode,
  findRecordOfHash,
  listSealedPapers,
  listSealedRecords,
  listSignedCopies,
  type SealedRecordRow,
  type Tx,
} from '@mufakat/db'
import { normalizeRecordCode } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { type LimitedKey, limitedAddress, limitedKey, requireAttempt, returnAttempt } from '../rate-limit'
import { koreksiText, recordText, signaturesOf } from '../sealing/sealed-text'
import { recordView } from './read-review'
import { bytesOfHex, hex } from './state'
import type { HashCompared, RecordCheck } from './views'

/** Codes and hashes that no paper carries, from one network: nobody mistypes ten signs so often. */
const GUESSES = { capacity: 30, drainPerMinute: 2 }

const guessKeys = (address: string): LimitedKey[] => [
  limitedKey(GUESSES, 'record code', limitedAddress(address)),
]

const SHA256 = /^[0-9a-f]{64}$/

/** What a hash that somebody brings is to this record; null where they bring none. */
async function compare(tx: Tx, record: SealedRecordRow, hash: string): Promise<HashCompared | null> {
  if (hash === '') return null
  if (!SHA256.test(hash)) return { is: 'no-hash' }
  if (hex(record.hash) === hash) return { is: 'record' }
  const ofRecord = ({ number }: { readonly number: number }) => number === record.number
  const paper = (await listSealedPapers(tx, record.rapatId)).find(ofRecord)
  if (paper !== undefined && hex(paper.sha256) === hash) return { is: 'paper' }
  const copies = (await listSignedCopies(tx, record.rapatId)).filter(ofRecord)
  const at = copies.findIndex(copy => hex(copy.sha256) === hash)
  if (at >= 0) return { is: at === 0 ? 'signed' : 'signed-before' }
  const elsewhere = await codeOfHash(tx, hash)
  return elsewhere === null ? { is: 'other' } : { is: 'elsewhere', code: elsewhere }
}

/** The code of the record that a hash belongs to. */
async function codeOfHash(tx: Tx, hash: string): Promise<string | null> {
  const found = await findRecordOfHash(tx, bytesOfHex(hash))
  if (found === null) return null
  const records = await listSealedRecords(tx, found.rapatId)
  return records.find(one => one.number === found.number)?.code ?? null
}

/**
 * What a record is, for anybody who has its code from a paper: no text of it, no names; and what the hash of a file is
 * to it. A right code is given its attempt back, so that only guesses count.
 * @returns null when there is none
 * @throws AppError `rate-limited`
 */
export async function checkRecord(
  ctx: ServiceContext,
  asked: { code: string; hash: string; address: string },
): Promise<RecordCheck | null> {
  const keys = guessKeys(asked.address)
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    await requireAttempt(tx, keys, now, 'record code')
    const code = normalizeRecordCode(asked.code)
    const found = code === null ? null : await findRecordByCode(tx, code)
    if (found === null) return null
    const compared = await compare(tx, found, asked.hash)
    // A wrong hash beside a right code is a guess all the same.
    if (compared?.is !== 'other') await returnAttempt(tx, keys, now)
    const records = await listSealedRecords(tx, found.rapatId)
    const first = recordText(defined(records[0], 'the record of the notula'))
    const { persetujuan, sebutan } =
      found.number === 0
        ? { persetujuan: first.bagian.persetujuan, sebutan: first.sebutan }
        : koreksiText(found)
    const copies = await listSignedCopies(tx, found.rapatId)
    const signed = copies.find(one => one.number === found.number)
    return {
      code: found.code,
      hash: hex(found.hash),
      number: found.number,
      title: first.bagian.rapat.title ?? '',
      date: first.bagian.rapat.date ?? null,
      at: found.at,
      signedBy: signaturesOf(persetujuan, sebutan),
      signedCopy: signed === undefined ? null : { srikandiNumber: signed.srikandiNumber, at: signed.at },
      isExample: first.bagian.rapat.is_example === 't',
      others: records.filter(one => one.number !== found.number).map(recordView),
      compared,
    }
  })
}

/**
 * The code of the record that the hash of a file belongs to, for anybody who has the file; null when there is none. A
 * right one is given its attempt back.
 * @throws AppError `rate-limited`
 */
export async function findRecordCode(
  ctx: ServiceContext,
  asked: { hash: string; address: string },
): Promise<string | null> {
  if (!SHA256.test(asked.hash)) return null
  const keys = guessKeys(asked.address)
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    await requireAttempt(tx, keys, now, 'record hash')
    const code = await codeOfHash(tx, asked.hash)
    if (code !== null) await returnAttempt(tx, keys, now)
    return code
  })
}
