import {
  listApprovals,
  listAuditOfRapat,
  listKoreksiRows,
  listReviews,
  listSealedRecords,
  type Queryable,
  type RapatRow,
} from '@mufakat/db'
import { APPROVAL_ROLES, type ApprovalRole, KOREKSI_STATES } from '@mufakat/domain'
import type { TimelineStep } from './views'

/** A row of the log as far as the timeline looks at each. */
export interface Moment {
  readonly seq: number
  readonly at: Date
  readonly hasEdits: boolean
}

/** Something that was done with a notula as a whole. */
export interface Step {
  readonly id: string
  readonly step: TimelineStep
  readonly seq: number
  readonly at: Date
  readonly personIds: readonly string[]
  /** The row whose authors did it; null: `personIds` did. */
  readonly row: number | null
  readonly roles: readonly ApprovalRole[]
  readonly number: number
  readonly note: string
  readonly fromSeq: number | null
}

const PLAIN = { row: null, roles: [], number: 0, note: '', fromSeq: null } as const
/** Far above what people do with one notula. */
const MOST = 500

type ApprovalRow = Awaited<ReturnType<typeof listApprovals>>[number]

/** Everything that was done with the notula of a rapat and its Koreksi, in no order. */
export async function stepsOf(
  db: Queryable,
  rapat: RapatRow,
  log: { moments: readonly Moment[]; headSeq: number },
): Promise<Step[]> {
  const { id: rapatId } = rapat
  const [reviews, approvals, koreksi, records, edits] = await Promise.all([
    listReviews(db, rapatId),
    listApprovals(db, { rapatId }),
    listKoreksiRows(db, rapatId, KOREKSI_STATES),
    listSealedRecords(db, rapatId),
    listAuditOfRapat(db, { rapatId, actions: ['riwayat.restore', 'riwayat.redact'], limit: MOST }),
  ])
  const ofNotula = approvals.filter(one => one.number === 0)
  const signersOf = (number: number): string[] =>
    APPROVAL_ROLES.flatMap(
      role => approvals.findLast(one => one.number === number && one.role === role)?.personId ?? [],
    )
  return [
    ...reviews.map(
      ({ id, kind, headSeq, at, personId, note }): Step => ({
        ...{ ...PLAIN, id, step: kind, seq: headSeq, at, personIds: [personId], note },
      }),
    ),
    ...approvals.map(
      ({ id, number, role, headSeq, at, personId }): Step => ({
        ...PLAIN,
        ...{ id, number, at, seq: headSeq, personIds: [personId], roles: [role] },
        step: number === 0 ? 'disetujui' : 'koreksi-disetujui',
      }),
    ),
    ...voidedBy(ofNotula, log.moments),
    ...koreksi.flatMap(one => koreksiSteps(one, log.headSeq)),
    ...records.map(
      ({ number, at }): Step => ({
        ...{ ...PLAIN, id: `sah-${number}`, number, at, seq: log.headSeq, personIds: signersOf(number) },
        step: number === 0 ? 'disahkan' : 'koreksi-disahkan',
      }),
    ),
    ...edits.map(({ id, at, action, actorId, details }): Step => {
      const isRedaction = action === 'riwayat.redact'
      const { seq, fromSeq } = details
      // A redaction writes a row without edits just before it is entered.
      const redacted = log.moments.findLast(one => !one.hasEdits && one.at <= at)?.seq
      return {
        ...{ ...PLAIN, id, at, personIds: actorId === null ? [] : [actorId] },
        step: isRedaction ? 'diredaksi' : 'dipulihkan',
        seq: (isRedaction ? redacted : Number(seq)) ?? log.headSeq,
        fromSeq: isRedaction ? null : Number(fromSeq),
      }
    }),
  ]
}

/** The first edit after what was approved voids it, for all who approved just that (domain, V2). */
function voidedBy(approvals: readonly ApprovalRow[], moments: readonly Moment[]): Step[] {
  const heads = [...new Set(approvals.map(one => one.headSeq))]
  return heads.flatMap(headSeq => {
    const edit = moments.find(one => one.seq === headSeq + 1)
    if (edit === undefined) return []
    const roles = approvals.filter(one => one.headSeq === headSeq).map(one => one.role)
    return [
      {
        ...{ ...PLAIN, id: `gugur-${headSeq}`, step: 'gugur', seq: edit.seq, at: edit.at, personIds: [] },
        roles: APPROVAL_ROLES.filter(role => roles.includes(role)),
        row: edit.seq,
      } as const,
    ]
  })
}

function koreksiSteps(row: Awaited<ReturnType<typeof listKoreksiRows>>[number], headSeq: number): Step[] {
  const { id, number, state, reason, proposedBy, proposedAt, decidedBy, decidedAt, note } = row
  const proposed: Step = {
    ...{ ...PLAIN, id, number, seq: headSeq, at: proposedAt, personIds: [proposedBy], note: reason },
    step: 'koreksi-diajukan',
  }
  // One that was ratified has its record.
  if ((state !== 'dikembalikan' && state !== 'ditarik') || decidedAt === null) return [proposed]
  const personIds = decidedBy === null ? [] : [decidedBy]
  return [
    proposed,
    {
      ...{ ...PLAIN, id: `${id}-${state}`, number, seq: headSeq, at: decidedAt, personIds, note },
      step: `koreksi-${state}`,
    },
  ]
}
