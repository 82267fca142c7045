import {
  activeOpdIds,
  findAccount,
  insertProposal,
  listOpdRows,
  listProposalRows,
  lockProposal,
  lockSeries,
  type ProposalRow,
  type Tx,
  updateProposal,
} from '@mufakat/db'
import { addItem, listItems } from '@mufakat/doc-model'
import { type Actor, nextProposalStates, type ProposalState, type SeriesSubject } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { appendEdit } from '../history/append-edit'
import { headOf } from '../history/document-at'
import { queueMail } from '../mail/queue-mail'
import { guardNik } from '../personal-data/nik-guard'
import { rapatFor } from '../rapat-access'
import { limitedKey, requireAttempt } from '../rate-limit'
import type { DecideProposalInput, ProposalInput } from './inputs'
import { topicItem } from './open-next'
import { mayDecide } from './proposal-view'
import { ownPresenters, seriesSubject } from './standing'

/** Topics that one person proposes: a whole agenda, then one each two minutes. */
const PROPOSALS = { capacity: 20, drainPerMinute: 0.5 }

/** Who speaks for all may say which OPD presents; the others propose for their own. */
async function presenterOf(
  tx: Tx,
  actor: Actor,
  input: ProposalInput,
  subject: SeriesSubject,
): Promise<string> {
  const own = ownPresenters(actor, subject)
  const chooses = mayDecide(actor) || actor.role === 'pimpinan' || own.includes(input.opdId ?? '')
  const opdId = (chooses ? input.opdId : null) ?? own[0] ?? actor.opdId
  if (opdId === null) throw new AppError('invalid-input', 'opdId', { fields: { opdId: 'field.required' } })
  if (!(await activeOpdIds(tx, [opdId])).has(opdId))
    throw new AppError('invalid-input', 'opdId', { fields: { opdId: 'field.unknown' } })
  return opdId
}

/** Proposes a topic for the next rapat of a series; `conflict` when the series has ended. */
export async function proposeTopic(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ProposalInput,
): Promise<string> {
  authorise(actor, 'series.read')
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    const row = await lockSeries(tx, input.seriesId)
    if (row === null) throw new AppError('not-found', 'series')
    const subject = await seriesSubject(tx, row)
    authorise(actor, 'agenda.propose', subject)
    if (!row.active) throw new AppError('conflict', 'the series has ended')
    guardNik({ title: input.title, reason: input.reason }, input.nikConfirmed)
    const opdId = await presenterOf(tx, actor, input, subject)
    await requireAttempt(
      tx,
      [limitedKey(PROPOSALS, 'agenda-proposal', actor.personId)],
      now,
      'agenda.propose',
    )
    const { seriesId, title, reason, minutes } = input
    await insertProposal(tx, {
      id,
      seriesId,
      title,
      reason,
      minutes,
      opdId,
      proposedBy: actor.personId,
      proposedAt: now,
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'agenda.propose',
      subjectId: id,
      details: { seriesId, opdId },
    })
  })
  return id
}

/** A proposal that may become this (SPEC.md S8); `conflict` when it was decided about meanwhile. */
async function heldProposal(tx: Tx, id: string, to: ProposalState): Promise<ProposalRow> {
  const row = isRowId(id) ? await lockProposal(tx, id) : null
  if (row === null) throw new AppError('not-found', 'proposal')
  if (!nextProposalStates(row.state).includes(to)) throw new AppError('conflict', `${row.state} to ${to}`)
  return row
}

/** Accepts a topic, or returns it with a reason; its person is told by mail. */
export async function decideProposal(
  ctx: ServiceContext,
  actor: Actor | null,
  input: DecideProposalInput,
): Promise<void> {
  authorise(actor, 'agenda.decide')
  const { personId } = actor
  const now = ctx.clock.now()
  if (input.decision === 'accepted') {
    const { proposalId, rapatId } = input
    if (rapatId) return acceptInto(ctx, actor, { proposalId, rapatId })
    return inTransaction(ctx, async tx =>
      accept(tx, await heldProposal(tx, proposalId, 'accepted'), { personId, now, item: null }),
    )
  }
  const { note } = input
  guardNik({ note }, input.nikConfirmed)
  await inTransaction(ctx, async tx => {
    const row = await heldProposal(tx, input.proposalId, 'returned')
    await updateProposal(tx, row.id, { state: 'returned', note, decidedBy: personId, decidedAt: now })
    await tellProposer(tx, row, note)
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'agenda.return',
      subjectId: row.id,
      details: { seriesId: row.seriesId },
    })
  })
}

interface Acceptance {
  readonly personId: string
  readonly now: Date
  /** Where it stands already; null: it waits for the next rapat that is opened. */
  readonly item: { readonly rapatId: string; readonly itemId: string } | null
}

async function accept(tx: Tx, row: ProposalRow, { personId, now, item }: Acceptance): Promise<void> {
  await updateProposal(tx, row.id, { state: 'accepted', decidedBy: personId, decidedAt: now, ...item })
  await tellProposer(tx, row, null)
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'agenda.accept',
    subjectId: row.id,
    details: { seriesId: row.seriesId, ...item },
  })
}

/** Writes the topic into the agenda of a rapat that is open already, before its closing, as an edit like any other. */
async function acceptInto(
  ctx: ServiceContext,
  actor: Actor,
  { proposalId, rapatId }: { proposalId: string; rapatId: string },
): Promise<void> {
  const { db } = ctx.database
  const [topic] = isRowId(proposalId) ? await listProposalRows(db, { id: proposalId }) : []
  if (topic === undefined) throw new AppError('not-found', 'proposal')
  const rapat = await rapatFor(db, actor, 'notula.write', rapatId)
  if (rapat.seriesId !== topic.seriesId) throw new AppError('conflict', 'a rapat of another series')
  const { lineage } = await headOf(db, rapat.documentId)
  const item = topicItem(topic, await listOpdRows(db))
  await appendEdit(ctx, actor, {
    rapatId,
    action: 'notula.write',
    lineage,
    edit: doc => {
      const items = listItems(doc)
      addItem(doc, item, (items.at(-2) ?? items.at(-1))?.id)
    },
    // Decided about meanwhile, it is refused.
    isDone: async tx => {
      await heldProposal(tx, proposalId, 'accepted')
      return false
    },
    also: tx =>
      accept(tx, topic, {
        personId: actor.personId,
        now: ctx.clock.now(),
        item: { rapatId, itemId: item.id },
      }),
  })
}

async function tellProposer(tx: Tx, row: ProposalRow, note: string | null): Promise<void> {
  const person = await findAccount(tx, row.proposedBy)
  if (person === null || !person.active || person.email === null) return
  const to = { to: person.email, locale: person.locale }
  const about = { name: person.name, title: row.title, series: row.seriesName }
  if (note === null)
    await queueMail(tx, {
      ...to,
      event: `proposal-accepted:${row.id}`,
      template: 'proposal-accepted',
      data: about,
    })
  else
    await queueMail(tx, {
      ...to,
      event: `proposal-returned:${row.id}`,
      template: 'proposal-returned',
      data: { ...about, note },
    })
}

/** Takes back what one has proposed, while nobody has decided. */
export async function withdrawProposal(
  ctx: ServiceContext,
  actor: Actor | null,
  proposalId: string,
): Promise<void> {
  authorise(actor, 'series.read')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await heldProposal(tx, proposalId, 'withdrawn')
    authorise(actor, 'agenda.withdraw', { personId: row.proposedBy })
    await updateProposal(tx, row.id, { state: 'withdrawn', decidedBy: actor.personId, decidedAt: now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'agenda.withdraw',
      subjectId: row.id,
      details: { seriesId: row.seriesId },
    })
  })
}
