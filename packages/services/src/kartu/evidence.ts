import {
  addFollower,
  type CardRow,
  countEvidence,
  decideEvidence,
  findEvidence,
  insertEvidence,
  setFileRemoval,
} from '@mufakat/db'
import {
  type Actor,
  askFault,
  type Happened,
  statusAfterVerdict,
  statusAfterWithdrawal,
  type TindakLanjutStatus,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { limitedKey, requireAttempt } from '../rate-limit'
import { noteActivity } from './activity'
import { auditCard, type CommandDone, type Commanding, changeCard, commanded, commandedCard } from './command'
import type {
  AddEvidenceInput,
  AskVerificationInput,
  JudgeEvidenceInput,
  WithdrawEvidenceInput,
} from './inputs'

/*
 * Bukti dukung of a card (domain, BD1–BD5). Invariants:
 * 1. A piece is added, judged once or taken back once; nothing about it is written a second time.
 * 2. What becomes of the card by it stands at the same revision as what became of the piece.
 */

/** What one person hands in by address: a whole activity at once, then one each ten seconds. */
const HANDING_IN = { capacity: 60, drainPerMinute: 6 }
const MAX_EVIDENCE = 200

/** Adds a piece to what there is of a card; who hands it in follows the card from then on. */
export async function handIn(
  { tx, actor, now }: Commanding,
  card: CardRow,
  piece: { title: string } & ({ url: string } | { fileId: string }),
): Promise<string> {
  if ((await countEvidence(tx, { cardId: card.id })) >= MAX_EVIDENCE)
    throw new AppError('invalid-input', 'too much evidence', { fields: { title: 'field.too-many' } })
  const id = newId(now.getTime())
  const { personId } = actor
  await insertEvidence(tx, { id, cardId: card.id, addedBy: personId, addedAt: now, ...piece })
  await addFollower(tx, { cardId: card.id, personId, since: now })
  return id
}

/** Changes how far a card is together with what led to it. */
async function changeStatus(
  at: Commanding,
  card: CardRow,
  to: TindakLanjutStatus,
  happened: Happened | null,
): Promise<CommandDone> {
  if (to === card.status) return changeCard(at, card.id, {}, happened)
  const step = { kind: 'status', details: { from: card.status, to } } as const
  const finishedAt = to === 'selesai' ? at.now : null
  const done = await changeCard(at, card.id, { status: to, finishedAt }, happened ?? step)
  if (happened !== null) {
    const { revision } = done
    await noteActivity(at.tx, {
      ...{ cardId: card.id, revision, at: at.now, personId: at.actor.personId },
      ...step,
    })
  }
  return done
}

async function mustAsk({ tx }: Commanding, card: CardRow): Promise<void> {
  const waiting = await countEvidence(tx, { cardId: card.id, state: 'diajukan' })
  const fault = askFault(card.status, waiting > 0)
  if (fault === 'settled') throw new AppError('conflict', 'settled')
  if (fault === 'nothing')
    throw new AppError('invalid-input', 'nothing to judge', { fields: { evidence: 'field.required' } })
}

/** Hands in an address as evidence; where it is said so, the card waits for verification from then on. */
export const addEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddEvidenceInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.prove', input.cardId)
    const { title, url } = input
    guardNik({ title, url }, input.nikConfirmed)
    await requireAttempt(at.tx, [limitedKey(HANDING_IN, 'evidence', at.actor.personId)], at.now, 'evidence')
    const evidenceId = await handIn(at, card, { title, url })
    if (input.ask) await mustAsk(at, card)
    const to = input.ask ? 'menunggu_verifikasi' : card.status
    await auditCard(at, 'kartu.prove', card, { evidenceId, ...(to !== card.status && { to }) })
    return changeStatus(at, card, to, { kind: 'evidence', details: { evidenceId } })
  })

/** Asks that what was handed in is judged (domain, BD4). */
export const askVerification = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AskVerificationInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.prove', input.cardId)
    await mustAsk(at, card)
    const to = 'menunggu_verifikasi'
    if (to !== card.status) await auditCard(at, 'kartu.status', card, { from: card.status, to })
    return changeStatus(at, card, to, null)
  })

/** Accepts evidence, or sends it back with a note. What was accepted stays so, also when the card is opened again. */
export const judgeEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: JudgeEvidenceInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.verify', input.cardId)
    const { evidenceId, state, note } = input
    guardNik({ note }, input.nikConfirmed)
    const decided = { state, note, decidedBy: at.actor.personId, decidedAt: at.now }
    if (!(await decideEvidence(at.tx, { cardId: card.id, evidenceId, ...decided })))
      throw new AppError('conflict', 'evidence was judged')
    const to = statusAfterVerdict(card.status, state, input.finish ?? false)
    await auditCard(at, 'kartu.judge', card, { evidenceId, state, ...(to !== card.status && { to }) })
    return changeStatus(at, card, to, { kind: 'judged', details: { evidenceId, state }, reason: note })
  })

/** Whether something of a card waits to be judged, or was accepted. */
const hasStanding = async ({ tx }: Commanding, cardId: string): Promise<boolean> =>
  (await countEvidence(tx, { cardId, state: 'diajukan' })) > 0 ||
  (await countEvidence(tx, { cardId, state: 'diterima' })) > 0

/** Takes back what one has handed in, while nobody has judged it (domain, BD3, BD7). */
export const withdrawEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: WithdrawEvidenceInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { tx, now } = at
    const { card } = await commandedCard(at, 'kartu.prove', input.cardId)
    const { personId } = at.actor
    const piece = await findEvidence(tx, { cardId: card.id, evidenceId: input.evidenceId })
    if (piece === null) throw new AppError('not-found', 'evidence')
    if (piece.addedBy !== personId) throw new AppError('forbidden', 'evidence of another')
    const state = 'ditarik'
    const decided = { state, note: '', decidedBy: personId, decidedAt: now } as const
    if (!(await decideEvidence(tx, { cardId: card.id, evidenceId: piece.id, ...decided })))
      throw new AppError('conflict', 'evidence was judged')
    if (piece.fileId !== null) await setFileRemoval(tx, piece.fileId, { personId, at: now })
    const to = statusAfterWithdrawal(card.status, await hasStanding(at, card.id))
    await auditCard(at, 'kartu.withdraw', card, { evidenceId: piece.id, ...(to !== card.status && { to }) })
    return changeStatus(at, card, to, { kind: 'judged', details: { evidenceId: piece.id, state } })
  })
