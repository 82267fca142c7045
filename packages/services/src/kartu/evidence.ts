import { decideEvidence, findCard, insertEvidence, listEvidence } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { auditCard, type CommandDone, changeCard, commanded, commandedCard } from './command'
import type { AddEvidenceInput, JudgeEvidenceInput } from './inputs'
import { cardSubject } from './scope'
import type { EvidenceView } from './views'

/** Evidence of a card, the newest first. */
export async function evidenceOf(
  ctx: ServiceContext,
  actor: Actor | null,
  cardId: string,
): Promise<EvidenceView[]> {
  const { db } = ctx.database
  const card = isRowId(cardId) && actor !== null ? await findCard(db, cardId) : null
  if (card === null) throw new AppError(actor === null ? 'not-signed-in' : 'not-found', 'kartu.read')
  authorise(actor, 'kartu.read', await cardSubject(db, card))
  const rows = await listEvidence(db, cardId)
  return rows.map(({ addedByName, decidedByName, addedBy: _, ...rest }) => ({
    ...rest,
    addedBy: addedByName,
    decidedBy: decidedByName,
  }))
}

/** Hands in an address as evidence. The card itself stays where it is. */
export const addEvidence = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddEvidenceInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { card } = await commandedCard(at, 'kartu.prove', input.cardId)
    const { title, url } = input
    guardNik({ title, url }, input.nikConfirmed)
    const id = newId(at.now.getTime())
    await insertEvidence(at.tx, {
      id,
      cardId: card.id,
      title,
      url,
      addedBy: at.actor.personId,
      addedAt: at.now,
    })
    await auditCard(at, 'kartu.prove', card, { evidenceId: id })
    return changeCard(at, card.id, {}, { kind: 'evidence', details: { evidenceId: id } })
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
    await auditCard(at, 'kartu.judge', card, { evidenceId, state })
    return changeCard(at, card.id, {}, { kind: 'judged', details: { evidenceId, state }, reason: note })
  })
