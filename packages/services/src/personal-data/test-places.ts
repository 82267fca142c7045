import type { RecordPart } from '@mufakat/db'
import type { AuditAction } from '../audit'
import type { OwnData } from './own-data-views'

type Listed = Exclude<keyof OwnData, 'madeAt' | 'person' | 'shortened'>

/** Where a copy tells of it: in a list of its own, as entries of the audit with an action, or not, and why. */
type Copied =
  | { readonly list: Listed }
  | { readonly entries: readonly AuditAction[] }
  | { readonly not: string }

/**
 * What erasure does to it. `goes`: after it no row names the person. `trace`: the row stays, as long as such rows do, and
 * its name is the person's new one. The rest keeps the name: somebody signs, writes or acts in what stays for good.
 */
type Erased = 'goes' | 'trace' | RecordPart

const list = (name: Listed): Copied => ({ list: name })
const entries = (...actions: AuditAction[]): Copied => ({ entries: actions })
const not = (why: string): Copied => ({ not: why })

/**
 * Every column that names a person. A new one belongs here, and into what it says: the tests beside this compare. Who is
 * named in a text or a list within a row (mentions, names of the day, what is sealed) is named by who wrote it, or by the
 * record: neither a copy nor an erasure looks there.
 */
export const PLACES: Readonly<Record<string, readonly [Copied, Erased]>> = {
  'account_link.created_by': [entries('account.invite', 'account.reset-link'), 'trace'],
  'account_link.person_id': [list('links'), 'goes'],
  'agenda_postponement.by': [list('words'), 'acts'],
  'agenda_proposal.decided_by': [list('words'), 'acts'],
  'agenda_proposal.proposed_by': [list('words'), 'acts'],
  'attendance.deputy_id': [list('attendance'), 'acts'],
  'attendance.marked_by': [
    entries('attendance.check-in', 'attendance.mark', 'attendance.correct', 'attendance.walk-in'),
    'acts',
  ],
  'attendance.person_id': [list('attendance'), 'acts'],
  'audit_entry.actor_id': [list('entries'), 'acts'],
  'backup.requested_by': [entries('backup.request'), 'trace'],
  'card.created_by': [list('made'), 'acts'],
  'card_activity.person_id': [list('words'), 'acts'],
  'card_command.person_id': [not('a mark for some days, beside the entry of what was done'), 'trace'],
  'card_comment.author_id': [list('comments'), 'acts'],
  'card_comment.settled_by': [entries('kartu.comment-settle'), 'acts'],
  'card_contribution.added_by': [list('numbers'), 'acts'],
  'card_evidence.added_by': [list('evidence'), 'acts'],
  // Its note is the reason of an activity.
  'card_evidence.decided_by': [list('words'), 'acts'],
  'card_follower.person_id': [list('followed'), 'goes'],
  'card_paste.person_id': [entries('kartu.paste'), 'goes'],
  'card_postponement.by': [list('words'), 'acts'],
  'data_export.person_id': [entries('data.export'), 'goes'],
  'document_lease.person_id': [list('texts'), 'writes'],
  'document_rescue.person_id': [entries('riwayat.rescue'), 'trace'],
  'document_version.made_by': [list('words'), 'acts'],
  // Why it was refused stands in the copy of who asked.
  'erasure_request.decided_by': [entries('erasure.grant', 'erasure.refuse'), 'acts'],
  'erasure_request.person_id': [list('requests'), 'trace'],
  'file.added_by': [list('files'), 'acts'],
  'file.removed_by': [entries('berkas.remove'), 'acts'],
  'file_access.person_id': [list('fetched'), 'trace'],
  'file_upload.person_id': [not('on its way for two days at most, then a file or gone'), 'goes'],
  'guest.created_by': [entries('tamu.invite'), 'acts'],
  'guest.person_id': [not('who comes in by a link has no account, and asks the sekretariat'), 'acts'],
  'guest_link.created_by': [entries('tamu.invite', 'tamu.renew'), 'trace'],
  'guest_link.person_id': [not('likewise'), 'goes'],
  'identity_link.person_id': [list('factors'), 'goes'],
  'indicator.created_by': [list('made'), 'acts'],
  'indicator_definition.created_by': [list('words'), 'acts'],
  'indicator_target.set_by': [list('numbers'), 'acts'],
  'indicator_value.created_by': [list('numbers'), 'acts'],
  'indicator_value.verified_by': [list('numbers'), 'acts'],
  'invitation.signer_id': [list('rapat'), 'signs'],
  'invitation_recipient.person_id': [list('rapat'), 'trace'],
  'jabatan_holding.person_id': [list('jabatan'), 'acts'],
  'journal_key.person_id': [entries('journal-key.create'), 'goes'],
  'koreksi.decided_by': [list('words'), 'acts'],
  'koreksi.proposed_by': [list('words'), 'acts'],
  'notice.by_id': [not('of who was told; what was done has its entry'), 'trace'],
  'notice.person_id': [list('notices'), 'goes'],
  'notice_setting.person_id': [list('noticeSettings'), 'goes'],
  'notula_approval.person_id': [entries('notula.approve', 'koreksi.approve'), 'acts'],
  'notula_review.person_id': [list('words'), 'acts'],
  'opd_report.decided_by': [list('reports'), 'acts'],
  'opd_report.sent_by': [list('reports'), 'acts'],
  'paper.asked_by': [entries('kertas.ask', 'laporan.ask'), 'trace'],
  'paper_access.person_id': [list('fetched'), 'trace'],
  'passkey.person_id': [list('factors'), 'goes'],
  'pending_sign_in.person_id': [not('between password and second factor, for minutes'), 'goes'],
  'pokja.chair_id': [list('duties'), 'goes'],
  'pokja_person.person_id': [list('duties'), 'goes'],
  'programme.created_by': [list('made'), 'acts'],
  'quarter_note.written_by': [list('words'), 'acts'],
  'rapat.chair_id': [list('rapat'), 'signs'],
  'rapat.created_by': [list('rapat'), 'acts'],
  'rapat.notulis_id': [list('rapat'), 'signs'],
  'rapat_guest.person_id': [list('rapat'), 'acts'],
  'rapat_mute.person_id': [list('followed'), 'goes'],
  'recovery_code.person_id': [
    not('hashes of what opens the account; that they were made has its entry'),
    'goes',
  ],
  'region_officer.person_id': [list('duties'), 'acts'],
  'remark.author_id': [list('remarks'), 'acts'],
  'remark.settled_by': [list('words'), 'acts'],
  'remark_reply.author_id': [list('remarks'), 'acts'],
  'report_cell.changed_by': [list('numbers'), 'acts'],
  'report_evidence.added_by': [list('evidence'), 'acts'],
  'report_remark.changed_by': [list('analyses'), 'acts'],
  'saved_filter.person_id': [list('filters'), 'goes'],
  'series.chair_id': [list('duties'), 'goes'],
  'series.created_by': [list('made'), 'acts'],
  'series.notulis_id': [list('duties'), 'goes'],
  'series_person.person_id': [list('duties'), 'goes'],
  'session.person_id': [list('sessions'), 'goes'],
  'session.viewing_person_id': [entries('view-as.start', 'view-as.end'), 'trace'],
  'signed_copy.uploaded_by': [entries('tte.add'), 'acts'],
  'tindak_lanjut_answer.decided_by': [list('words'), 'acts'],
  'tindak_lanjut_answer.person_id': [list('words'), 'acts'],
  'totp_factor.person_id': [list('factors'), 'goes'],
}
