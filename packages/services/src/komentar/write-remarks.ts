import {
  countRemarkReplies,
  countRemarks,
  findRemark,
  insertRemark,
  insertRemarkReply,
  lockRemark,
  type RapatRow,
  type RemarkRow,
  settleRemark,
  type Tx,
} from '@mufakat/db'
import { anchorAt, readPlaces, reword } from '@mufakat/doc-model'
import type { Action, Actor, RemarkState } from '@mufakat/domain'
import { setRemarkState } from '@mufakat/domain'
import { AppError, newId, unwrap } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { type AuditAction, recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { appendEdit } from '../history/append-edit'
import { documentAt, headOf } from '../history/document-at'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { limitedKey, requireAttempt } from '../rate-limit'
import { anchorOf } from './anchors'
import type { AddRemarkInput, RemarkDeed, ReplyRemarkInput, SettleRemarkInput } from './inputs'
import { mentionsIn, tellMentioned } from './mentions'

/*
 * Remarks and suggested wordings beside a notula. Invariants:
 * 1. The text is never touched by them, but by taking a suggestion over: an edit of who does, through the same gate.
 * 2. A remark, once made, keeps its words; only its state changes, along its life, under its lock.
 * 3. A suggestion is taken over where its words stand as it found them, or not at all.
 */

/** What one person can write: a lively discussion, then one each ten seconds. */
const WRITING = { capacity: 60, drainPerMinute: 6 }
const MAX_REMARKS = 2_000
const MAX_REPLIES = 200

const requireRoom = (count: number, max: number): void => {
  if (count >= max) throw new AppError('invalid-input', 'too many', { fields: { body: 'field.too-many' } })
}

/**
 * Remarks on words of the notula, or suggests others.
 * @returns the id of the remark
 * @throws AppError `conflict` when the words are not there any more
 */
export async function addRemark(
  ctx: MailingContext,
  actor: Actor | null,
  input: AddRemarkInput,
): Promise<string> {
  const { rapatId, kind, place, body, proposal } = input
  const { db } = ctx.database
  const { documentId } = await rapatFor(db, actor, 'komentar.write', rapatId)
  guardNik({ body, proposal }, input.nikConfirmed)
  const head = await headOf(db, documentId)
  const doc = await documentAt(db, head, head.seq)
  const anchor = anchorAt(doc, place)
  doc.destroy()
  if (anchor === null) throw new AppError('conflict', 'the words are not there')
  const mentions = await mentionsIn(db, actor, body)
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'komentar.write', rapatId)
    const author = await asAuthor(tx, actor, now)
    requireRoom(await countRemarks(tx, rapatId), MAX_REMARKS)
    await insertRemark(tx, {
      ...{ id, rapatId, kind, anchor, body, mentions, quote: place.quote },
      proposal: kind === 'usulan' ? proposal : null,
      authorId: author.personId,
      at: now,
    })
    await tellMentioned(ctx, tx, author, rapat, { id, remarkId: id, mentions })
    await recordAudit(tx, {
      at: now,
      actorId: author.personId,
      action: `${kind}.add`,
      rapatId,
      subjectId: id,
    })
  })
  return id
}

async function asAuthor(tx: Tx, actor: Actor | null, now: Date): Promise<Actor> {
  if (actor === null) throw new AppError('not-signed-in', 'komentar')
  await requireAttempt(tx, [limitedKey(WRITING, 'remark', actor.personId)], now, 'remark')
  return actor
}

/** Answers under a remark, whatever has become of it. */
export async function replyToRemark(
  ctx: MailingContext,
  actor: Actor | null,
  input: ReplyRemarkInput,
): Promise<void> {
  const now = ctx.clock.now()
  const { rapatId, remarkId, body } = input
  const mentions = await mentionsIn(ctx.database.db, actor, body)
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'komentar.write', rapatId)
    guardNik({ body }, input.nikConfirmed)
    await remarkOf(tx, rapatId, remarkId)
    const author = await asAuthor(tx, actor, now)
    requireRoom(await countRemarkReplies(tx, remarkId), MAX_REPLIES)
    const id = newId(now.getTime())
    await insertRemarkReply(tx, { id, remarkId, body, mentions, authorId: author.personId, at: now })
    await tellMentioned(ctx, tx, author, rapat, { id, remarkId, mentions })
    await recordAudit(tx, {
      at: now,
      actorId: author.personId,
      action: 'komentar.reply',
      rapatId,
      subjectId: remarkId,
    })
  })
}

async function remarkOf(tx: Tx, rapatId: string, remarkId: string): Promise<RemarkRow> {
  const remark = await lockRemark(tx, { rapatId, remarkId })
  if (remark === null) throw new AppError('not-found', 'remark')
  return remark
}

const LEADS_TO: Readonly<Record<RemarkDeed, RemarkState>> = {
  close: 'selesai',
  reopen: 'terbuka',
  take: 'diterima',
  decline: 'ditolak',
  withdraw: 'ditarik',
}

const ENTRY: Readonly<Record<RemarkDeed, AuditAction>> = {
  close: 'komentar.close',
  reopen: 'komentar.reopen',
  take: 'usulan.take',
  decline: 'usulan.decline',
  withdraw: 'usulan.withdraw',
}

const isDecision = (deed: RemarkDeed): boolean => deed === 'take' || deed === 'decline'

/** Goes on only for who may do this to this remark. */
function authoriseDeed(actor: Actor | null, deed: RemarkDeed, rapat: RapatRow, remark: RemarkRow): void {
  const action: Action = isDecision(deed) ? 'usulan.decide' : 'komentar.close'
  authorise(actor, action, { ...subjectOf(rapat), addedBy: remark.authorId })
}

/** Closes a remark, opens it again, or decides about a suggestion; `conflict` where its life leads no such way. */
export async function settleRemarkBy(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SettleRemarkInput,
): Promise<void> {
  if (input.deed === 'take') return takeSuggestion(ctx, actor, input)
  const { rapatId, remarkId, deed, note } = input
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'komentar.read', rapatId)
    const remark = await remarkOf(tx, rapatId, remarkId)
    authoriseDeed(actor, deed, rapat, remark)
    guardNik({ note }, input.nikConfirmed)
    await settle(ctx, tx, actor, { remark, deed, note, seq: null })
  })
}

async function settle(
  ctx: ServiceContext,
  tx: Tx,
  actor: Actor | null,
  what: { remark: RemarkRow; deed: RemarkDeed; note: string; seq: number | null },
): Promise<void> {
  const { remark, deed, note, seq } = what
  const now = ctx.clock.now()
  const state = unwrap(setRemarkState(remark, LEADS_TO[deed]))
  const personId = actor?.personId ?? null
  const isOpen = state === 'terbuka'
  await settleRemark(tx, {
    remarkId: remark.id,
    state,
    settledBy: isOpen ? null : personId,
    settledAt: isOpen ? null : now,
    note: isOpen ? '' : note,
    seq,
  })
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: ENTRY[deed],
    rapatId: remark.rapatId,
    subjectId: remark.id,
    ...(seq === null ? {} : { details: { seq } }),
  })
}

/**
 * Puts the suggested words into the notula, as an edit of who takes them over.
 * @throws AppError `conflict` when the words it is about have changed since, or somebody has decided about it
 */
async function takeSuggestion(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SettleRemarkInput,
): Promise<void> {
  const { rapatId, remarkId, note } = input
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'komentar.read', rapatId)
  const remark = await findRemark(db, { rapatId, remarkId })
  if (remark === null) throw new AppError('not-found', 'remark')
  authoriseDeed(actor, 'take', rapat, remark)
  guardNik({ note }, input.nikConfirmed)
  unwrap(setRemarkState(remark, 'diterima'))
  const head = await headOf(db, rapat.documentId)
  const seq = await appendEdit(ctx, actor, {
    rapatId,
    action: 'usulan.decide',
    lineage: head.lineage,
    edit: doc => {
      const [place] = readPlaces(doc, [anchorOf(remark.anchor)])
      if (!place || place.text !== remark.quote || !reword(doc, place, remark.proposal ?? ''))
        throw new AppError('conflict', 'the words have changed')
    },
    isDone: async tx => (await remarkOf(tx, rapatId, remarkId)).state !== 'terbuka',
    also: async (tx, row) => settle(ctx, tx, actor, { remark, deed: 'take', note, seq: row.seq }),
  })
  if (seq === null) throw new AppError('conflict', 'decided meanwhile')
}
