import { createHash, randomBytes } from 'node:crypto'
import { countJournalKeys, findJournalKey, insertJournalKey } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { recordAudit } from './audit'
import type { ServiceContext } from './context'
import { authorise, inTransaction } from './context'
import type { JournalKeyInput } from './inputs'
import { type LimitedKey, reserveAttempt } from './rate-limit'

const KEY_BYTES = 32
/** A private window is a new device each time; nobody has so many in a year. */
export const MAX_JOURNAL_DEVICES = 500

/** New devices of one person: a dozen at once, then one each five minutes. */
const limitOf = (personId: string): LimitedKey => ({
  key: new Uint8Array(createHash('sha256').update(`journal-key ${personId}`).digest()),
  policy: { capacity: 12, drainPerMinute: 0.2 },
  clearedBySuccess: false,
})

/**
 * The key of the acting person's journal on a device, made when first asked for. Keys are never replaced: what
 * was sealed under one could not be read again. Throws `rate-limited` for too many new devices.
 */
export async function journalKeyFor(
  ctx: ServiceContext,
  actor: Actor | null,
  { deviceId }: JournalKeyInput,
): Promise<Uint8Array> {
  authorise(actor, 'journal-key.read', actor ?? undefined)
  const { personId } = actor
  const device = { personId, deviceId }
  const known = await findJournalKey(ctx.database.db, device)
  if (known !== null) return known
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    if (!(await reserveAttempt(tx, [limitOf(personId)], now)))
      throw new AppError('rate-limited', 'journal key')
    if ((await countJournalKeys(tx, personId)) >= MAX_JOURNAL_DEVICES)
      throw new AppError('rate-limited', 'journal devices')
    const key = new Uint8Array(randomBytes(KEY_BYTES))
    if (!(await insertJournalKey(tx, { ...device, key, createdAt: now })))
      return defined(await findJournalKey(tx, device), 'a key that was just there')
    await recordAudit(tx, { at: now, actorId: personId, action: 'journal-key.create', subjectId: deviceId })
    return key
  })
}
