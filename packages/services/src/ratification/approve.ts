import {
  type DocumentHead,
  insertApproval,
  insertCarriedRecord,
  listLogRows,
  lockHead,
  lockNotulaContent,
  type RapatRow,
  removeSnapshots,
  setDocumentState,
  type Tx,
  updateRapatRow,
} from '@mufakat/db'
import { createNotulaDoc, type NotulaContent, readNotula } from '@mufakat/doc-model'
import {
  type Actor,
  type ApprovedState,
  approveNotula as approving,
  dayIn,
  isAgreed,
  standingApprovals,
} from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { type FiguresById, figuresOfContent, freezeFigures } from '../angka/figures'
import { recordAudit } from '../audit'
import { inTransaction } from '../context'
import { takeRows } from '../history/document-at'
import { touchCards } from '../kartu/of-notula'
import { askKept } from '../papers/ask'
import { projectNotula } from '../project-notula'
import { lockedRapatFor } from '../rapat-access'
import { approvedPartsHash, type Sealed, sealNotula } from '../sealing/record'
import { carriedTindakLanjut } from '../series/carried'
import { settingOf } from '../settings/settings'
import type { ApproveNotulaInput } from './inputs'
import { type BaseUrl, tellRatified } from './letters'
import { refusedReview } from './review'
import { approvalsOf, bytesOfHex, contentHashOf } from './state'

/*
 * A notula is approved, and with the second approval ratified. Invariants:
 * 1. An approval is for what the person had on screen: another head, content or part by now is a `conflict`, and
 *    nothing is stored.
 * 2. What is approved is read from the log, under the lock of its head; neither stored content nor a snapshot is
 *    believed. So it is with what its indicators stand at: it is computed once, hashed, kept and sealed.
 * 3. Ratifying is one transaction: facts, state, closed document, record, the audit entry with the record's hash, and the
 *    job that keeps its PDF.
 */

interface By {
  readonly personId: string
  readonly now: Date
  readonly baseUrl: BaseUrl
}

/** The notula as its log makes it. */
async function contentOfLog(tx: Tx, head: DocumentHead): Promise<NotulaContent> {
  const rows = await listLogRows(tx, { documentId: head.documentId, after: 0, upTo: head.seq })
  if (rows.length !== head.seq) throw new AppError('unexpected', 'the log has holes')
  const doc = createNotulaDoc()
  takeRows(doc, rows)
  const content = readNotula(doc)
  doc.destroy()
  return content
}

const isSame = (a: ApprovedState, b: ApprovedState): boolean =>
  a.headSeq === b.headSeq && a.contentHash === b.contentHash && a.partsHash === b.partsHash

/**
 * The inner part of `approveNotula`, which the demo shares.
 * @param seen what the person had on screen; null: what there is (the demo)
 */
export async function approveWithin(
  tx: Tx,
  rapat: RapatRow,
  by: By,
  seen: ApprovedState | null,
): Promise<void> {
  const { personId, now } = by
  const role = approving(rapat, personId)
  if (!role.ok) throw refusedReview(role.error, 'approve')
  const head = defined(await lockHead(tx, rapat.documentId, 'update'), 'document of a rapat')
  const content = await contentOfLog(tx, head)
  const figures = await figuresOfContent(tx, rapat, content, now)
  const state: ApprovedState = {
    headSeq: head.seq,
    contentHash: contentHashOf(content),
    partsHash: await approvedPartsHash(tx, rapat, figures),
  }
  if (seen !== null && !isSame(state, seen)) throw new AppError('conflict', 'the notula has changed')
  const approvals = await approvalsOf(tx, { rapatId: rapat.id, number: 0 })
  if (standingApprovals(approvals, state, rapat)[role.value] !== undefined) return
  await insertApproval(tx, {
    id: newId(now.getTime()),
    rapatId: rapat.id,
    number: 0,
    role: role.value,
    personId,
    at: now,
    headSeq: state.headSeq,
    contentHash: bytesOfHex(state.contentHash),
    partsHash: bytesOfHex(state.partsHash),
  })
  const given = { ...state, role: role.value, personId, at: now }
  const details = { role: role.value, seq: head.seq, content: state.contentHash, parts: state.partsHash }
  if (!isAgreed(standingApprovals([...approvals, given], state, rapat))) {
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'notula.approve',
      rapatId: rapat.id,
      details,
    })
    return
  }
  const sealed = await ratify(tx, rapat, by, { head, content, figures })
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'notula.ratify',
    rapatId: rapat.id,
    details: { ...details, hash: sealed.hash, code: sealed.code },
  })
  const { zone } = await settingOf(tx, 'calendar')
  await tellRatified(tx, by.baseUrl, rapat, { code: sealed.code, on: dayIn(zone, now) })
}

async function ratify(
  tx: Tx,
  rapat: RapatRow,
  { now }: By,
  { head, content, figures }: { head: DocumentHead; content: NotulaContent; figures: FiguresById },
): Promise<Sealed> {
  if ((await lockNotulaContent(tx, rapat.id)) !== head.seq)
    await projectNotula(tx, { rapatId: rapat.id, seq: head.seq, content, now })
  await updateRapatRow(tx, rapat.id, { notulaState: 'disahkan', updatedAt: now })
  await setDocumentState(tx, rapat.documentId, 'closed')
  await removeSnapshots(tx, rapat.documentId)
  const list = await carriedTindakLanjut(tx, rapat.id)
  if (list !== null) await insertCarriedRecord(tx, { rapatId: rapat.id, list })
  await freezeFigures(tx, rapat.id, figures)
  await touchCards(tx, rapat.id, now, { kind: 'ratified', details: {} })
  const sealed = await sealNotula(tx, rapat, now)
  await askKept(tx, rapat.id, 0)
  return sealed
}

/**
 * Approves a notula as pimpinan rapat or notulis; with the second approval that holds it is disahkan and sealed. Again
 * the same is nothing.
 * @throws AppError `conflict` when it is no longer what the person saw
 */
export async function approveNotula(
  ctx: MailingContext,
  actor: Actor | null,
  input: ApproveNotulaInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'notula.approve', input.rapatId)
    await approveWithin(tx, rapat, { personId: actor?.personId ?? '', now, baseUrl: ctx.baseUrl }, input)
  })
}
