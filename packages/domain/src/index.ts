export * from './acceptance'
export * from './account'
export * from './agenda'
export * from './attendance'
export * from './backup'
export * from './card'
export * from './card-activity'
export * from './card-change'
export * from './card-evidence'
export * from './card-filter'
export * from './card-repeat'
export * from './card-subtask'
export * from './card-table'
export * from './codes'
export * from './dasbor/moved'
export * from './dasbor/path'
export * from './dasbor/work'
export * from './duration'
export * from './file'
export * from './guest'
export * from './hand-over'
export * from './history'
export * from './holiday'
export * from './invitation'
export * from './jabatan'
export * from './komentar'
export * from './koreksi'
export * from './notice'
export * from './opd'
export * from './open-data'
export * from './pangkat'
export * from './paper'
export * from './password'
export * from './permission'
export type { Action } from './permission-action'
export {
  type Actor,
  type CardSubject,
  CONDITIONS,
  type CommitmentSubject,
  type Condition,
  type FileSubject,
  isByLink,
  isNotulaClosed,
  isOwnCard,
  type OfficeSubject,
  opdIdsOf,
  type PersonSubject,
  type RapatSubject,
  type RemarkSubject,
  type SeriesSubject,
  type Subject,
  writableItems,
} from './permission-condition'
export { hinders, REASONS, type Reason } from './permission-reason'
export { isPersonalColumn } from './personal-column'
export * from './personal-data'
export * from './rank'
export * from './rapat'
export * from './ratification'
export * from './redact'
export * from './region-officer'
export * from './sasaran/capaian'
export * from './sasaran/codes'
export * from './sasaran/contribution'
export * from './sasaran/definition'
export * from './sasaran/measured'
export * from './sasaran/period'
export * from './sasaran/plausible'
export * from './sasaran/read-amount'
export * from './sasaran/report'
export * from './sasaran/standing'
export * from './second-factor'
export * from './series'
export * from './setup'
export * from './signed-copy'
export * from './tindak-lanjut'
export * from './triwulan'
export * from './viewing'
export * from './wib'
