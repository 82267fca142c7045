import { findRecordByCode, listSealedRecords } from '@mufakat/db'
import { normalizeRecordCode } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { limitedAddress, limitedKey, requireAttempt, returnAttempt } from '../rate-limit'
import { koreksiText, recordText, signaturesOf } from '../sealing/sealed-text'
import { recordView } from './read-review'
import { hex } from './state'
import type { RecordCheck } from './views'

/** Codes that no paper carries, from one network: nobody mistypes ten signs so often. */
const GUESSES = { capacity: 30, drainPerMinute: 2 }

/**
 * What a record is, for anybody who has its code from a paper: no text of it, no names. A right code is given its
 * attempt back, so that only guesses count.
 * @returns null when there is none
 * @throws AppError `rate-limited`
 */
export async function checkRecord(
  ctx: ServiceContext,
  asked: { code: string; address: string },
): Promise<RecordCheck | null> {
  const keys = [limitedKey(GUESSES, 'record code', limitedAddress(asked.address))]
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    await requireAttempt(tx, keys, now, 'record code')
    const code = normalizeRecordCode(asked.code)
    const found = code === null ? null : await findRecordByCode(tx, code)
    if (found === null) return null
    await returnAttempt(tx, keys, now)
    const records = await listSealedRecords(tx, found.rapatId)
    const first = recordText(defined(records[0], 'the record of the notula'))
    const { persetujuan, sebutan } =
      found.number === 0
        ? { persetujuan: first.bagian.persetujuan, sebutan: first.sebutan }
        : koreksiText(found)
    return {
      code: found.code,
      hash: hex(found.hash),
      number: found.number,
      title: first.bagian.rapat.title ?? '',
      date: first.bagian.rapat.date ?? null,
      at: found.at,
      signedBy: signaturesOf(persetujuan, sebutan),
      isExample: first.bagian.rapat.is_example === 't',
      others: records.filter(one => one.number !== found.number).map(recordView),
    }
  })
}
