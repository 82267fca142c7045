import { activeOpdIds, findCard, insertCards } from '@mufakat/db'
import { type Actor, moveFault } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { auditCard, type CommandDone, commanded, noteCommand } from './command'
import type { AddCardInput } from './inputs'
import { takePlace } from './place'
import { cardSubject, cardView } from './scope'

/** Adds a tindak lanjut that no rapat has decided (domain, PP8). Nothing of it is finished, so it begins as no such thing. */
export const addCard = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddCardInput,
): Promise<CommandDone> =>
  commanded(ctx, actor, input.commandId, async at => {
    const { tx, now } = at
    const { title, ownerOpdId, due, priority, strategy, status } = input
    authorise(at.actor, 'kartu.create', await cardSubject(tx, { ownerOpdId, rapatId: null }))
    guardNik({ title }, input.nikConfirmed)
    if (!(await activeOpdIds(tx, [ownerOpdId])).has(ownerOpdId))
      throw new AppError('invalid-input', 'owner', { fields: { ownerOpdId: 'field.choose' } })
    if (moveFault({ from: 'belum', to: status }, false, false) !== null)
      throw new AppError('invalid-input', 'status', { fields: { status: 'field.choose' } })
    const { rank, revision: taken } = await takePlace(tx, input.place, at.held)
    const [id, revision] = [newId(now.getTime()), taken + 1]
    const facts = { title, ownerOpdId, due, priority, strategy, status, rank, revision }
    const row = { id, ...facts, createdBy: at.actor.personId, createdAt: now, updatedAt: now }
    await insertCards(tx, [row])
    await noteCommand(at, id, revision, { kind: 'added', details: {} })
    await auditCard(at, 'kartu.add', { id, rapatId: null }, { opdId: ownerOpdId })
    return { revision, card: cardView(defined(await findCard(tx, id), 'the card that was added')) }
  })
