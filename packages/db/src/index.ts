export {
  ADDED_TO,
  type DatabaseUrls,
  HISTORY,
  isAuditGuarded,
  MissingRole,
  READ_ONLY,
  RECORDS,
} from './app-role'
export * from './database'
export * from './dump/after-restore'
export * from './dump/backup-lock'
export * from './dump/copy'
export * from './dump/tables'
export * from './durability'
export * from './embedded'
export { errorForLog } from './error-for-log'
export * from './job-pool'
export * from './migrate'
export * from './queries/account'
export * from './queries/account-link'
export * from './queries/agenda'
export * from './queries/answer'
export * from './queries/attendance'
export * from './queries/audit'
export * from './queries/audit-chain'
export * from './queries/audit-list'
export * from './queries/backup'
export * from './queries/bell'
export * from './queries/card'
export * from './queries/card-activity'
export * from './queries/card-comment'
export * from './queries/card-evidence'
export * from './queries/card-follower'
export * from './queries/card-page'
export * from './queries/card-table'
export * from './queries/card-view'
export * from './queries/carried'
export * from './queries/document-node'
export * from './queries/factor'
export * from './queries/file'
export * from './queries/file-upload'
export {
  findGuest,
  findGuestLink,
  type GuestLinkRow,
  holdGuestLink,
  insertGuest,
  insertGuestLink,
  listGuestLinks,
  listGuests,
  putGuestRight,
  voidGuestLink,
} from './queries/guest'
export * from './queries/history'
export * from './queries/holiday'
export * from './queries/identity'
export * from './queries/invitation'
export * from './queries/jabatan'
export * from './queries/job'
export * from './queries/journal-key'
export * from './queries/lease'
export * from './queries/log'
export * from './queries/mail'
export * from './queries/notice'
export * from './queries/notice-setting'
export * from './queries/notula'
export * from './queries/opd'
export * from './queries/open-log'
export * from './queries/own-data'
export * from './queries/paper'
export * from './queries/passkey'
export * from './queries/pending-sign-in'
export * from './queries/person'
export * from './queries/personal-data'
export * from './queries/pokja'
export * from './queries/rapat'
export * from './queries/rate-bucket'
export * from './queries/ratification'
export * from './queries/redaction'
export * from './queries/region-officer'
export * from './queries/rehearsal'
export * from './queries/remark'
export * from './queries/retention'
export * from './queries/series'
export * from './queries/session'
export * from './queries/setting'
export * from './queries/signed-copy'
export { putSnapshot, removeSnapshot } from './queries/snapshot'
export * from './queries/spare'
export * from './queries/system'
export * from './queries/value-import'
export * from './queries/viewing'
export * from './queries/wilayah'
export { UnreadableDump } from './records/custom-dump'
export { openLiveRecords, recordsOf } from './records/live-source'
export { openDump } from './records/open-dump'
export { MissingTable, type Only, type RecordSource, type TextRow } from './records/source'
export { recordsOfTransaction } from './records/transaction-source'
