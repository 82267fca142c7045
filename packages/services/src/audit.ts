import type { Tx } from '@mufakat/db'
import { insertAuditEntry } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { ACCOUNT_ACTIONS } from './account/actions'
import { CARD_VIEW_ACTIONS } from './kartu/actions'
import { REPORT_PAPER_ACTIONS } from './laporan/actions'
import { NOTICE_ACTIONS } from './notices/actions'
import { ORGANISATION_ACTIONS } from './organisation/actions'
import { PERSONAL_DATA_ACTIONS } from './personal-data/actions'
import { viewingNow } from './request-scope'
import { SASARAN_ACTIONS } from './sasaran/actions'
import { VALUE_FILE_ACTIONS } from './sasaran-files/actions'
import { SERIES_ACTIONS } from './series/actions'
import { RIWAYAT_ACTIONS } from './views'

/** Everything that leaves an entry; those of a rapat are shown in its Riwayat. */
export const AUDIT_ACTIONS = [
  ...RIWAYAT_ACTIONS,
  ...ACCOUNT_ACTIONS,
  ...PERSONAL_DATA_ACTIONS,
  ...ORGANISATION_ACTIONS,
  ...SERIES_ACTIONS,
  ...SASARAN_ACTIONS,
  ...CARD_VIEW_ACTIONS,
  ...NOTICE_ACTIONS,
  ...VALUE_FILE_ACTIONS,
  ...REPORT_PAPER_ACTIONS,
  'session.start',
  'session.end',
  'session.end-everywhere',
  'view-as.start',
  'view-as.end',
  'profile.edit',
  'factor.totp-on',
  'factor.totp-off',
  'factor.passkey-add',
  'factor.passkey-remove',
  'factor.recovery-codes',
  'factor.reset',
  'door.factor-rule',
  'door.provider',
  'person.link',
  'person.create',
  'person.role',
  'journal-key.create',
  'audit.export',
  'mail.configure',
  'mail.test',
  'mail.retry',
  'job.retry',
  'kertas.ask',
  'berkas.refuse',
  'tte.refuse',
  'berkas.purge',
  'berkas.settings',
  'setting.edit',
  'wilayah.import',
  'setup.first-admin',
  'backup.request',
  'backup.take',
  'backup.fail',
  'backup.remove',
  'backup.restore',
  'demo.seed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/**
 * Writes who did what, in the transaction that does it. `details` are codes, ids and names of fields: never
 * text of a notula, a password or an address. What is recorded of a person whom an admin looks as is the admin's doing.
 */
export async function recordAudit(
  tx: Tx,
  entry: {
    at: Date
    actorId: string | null
    action: AuditAction
    rapatId?: string
    subjectId?: string
    details?: Record<string, unknown>
  },
): Promise<void> {
  const viewing = viewingNow()
  const isViewed = viewing !== null && entry.actorId === viewing.personId
  await insertAuditEntry(tx, {
    id: newId(entry.at.getTime()),
    at: entry.at,
    actorId: isViewed ? viewing.adminId : entry.actorId,
    action: entry.action,
    rapatId: entry.rapatId ?? null,
    subjectId: entry.subjectId ?? null,
    details: isViewed ? { ...entry.details, viewedAs: viewing.personId } : (entry.details ?? {}),
  })
}
