import {
  countOpenRemarks,
  countPresent,
  findHead,
  findLogRow,
  listReviews,
  listSealedRecords,
  listTindakLanjutRows,
} from '@mufakat/db'
import { itemPlainText, type NotulaContent } from '@mufakat/doc-model'
import {
  type Actor,
  APPROVAL_ROLES,
  type Approval,
  type ApprovedState,
  approvalRoleOf,
  checklist,
  isApprovalStanding,
  may,
  nextNotulaStates,
  type Officers,
} from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { inTransaction, type ServiceContext } from '../context'
import { personRefs } from '../people'
import { rapatFor, subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import { approvalsOf, hex, storedState } from './state'
import type { ApprovalView, RecordView, ReviewView } from './views'

export const recordView = (row: {
  number: number
  code: string
  hash: Uint8Array
  at: Date
}): RecordView => ({
  number: row.number,
  code: row.code,
  hash: hex(row.hash),
  at: row.at,
})

/** The latest approval of each office; `now` null: it is sealed, and the latest are those that agreed. */
export const approvalViews = (
  approvals: readonly (Approval & { readonly name: string })[],
  now: ApprovedState | null,
  officers: Officers,
): ApprovalView[] =>
  APPROVAL_ROLES.flatMap(role => {
    const last = approvals.findLast(one => one.role === role)
    if (last === undefined) return []
    return [
      { role, name: last.name, at: last.at, stands: now === null || isApprovalStanding(last, now, officers) },
    ]
  })

const textsOf = ({ items }: NotulaContent): string[] =>
  items.flatMap(item => [item.title, itemPlainText(item)])
/** Titles alone are an agenda, not yet a notula. */
const written = ({ items }: NotulaContent): boolean => items.some(item => itemPlainText(item).trim() !== '')

/** Where a notula is on its way to being ratified, and what this person may do about it. */
export async function notulaReview(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<ReviewView> {
  const today = await todayOf(ctx)
  return inTransaction(ctx, async tx => {
    const rapat = await rapatFor(tx, actor, 'notula.read', rapatId)
    const subject = subjectOf(rapat)
    const people = await personRefs(tx, [rapat.chairId, rapat.notulisId], today)
    const records = await listSealedRecords(tx, rapatId)
    const isSealed = records.length > 0
    const { content, ...state } = await storedState(tx, rapat, ctx.clock.now())
    const head = defined(await findHead(tx, rapat.documentId), 'document of a rapat')
    const moment = await findLogRow(tx, { documentId: rapat.documentId, seq: state.headSeq })
    const tindakLanjut = await listTindakLanjutRows(tx, rapatId)
    const approvals = approvalViews(
      await approvalsOf(tx, { rapatId, number: 0 }),
      // Of what the text is by now, also where it has not been taken in yet.
      isSealed ? null : { ...state, headSeq: head.seq },
      rapat,
    )
    const office = actor === null ? null : approvalRoleOf(actor.personId, rapat)
    const hasApproved = approvals.some(one => one.role === office && one.stands)
    const isUnderReview = rapat.notulaState === 'diajukan'
    const warnings = checklist({
      status: rapat.status,
      texts: written(content) ? textsOf(content) : [],
      tindakLanjut: tindakLanjut.map(one => ({ ownerOpdId: one.ownerId, tenggat: one.tenggat })),
      isProjected: head.seq === state.headSeq,
      presentCount: await countPresent(tx, rapatId),
      openRemarks: await countOpenRemarks(tx, rapatId),
    })
    return {
      chair: people.get(rapat.chairId ?? '') ?? null,
      notulis: people.get(rapat.notulisId ?? '') ?? null,
      allowed: {
        submit:
          may(actor, 'notula.submit', subject) && nextNotulaStates(rapat.notulaState).includes('diajukan'),
        withdraw: isUnderReview && may(actor, 'notula.withdraw', subject),
        sendBack: isUnderReview && may(actor, 'notula.return', subject),
        approveAs: isUnderReview && may(actor, 'notula.approve', subject) && !hasApproved ? office : null,
        propose: isSealed && may(actor, 'koreksi.propose', subject),
      },
      approving: isSealed ? null : { ...state, at: moment?.at ?? ctx.clock.now() },
      warnings: isSealed ? [] : warnings,
      approvals,
      reviews: (await listReviews(tx, rapatId)).map(({ id, kind, name, at, note }) => ({
        id,
        kind,
        name,
        at,
        note,
      })),
      record: records[0] === undefined ? null : recordView(records[0]),
    }
  })
}
