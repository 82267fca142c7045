import { findHead, insertReview, type RapatRow, type Tx, updateRapatRow } from '@mufakat/db'
import {
  type Actor,
  type ReviewRefusal,
  returnNotula as returned,
  submitNotula as submitted,
} from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor } from '../rapat-access'
import type { ReturnNotulaInput, SubmitNotulaInput } from './inputs'
import { type BaseUrl, tellReturned, tellSubmitted } from './letters'

export const refusedReview = ({ code, fields }: ReviewRefusal, what: string): AppError =>
  new AppError(code, what, { fields: { ...fields } })

const headSeqOf = async (tx: Tx, rapat: RapatRow): Promise<number> =>
  defined(await findHead(tx, rapat.documentId), 'document of a rapat').seq

/** The inner part of `submitNotula`, which the demo shares. */
export async function submitWithin(
  tx: Tx,
  rapat: RapatRow,
  by: { personId: string; now: Date; baseUrl: BaseUrl },
): Promise<void> {
  const { personId, now } = by
  const next = submitted(rapat)
  if (!next.ok) throw refusedReview(next.error, 'submit')
  const id = newId(now.getTime())
  const headSeq = await headSeqOf(tx, rapat)
  await updateRapatRow(tx, rapat.id, { notulaState: next.value, updatedAt: now })
  await insertReview(tx, { id, rapatId: rapat.id, kind: 'diajukan', personId, at: now, headSeq, note: '' })
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'notula.submit',
    rapatId: rapat.id,
    details: { seq: headSeq },
  })
  await tellSubmitted(tx, by.baseUrl, rapat, { id, by: personId })
}

/**
 * Submits a notula: from there on only its notulis writes. `conflict` when it cannot be from where it is; a field says
 * what of the rapat is missing.
 */
export async function submitNotula(
  ctx: MailingContext,
  actor: Actor | null,
  input: SubmitNotulaInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'notula.submit', input.rapatId)
    await submitWithin(tx, rapat, { personId: actor?.personId ?? '', now, baseUrl: ctx.baseUrl })
  })
}

/** Sends a notula back with a note, or takes one's submission back; everybody writes again. */
export async function returnNotula(
  ctx: MailingContext,
  actor: Actor | null,
  input: ReturnNotulaInput,
): Promise<void> {
  const now = ctx.clock.now()
  const isWithdrawn = input.kind === 'ditarik'
  await inTransaction(ctx, async tx => {
    const action = isWithdrawn ? 'notula.withdraw' : 'notula.return'
    const rapat = await lockedRapatFor(tx, actor, action, input.rapatId)
    guardNik({ note: input.note }, input.nikConfirmed)
    const next = returned(rapat, input.kind, input.note)
    if (!next.ok) throw refusedReview(next.error, action)
    const review = { id: newId(now.getTime()), by: actor?.personId ?? '', note: input.note }
    const headSeq = await headSeqOf(tx, rapat)
    await updateRapatRow(tx, rapat.id, { notulaState: next.value, updatedAt: now })
    await insertReview(tx, {
      id: review.id,
      rapatId: rapat.id,
      kind: input.kind,
      personId: review.by,
      at: now,
      headSeq,
      note: input.note,
    })
    await recordAudit(tx, {
      at: now,
      actorId: review.by,
      action,
      rapatId: rapat.id,
      details: { seq: headSeq },
    })
    if (!isWithdrawn) await tellReturned(tx, ctx.baseUrl, rapat, review)
  })
}
