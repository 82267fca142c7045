import { insertReportEvidence, type Tx } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { recordAudit } from '../audit'

/** A file that has come whole, and is kept in this transaction, to a report that is held. */
interface KeptFile {
  readonly id: string
  readonly reportId: string
  readonly indicatorId: string
  /** What it shows. */
  readonly title: string
  readonly kind: string
  readonly size: number
}

/** Hands in a file as bukti dukung; it has the id of its file, so that one that is finished twice is handed in once. */
export async function handInReportFile(tx: Tx, actor: Actor, file: KeptFile, now: Date): Promise<void> {
  const { id, reportId, indicatorId, title, kind, size } = file
  const { personId } = actor
  await insertReportEvidence(tx, {
    ...{ id, reportId, indicatorId, title, fileId: id, addedBy: personId, addedAt: now },
  })
  await recordAudit(tx, {
    ...{ at: now, actorId: personId, action: 'laporan-opd.prove', subjectId: reportId },
    details: { indicatorId, evidenceId: id, fileId: id, kind, size },
  })
}
