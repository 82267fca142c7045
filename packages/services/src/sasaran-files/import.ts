import { holdSasaran, insertFileValues, supersedeValues } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { limitedKey, requireAttempt } from '../rate-limit'
import type { JudgedRow, RowVerdict } from '../tables/machine'
import type { TableFile } from '../tables/sheet-file'
import { planValues } from './plan'
import { packSheet, personIn, readValueFile, unpackSheet, type ValueRefusal, type ValueSheet } from './sheet'

/*
 * Values out of a file. Invariants:
 * 1. A file that is about persons is read no further, and nothing of it is shown or kept.
 * 2. What was looked at is what is done: the mark covers the file and every verdict. Whatever has changed since makes it
 *    another one.
 * 3. In one transaction, in which nobody else puts in a value: all of it, or nothing.
 * 4. A value that holds is ended, never written over; the one in its place says why.
 */

const LIMIT = { capacity: 30, drainPerMinute: 1 }

/** Every row, or nothing; or those that are not wrong. */
export const IMPORT_CHOICES = ['semua', 'benar'] as const
export type ImportChoice = (typeof IMPORT_CHOICES)[number]

export interface ValueReview {
  readonly counts: Readonly<Record<RowVerdict, number>>
  readonly rows: readonly JudgedRow[]
  readonly mark: string
  /** The file as it was read, to be handed in again. */
  readonly packed: string
}

function reviewOf(rows: readonly JudgedRow[]): ValueReview['counts'] {
  const counts = { new: 0, changed: 0, same: 0, wrong: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

async function review(ctx: ServiceContext, sheet: ValueSheet): Promise<ValueReview> {
  const { rows, mark } = await planValues(ctx.database.db, sheet, ctx.clock.now())
  return { counts: reviewOf(rows), rows, mark, packed: packSheet(sheet) }
}

/** What a file of values would do, row by row; does nothing. */
export async function reviewValueFile(
  ctx: ServiceContext,
  actor: Actor | null,
  file: TableFile,
): Promise<{ readonly review: ValueReview } | { readonly refusal: ValueRefusal }> {
  authorise(actor, 'capaian.correct')
  const sheet = await readValueFile(file)
  const refusal = personIn(sheet)
  return refusal === null ? { review: await review(ctx, sheet) } : { refusal }
}

/** A page hands on only what was taken before. */
function handedOn(packed: string): ValueSheet {
  const sheet = unpackSheet(packed)
  if (personIn(sheet) !== null) throw new AppError('conflict', 'a file about persons')
  return sheet
}

/** The same of a file that was read before, for who takes the verdicts along. */
export async function reviewValues(
  ctx: ServiceContext,
  actor: Actor | null,
  { packed }: { packed: string },
): Promise<ValueReview & { readonly sheet: ValueSheet }> {
  authorise(actor, 'capaian.correct')
  const sheet = handedOn(packed)
  return { ...(await review(ctx, sheet)), sheet }
}

/**
 * Does what was looked at.
 * @returns how many values it put in; none when they hold already
 * @throws AppError `conflict` when it would be something else now; `invalid-input` for all rows when some are wrong
 */
export async function importValues(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { packed: string; mark: string; choice: ImportChoice },
): Promise<number> {
  authorise(actor, 'capaian.correct')
  const sheet = handedOn(input.packed)
  const now = ctx.clock.now()
  const by = actor.personId
  return inTransaction(ctx, async tx => {
    await holdSasaran(tx)
    const { rows, added, replaced, mark } = await planValues(tx, sheet, now)
    const { wrong } = reviewOf(rows)
    if (mark !== input.mark) throw new AppError('conflict', 'values')
    if (added.length + replaced.length === 0) return 0
    if (wrong > 0 && input.choice === 'semua')
      throw new AppError('invalid-input', 'rows are wrong', { fields: { file: 'field.impor-wrong' } })
    await requireAttempt(tx, [limitedKey(LIMIT, 'values', by)], now, 'values')
    await supersedeValues(
      tx,
      replaced.map(one => one.before),
      now,
    )
    await insertFileValues(tx, { rows: [...added, ...replaced.map(one => one.row)], by, at: now })
    const put = added.length + replaced.length
    await recordAudit(tx, {
      ...{ at: now, actorId: by, action: 'capaian.import' },
      details: {
        ...{ choice: input.choice, added: added.length, replaced: replaced.length, wrong },
        indicatorIds: [...new Set([...added, ...replaced.map(one => one.row)].map(row => row.indicatorId))],
      },
    })
    return put
  })
}
