import { insertVersion, lockHead, wasDoneSince } from '@mufakat/db'
import { type BringBackScope, bringBack } from '@mufakat/doc-model'
import type { Actor } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import type { BringBackInput, NameVersionInput } from '../inputs'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor } from '../rapat-access'
import { appendEdit } from './append-edit'
import { headOf, readingAt } from './document-at'

/** Gives what the notula is now a name to come back to. */
export async function nameVersion(
  ctx: ServiceContext,
  actor: Actor | null,
  input: NameVersionInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'riwayat.name', input.rapatId)
    guardNik({ name: input.name }, input.nikConfirmed)
    const head = defined(await lockHead(tx, row.documentId), 'document of a rapat')
    const id = newId(now.getTime())
    await insertVersion(tx, {
      id,
      documentId: head.documentId,
      lineage: head.lineage,
      seq: head.seq,
      hash: head.hash,
      name: input.name,
      madeBy: actor?.personId ?? null,
      at: now,
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'riwayat.name',
      rapatId: row.id,
      subjectId: id,
      details: { seq: head.seq },
    })
  })
}

const scopeOf = (input: BringBackInput): BringBackScope =>
  input.lineId !== null
    ? { what: 'line', lineId: input.lineId }
    : input.itemId !== null
      ? { what: 'item', itemId: input.itemId }
      : { what: 'notula' }

/**
 * Brings back what a notula was, or an item or a line of it, as an edit on top of what it is.
 * @returns the sequence it has now; null when nothing differed, or the same was done since it was looked at
 */
export async function bringVersionBack(
  ctx: ServiceContext,
  actor: Actor | null,
  input: BringBackInput,
): Promise<number | null> {
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'riwayat.restore', input.rapatId)
  const head = await headOf(db, documentId)
  const was = await readingAt(db, head, input.seq)
  const scope = scopeOf(input)
  const what = { fromSeq: input.seq, what: scope.what, id: input.lineId ?? input.itemId }
  const action = 'riwayat.restore'
  return appendEdit(ctx, actor, {
    rapatId: input.rapatId,
    action,
    lineage: head.lineage,
    seen: input.seen,
    edit: doc => {
      if (!bringBack(doc, was, scope)) throw new AppError('not-found', JSON.stringify(scope))
    },
    isDone: tx =>
      wasDoneSince(tx, { rapatId: input.rapatId, action, details: what, after: input.seen ?? head.seq }),
    also: (tx, { seq }) =>
      recordAudit(tx, {
        at: ctx.clock.now(),
        actorId: actor?.personId ?? null,
        action,
        rapatId: input.rapatId,
        details: { ...what, seq },
      }),
  })
}
