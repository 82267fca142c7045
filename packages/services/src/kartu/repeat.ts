import {
  copyContributions,
  findCard,
  findCardDetails,
  findNewestCopy,
  findOpenCopy,
  holdBoard,
  insertCards,
  listOpdRows,
  listRepeating,
  putBoardRevision,
  readWholeCard,
  type Tx,
  updateCard,
} from '@mufakat/db'
import { type Actor, periodOf, type RepeatStep, repeatStep, successorOf, type Tanggal } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, type ServiceContext } from '../context'
import { dayNow } from '../settings/today'
import { noteActivity } from './activity'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard, unchanged } from './command'
import type { RepeatCardInput } from './edit-inputs'
import { takePlace } from './place'

// Cards that come again (domain, PP25, PP26).
//
// 1. Only the newest copy says that there is a next one; making that one takes it over, in one transaction.
// 2. What is due is asked for anew on the held board: whoever comes second, or again, finds nothing to do.

/** Says that a card comes again each month or triwulan, on which day, or no more. */
export const repeatCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: RepeatCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { tx } = at
    const { card } = await commandedCard(at, 'kartu.decide', input.cardId)
    const details = defined(await findCardDetails(tx, card.id), 'a card that is held')
    if (card.rapatId !== null) throw new AppError('conflict', 'a rapat has decided it')
    if (details.repeatId !== null && (await findNewestCopy(tx, details.repeatId)) !== card.id)
      throw new AppError('conflict', 'there is a newer copy')
    const { every } = input
    const day = every === null ? null : input.day
    if (every === details.repeatEvery && day === details.repeatDay) return unchanged(at, card)
    await auditCard(at, 'kartu.repeat', card, { every, day })
    const happened = { kind: 'repeat', details: { every, day } } as const
    const change = { repeatEvery: every, repeatDay: day }
    if (every === null) return changeCard(at, card.id, change, happened)
    const today = await dayNow(tx, at.now)
    // It is the copy of the period that it is due in, and never of one that is past.
    const period = periodOf(every, card.due !== null && card.due > today ? card.due : today)
    const since = { repeatId: details.repeatId ?? card.id, repeatPeriod: period, repeatTold: null }
    return changeCard(at, card.id, { ...change, ...since }, happened)
  })

/** Makes what is due of cards that come again. Each by itself: one that fails keeps none from the others. */
export async function makeCopies(ctx: ServiceContext): Promise<void> {
  const { db } = ctx.database
  const today = await dayNow(db, ctx.clock.now())
  const begun = { bulan: periodOf('bulan', today), triwulan: periodOf('triwulan', today) }
  const failures: unknown[] = []
  for (const { id } of await listRepeating(db, begun))
    await inTransaction(ctx, tx => makeCopy(tx, id, ctx.clock.now())).catch(error => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, 'copies of cards')
}

async function makeCopy(tx: Tx, cardId: string, now: Date): Promise<void> {
  const held = await holdBoard(tx)
  const [card, details] = [await findCard(tx, cardId), await findCardDetails(tx, cardId)]
  const { repeatEvery: every, repeatDay: day, repeatPeriod: period, repeatId } = details ?? {}
  if (card === null || !every || !day || !period || !repeatId) return
  const isOpen = (await findOpenCopy(tx, repeatId)) !== null
  const newest = { every, day, period, isOpen, told: details?.repeatTold ?? null }
  const step = repeatStep(newest, await dayNow(tx, now))
  if (step?.did === 'told') await tellOpen(tx, cardId, { held, now, period: step.period })
  if (step?.did === 'made') await insertCopy(tx, cardId, { held, now, step })
}

async function tellOpen(
  tx: Tx,
  cardId: string,
  { held, now, period }: { held: number; now: Date; period: Tanggal },
): Promise<void> {
  const revision = held + 1
  await updateCard(tx, { cardId, revision, change: { repeatTold: period } })
  const happened = { kind: 'kept-open', details: { period } } as const
  await noteActivity(tx, { cardId, revision, at: now, personId: null, ...happened })
  await putBoardRevision(tx, revision)
}

/** What is to be done stands in the copy as it stood; how far it came does not. */
async function insertCopy(
  tx: Tx,
  ofId: string,
  { held, now, step }: { held: number; now: Date; step: RepeatStep & { did: 'made' } },
): Promise<void> {
  const last = defined(await readWholeCard(tx, ofId), 'a card that is held')
  const { rank, revision: taken } = await takePlace(tx, { end: 'first' }, held)
  const [over, revision] = [taken + 1, taken + 2]
  const change = { repeatEvery: null, repeatDay: null, repeatTold: null }
  await updateCard(tx, { cardId: ofId, revision: over, change })
  const owner = last.ownerOpdId === null ? null : successorOf(await listOpdRows(tx), last.ownerOpdId)
  const [id, cardId] = [newId(now.getTime()), ofId]
  await insertCards(tx, [
    {
      ...{ id, title: last.title, description: last.description, jabatan: last.jabatan, ownerOpdId: owner },
      ...{ priority: last.priority, strategy: last.strategy, target: last.target, unit: last.unit },
      ...{ supporterIds: last.supporterIds, subtasks: last.subtasks.map(one => ({ ...one, done: false })) },
      ...{ due: step.due, startDate: step.period, rank, revision },
      ...{ repeatId: last.repeatId, repeatEvery: last.repeatEvery, repeatDay: last.repeatDay },
      ...{ repeatPeriod: step.period, createdBy: last.createdBy, createdAt: now, updatedAt: now },
    },
  ])
  await copyContributions(tx, { of: ofId, to: id })
  const happened = { kind: 'repeated', details: { of: cardId } } as const
  await noteActivity(tx, { cardId: id, revision, at: now, personId: null, ...happened })
  await putBoardRevision(tx, revision)
  await recordAudit(tx, {
    at: now,
    actorId: null,
    action: 'kartu.copy',
    subjectId: id,
    details: { of: cardId },
  })
}
