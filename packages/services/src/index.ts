export * from './account'
export * from './angka'
export {
  type CheckInContext,
  checkIn,
  checkInCode,
  checkInDoor,
  registerWalkIn,
  TICKET_SECONDS,
  takeTicket,
} from './attendance/check-in'
export * from './attendance/inputs'
export {
  addWalkIn,
  attendanceRecord,
  correctAttendance,
  markAttendance,
  readAttendance,
  settleWalkIn,
} from './attendance/list'
export { answerRsvp, readRsvp } from './attendance/rsvp'
export type * from './attendance/views'
export { AUDIT_ACTIONS, type AuditAction } from './audit'
export * from './audit-read'
export { archivedFolders, type BackupFolders, backupFolder } from './backup/folders'
export {
  archivesBeyondRetention,
  type BackupOverview,
  backupOverview,
  requestBackup,
} from './backup/manage'
export {
  type BackupUnderWay,
  type GoodArchive,
  recordBackup,
  recordRemovedBackups,
  recordRestore,
  startBackup,
} from './backup/record'
export { watchBackups } from './backup/watch'
export { SESSION_ABSOLUTE_MS, type SignInMethod, type SignInStep, type Visitor } from './begin-session'
export * from './beranda'
export type { DoorContext, ServiceContext } from './context'
export * from './dasbor'
export { isEmpty, seedDemo } from './demo/seed-demo'
export { demoState } from './demo-state'
export * from './directory'
export { seedNotulaDocument } from './documents'
export { explainPermissions, type PermissionsExplained } from './explain-permissions'
export {
  type FactorsOfPerson,
  findFactors,
  peopleWithoutFactor,
  resetFactors,
  resetFactorsInput,
} from './factors/lost-device'
export {
  confirmTotp,
  inviteTotp,
  type NewCodes,
  type OwnFactors,
  ownFactors,
  removeTotp,
  renewRecoveryCodes,
  totpInvitationOf,
} from './factors/own-factors'
export {
  answerWithPasskey,
  type PasskeyQuestion,
  secondStepQuestion,
  signInQuestion,
  signInWithPasskey,
} from './factors/passkey-sign-in'
export {
  addPasskey,
  type PasskeyCreation,
  passkeyCreation,
  passkeyInput,
  removePasskey,
} from './factors/passkeys'
export { factorRule, factorRuleInput, setFactorRule } from './factors/requirement'
export { answerWithCode, codeInput, type PendingSignIn, pendingSignIn } from './factors/second-step'
export type { FileContext } from './files/context'
export { finishUpload } from './files/finish'
export { fetchFile, fetchThumbnail, listFiles } from './files/read'
export { removeFile, restoreFile } from './files/remove'
export {
  type FileSettings,
  type FileUse,
  fileSettings,
  fileSettingsInput,
  fileUse,
  setFileSettings,
} from './files/settings'
export { sweepFiles } from './files/sweep'
export {
  beginUpload,
  beginUploadInput,
  cancelUpload,
  endUploadAt,
  receivePiece,
  uploadState,
} from './files/upload'
export type * from './files/views'
export { enterAsGuest, guestDoor } from './guest/enter'
export * from './guest/inputs'
export { guestLinks, inviteGuest, renewGuestLink, revokeGuestLink } from './guest/manage'
export type * from './guest/views'
export { compareVersions, notulaVersion } from './history/read-history'
export { findPassage, redactPassage } from './history/redact'
export { rescues, settleRescue } from './history/rescues'
export { notulaTimeline } from './history/timeline'
export { bringVersionBack, nameVersion } from './history/versions'
export type * from './history/views'
export * from './holidays'
export * from './inputs'
export { type EditInvitationInput, editInvitationInput, sendInvitationInput } from './invitation/inputs'
export { editInvitation, rapatEvent, readInvitation, sendInvitation } from './invitation/letter'
export { tellInvited } from './invitation/tell'
export type * from './invitation/views'
export { JOB_NAMES, JOBS, type JobName, type JobPayload, parseJob, requestOfJob } from './jobs/catalogue'
export { journalKeyFor } from './journal-key'
export * from './kartu'
export {
  type AddRemarkInput,
  addRemarkInput,
  REMARK_DEEDS,
  type RemarkDeed,
  type ReplyRemarkInput,
  replyRemarkInput,
  type SettleRemarkInput,
  settleRemarkInput,
} from './komentar/inputs'
export { listRemarksOf } from './komentar/read-remarks'
export type * from './komentar/views'
export { addRemark, replyToRemark, settleRemarkBy } from './komentar/write-remarks'
export * from './laporan'
export {
  MAIL_TLS,
  type MailContext,
  type MailServer,
  type MailSettingsInput,
  type MailSettingsView,
  mailServer,
  mailSettings,
  mailSettingsInput,
  saveMailSettings,
} from './mail/mail-settings'
export { type QueueView, readQueue, retryFailed, retryInput } from './mail/manage-queue'
export { queueMail } from './mail/queue-mail'
export { DeliveryError, type OutgoingMail, type SendOutcome, sendQueuedMail } from './mail/send-mail'
export { sendTestMail, type TestMailInput, testMailInput, testMailState } from './mail/test-mail'
export { tidyMail } from './mail/tidy-mail'
export * from './notices'
export * from './open-data'
export * from './organisation'
export * from './papers'
export * from './personal-data'
export { type Projection, projectNotula } from './project-notula'
export { PROVIDER_REFUSALS, type ProviderRefusal } from './provider/refusal'
export {
  type ProviderView,
  providerInput,
  providerName,
  providerSettings,
  setProvider,
} from './provider/settings'
export { backFromProvider, leaveForProvider } from './provider/sign-in'
export * from './rapat-read'
export { createRapat, editPeserta, setRapatStatus, updateRapat } from './rapat-write'
export { limitedAddress as networkOf } from './rate-limit'
export * from './ratification'
export * from './read-back'
export { type AuditKeys, keysFolder, loadAuditKeys } from './records/audit-key'
export { exportsFolder } from './records/day-export'
export type { Finding, FindingCode, RecordReport } from './records/report'
export { signAuditHead } from './records/sign-head'
export { type VerifyPlaces, verifyRecords } from './records/verify-records'
export {
  exportRegions,
  importRegions,
  includedRegions,
  type RegionReview,
  reviewRegions,
} from './regions/import-regions'
export type { JudgedLine, KnownRegion, Verdict } from './regions/plan'
export { MAX_CSV_BYTES } from './regions/region-csv'
export { inRequest, noteViewing } from './request-scope'
export * from './sasaran'
export * from './sasaran-files'
export * from './series'
export * from './session'
export * from './settings/catalogue'
export { MAX_LOGO_BYTES } from './settings/clean-image'
export { changeLogo, letterheadLogo } from './settings/letterhead'
export { changeSetting, readSettingForm, regencyOf, type StoredSetting } from './settings/settings'
export { zoneOf } from './settings/today'
export * from './setup/first-admin'
export * from './setup/progress'
export { addSignedCopy } from './signed-copy/add'
export {
  fetchSignedCopy,
  type SignedCopies,
  type SignedCopyView,
  signedCopies,
} from './signed-copy/read'
export { type SystemStatus, systemStatus } from './system-status'
export { MAX_TABLE_BYTES, MAX_TABLE_ROWS, sheetInput } from './tables/cells'
export { writeCsv } from './tables/csv'
export {
  exampleTable,
  exportTable,
  importTable,
  type JudgedRow,
  type RowVerdict,
  reviewTable,
  TABLE_FORMATS,
  TABLE_NAMES,
  type TableFormat,
  type TableName,
  type TableReview,
  tablesFor,
} from './tables/machine'
export { type RapatTemplate, rapatTemplate } from './template'
export { listTindakLanjut } from './tindak-lanjut'
export { openVault, type Vault } from './vault'
export {
  endOverdueViewings,
  startViewing,
  stopViewing,
  type ViewAsInput,
  viewAsInput,
} from './viewing'
export * from './views'
