import { eq, getTableName, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../database'
import { agendaPostponement, agendaProposal } from '../schema/agenda'
import { tindakLanjutAnswer } from '../schema/answer'
import { attendance } from '../schema/attendance'
import { auditEntry } from '../schema/audit'
import { card, cardActivity, cardEvidence, cardPostponement } from '../schema/card'
import { cardComment } from '../schema/card-comment'
import { cardContribution } from '../schema/contribution'
import { file } from '../schema/file'
import { guest } from '../schema/guest'
import { documentVersion } from '../schema/history'
import { indicator, indicatorDefinition, indicatorTarget, programme } from '../schema/indicator'
import { invitation } from '../schema/invitation'
import { jabatanHolding } from '../schema/jabatan'
import { documentLease } from '../schema/log'
import { person } from '../schema/person'
import { erasureRequest } from '../schema/personal-data'
import { rapat, rapatGuest } from '../schema/rapat'
import { koreksi, notulaApproval, notulaReview } from '../schema/ratification'
import { regionOfficer } from '../schema/region-officer'
import { remark, remarkReply } from '../schema/remark'
import {
  indicatorValue,
  opdReport,
  quarterNote,
  reportCell,
  reportEvidence,
  reportRemark,
} from '../schema/report'
import { series } from '../schema/series'
import { signedCopy } from '../schema/signed-copy'

/** Columns that name who signs, writes or acts in what is kept for good (UU 43/2009), or in the work of others. */
const RECORDS = {
  signs: [rapat.chairId, rapat.notulisId, invitation.signerId],
  writes: [documentLease.personId],
  acts: [
    auditEntry.actorId,
    agendaPostponement.by,
    agendaProposal.decidedBy,
    agendaProposal.proposedBy,
    attendance.deputyId,
    attendance.markedBy,
    attendance.personId,
    card.createdBy,
    cardActivity.personId,
    cardComment.authorId,
    cardComment.settledBy,
    cardContribution.addedBy,
    cardEvidence.addedBy,
    cardEvidence.decidedBy,
    cardPostponement.by,
    documentVersion.madeBy,
    erasureRequest.decidedBy,
    file.addedBy,
    file.removedBy,
    guest.createdBy,
    guest.personId,
    indicator.createdBy,
    indicatorDefinition.createdBy,
    indicatorTarget.setBy,
    indicatorValue.createdBy,
    indicatorValue.verifiedBy,
    jabatanHolding.personId,
    koreksi.decidedBy,
    koreksi.proposedBy,
    notulaApproval.personId,
    notulaReview.personId,
    opdReport.decidedBy,
    opdReport.sentBy,
    programme.createdBy,
    quarterNote.writtenBy,
    rapat.createdBy,
    rapatGuest.personId,
    regionOfficer.personId,
    remark.authorId,
    remark.settledBy,
    remarkReply.authorId,
    reportCell.changedBy,
    reportEvidence.addedBy,
    reportRemark.changedBy,
    series.createdBy,
    signedCopy.uploadedBy,
    tindakLanjutAnswer.decidedBy,
    tindakLanjutAnswer.personId,
  ],
} as const satisfies Record<string, readonly PgColumn[]>

/** A part that somebody has in records, by what it leaves of them. */
export type RecordPart = keyof typeof RECORDS

const PARTS = Object.keys(RECORDS) as RecordPart[]

/** Which part each of these columns tells of, by table and column. */
export const RECORD_PLACES: ReadonlyMap<string, RecordPart> = new Map(
  PARTS.flatMap(part => RECORDS[part].map(column => [`${getTableName(column.table)}.${column.name}`, part])),
)

/** Whether a person stands in official records, which keep their name: as who signs, writes or acts. */
export async function recordsOfPerson(db: Queryable, personId: string): Promise<Record<RecordPart, boolean>> {
  const named = (columns: readonly PgColumn[]) =>
    sql<boolean>`(${sql.join(
      columns.map(column => sql`exists (select from ${column.table} where ${column} = ${personId})`),
      sql` or `,
    )})`
  const [row] = await db
    .select({ signs: named(RECORDS.signs), writes: named(RECORDS.writes), acts: named(RECORDS.acts) })
    .from(person)
    .where(eq(person.id, personId))
  return row ?? { signs: false, writes: false, acts: false }
}
