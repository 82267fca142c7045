import {
  type AnswerRow,
  activeOpdIds,
  decideCounter,
  insertAnswer,
  listAnswers,
  listOpdRows,
  lockAnswer,
  type RapatRow,
  type Tx,
} from '@mufakat/db'
import { changeLine } from '@mufakat/doc-model'
import { type Actor, isOtherThan, takesAnswers } from '@mufakat/domain'
import { AppError, newId, unwrap } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { appendEdit } from '../history/append-edit'
import { headOf } from '../history/document-at'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { limitedKey, requireAttempt } from '../rate-limit'
import type { AcceptInput, CounterInput, DecideCounterInput } from './inputs'
import { ownersOf, speaksFor } from './owners'
import { hashOfCommitment, type Standing, standingNow } from './standing'

/*
 * What owners say when decisions are read back. Invariants:
 * 1. An answer names, by its hash, what its person had before their eyes; where the text says something else by now,
 *    nothing is stored.
 * 2. An acceptance is never changed or taken away. Whether it holds is computed from what stands there.
 * 3. A counter-offer changes the text only when it is taken, as an edit of who takes it.
 */

/** Far above what a rapat of forty OPD needs in an hour. */
const ANSWERS = { capacity: 120, drainPerMinute: 10 }
const MAX_ANSWERS = 2_000

interface Answering {
  readonly rapat: RapatRow
  readonly standing: Standing
  readonly actor: Actor
  readonly opdId: string
  readonly saidBy: string
  readonly now: Date
}

/** Judges an answer under the lock of its rapat, and what it is about by the newest text. */
async function answering(
  ctx: ServiceContext,
  tx: Tx,
  actor: Actor | null,
  input: { rapatId: string; lineId: string; hash: string; saidBy: string },
): Promise<Answering> {
  const now = ctx.clock.now()
  const rapat = await lockedRapatFor(tx, actor, 'notula.read', input.rapatId)
  const { tindakLanjut } = await standingNow(tx, rapat.documentId)
  const standing = tindakLanjut.find(one => one.lineId === input.lineId)
  if (standing === undefined) throw new AppError('not-found', 'tindak lanjut')
  const opdId = standing.commitment.ownerOpdId
  const owned = { ...subjectOf(rapat), ownerOpdIds: ownersOf(await listOpdRows(tx), opdId) }
  authorise(actor, 'tindak-lanjut.answer', owned)
  unwrap(takesAnswers(rapat))
  if (opdId === null || standing.hash !== input.hash)
    throw new AppError('conflict', 'it says something else now')
  const forOthers = !speaksFor(actor, owned)
  if (forOthers && input.saidBy === '')
    throw new AppError('invalid-input', 'said by', { fields: { saidBy: 'field.required' } })
  await requireAttempt(tx, [limitedKey(ANSWERS, 'answer', actor.personId)], now, 'answer')
  if ((await listAnswers(tx, rapat.id)).length >= MAX_ANSWERS)
    throw new AppError('invalid-input', 'too many', { fields: { reason: 'field.too-many' } })
  return { rapat, standing, actor, opdId, saidBy: forOthers ? input.saidBy : '', now }
}

const rowOf = ({ rapat, standing, actor, opdId, saidBy, now }: Answering) => ({
  id: newId(now.getTime()),
  rapatId: rapat.id,
  lineId: standing.lineId,
  opdId,
  personId: actor.personId,
  saidBy,
  hash: new Uint8Array(Buffer.from(standing.hash, 'hex')),
  text: standing.commitment.text,
  at: now,
})

/** Accepts a tindak lanjut as it stands; quietly nothing when the OPD has accepted just that before. */
export async function acceptTindakLanjut(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AcceptInput,
): Promise<void> {
  await inTransaction(ctx, async tx => {
    const answer = await answering(ctx, tx, actor, input)
    guardNik({ saidBy: input.saidBy }, input.nikConfirmed)
    const row = rowOf(answer)
    const isSame = (other: AnswerRow) =>
      other.kind === 'diterima' && other.lineId === row.lineId && Buffer.compare(other.hash, row.hash) === 0
    if ((await listAnswers(tx, row.rapatId)).some(isSame)) return
    await insertAnswer(tx, { ...row, kind: 'diterima' })
    await recordAudit(tx, {
      at: answer.now,
      actorId: row.personId,
      action: 'bacakan.accept',
      rapatId: row.rapatId,
      subjectId: row.lineId,
      details: { hash: answer.standing.hash, opdId: row.opdId, forOthers: row.saidBy !== '' },
    })
  })
}

/** Offers something else in the place of what stands there. */
export async function counterTindakLanjut(
  ctx: ServiceContext,
  actor: Actor | null,
  input: CounterInput,
): Promise<void> {
  await inTransaction(ctx, async tx => {
    const answer = await answering(ctx, tx, actor, input)
    guardNik({ saidBy: input.saidBy, text: input.text, reason: input.reason }, input.nikConfirmed)
    const { commitment } = answer.standing
    if (
      !(await activeOpdIds(tx, [input.ownerOpdId])).has(input.ownerOpdId) &&
      input.ownerOpdId !== answer.opdId
    )
      throw new AppError('invalid-input', 'owner', { fields: { ownerOpdId: 'field.unknown' } })
    if (!isOtherThan(commitment, input))
      throw new AppError('invalid-input', 'same', { fields: { text: 'field.same-words' } })
    const row = rowOf(answer)
    await insertAnswer(tx, {
      ...row,
      kind: 'ditawar',
      state: 'terbuka',
      offeredText: input.text === commitment.text ? null : input.text,
      offeredOpdId: input.ownerOpdId === commitment.ownerOpdId ? null : input.ownerOpdId,
      offeredTenggat: input.tenggat === commitment.tenggat ? null : input.tenggat,
      reason: input.reason,
    })
    await recordAudit(tx, {
      at: answer.now,
      actorId: row.personId,
      action: 'bacakan.counter',
      rapatId: row.rapatId,
      subjectId: row.lineId,
      details: { hash: answer.standing.hash, opdId: row.opdId, forOthers: row.saidBy !== '' },
    })
  })
}

async function openCounter(tx: Tx, rapatId: string, answerId: string): Promise<AnswerRow> {
  const answer = await lockAnswer(tx, { rapatId, answerId })
  if (answer === null || answer.state === null) throw new AppError('not-found', 'counter-offer')
  if (answer.state !== 'terbuka') throw new AppError('conflict', 'decided')
  return answer
}

/**
 * Takes a counter-offer into the notula, or declines it.
 * @throws AppError `conflict` when it was decided, or the tindak lanjut says something else since
 */
export async function decideCounterOffer(
  ctx: ServiceContext,
  actor: Actor | null,
  input: DecideCounterInput,
): Promise<void> {
  const { rapatId, answerId, deed, note } = input
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'usulan.decide', rapatId)
  guardNik({ note }, input.nikConfirmed)
  unwrap(takesAnswers(rapat))
  if (deed === 'decline') {
    await inTransaction(ctx, async tx => {
      await lockedRapatFor(tx, actor, 'usulan.decide', rapatId)
      await decided(ctx, tx, actor, { answer: await openCounter(tx, rapatId, answerId), deed, note })
    })
    return
  }
  const answer = (await listAnswers(db, rapatId)).find(one => one.id === answerId)
  if (answer === undefined || answer.state === null) throw new AppError('not-found', 'counter-offer')
  const { lineage } = await headOf(db, rapat.documentId)
  const { tindakLanjut } = await standingNow(db, rapat.documentId)
  const now = tindakLanjut.find(one => one.lineId === answer.lineId)
  const isAsAnswered =
    now !== undefined && hashOfCommitment(now.commitment) === Buffer.from(answer.hash).toString('hex')
  if (!isAsAnswered) throw new AppError('conflict', 'it says something else now')
  const seq = await appendEdit(ctx, actor, {
    rapatId,
    action: 'usulan.decide',
    lineage,
    edit: doc => {
      const { offeredText, offeredOpdId, offeredTenggat } = answer
      const attrs = {
        // A jabatan is of its OPD.
        ...(offeredOpdId === null ? {} : { owner: offeredOpdId, jabatan: null }),
        ...(offeredTenggat === null ? {} : { tenggat: offeredTenggat }),
      }
      if (!changeLine(doc, answer.lineId, { ...(offeredText === null ? {} : { text: offeredText }), attrs }))
        throw new AppError('conflict', 'the line is gone')
    },
    isDone: async tx => (await lockAnswer(tx, { rapatId, answerId }))?.state !== 'terbuka',
    also: async (tx, row) =>
      decided(ctx, tx, actor, { answer: await openCounter(tx, rapatId, answerId), deed, note, seq: row.seq }),
  })
  if (seq === null) throw new AppError('conflict', 'decided meanwhile')
}

async function decided(
  ctx: ServiceContext,
  tx: Tx,
  actor: Actor | null,
  what: { answer: AnswerRow; deed: DecideCounterInput['deed']; note: string; seq?: number },
): Promise<void> {
  const { answer, deed, note, seq } = what
  const now = ctx.clock.now()
  const decidedBy = actor?.personId ?? ''
  const state = deed === 'take' ? 'diambil' : 'ditolak'
  await decideCounter(tx, { answerId: answer.id, state, decidedBy, decidedAt: now, note })
  await recordAudit(tx, {
    at: now,
    actorId: decidedBy,
    action: deed === 'take' ? 'bacakan.take' : 'bacakan.decline',
    rapatId: answer.rapatId,
    subjectId: answer.lineId,
    ...(seq === undefined ? {} : { details: { seq } }),
  })
}
