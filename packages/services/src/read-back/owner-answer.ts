import type { AnswerStanding } from '@mufakat/domain'

/** What shows for good beside a tindak lanjut: what its owner has said last. Plain JSON. */
export interface OwnerAnswer {
  readonly standing: AnswerStanding
  /** Whose word it is: jabatan, or as it was written down; a name where there is neither. */
  readonly by: string
  /** Short name of the OPD it was given for. */
  readonly opd: string
  /** Of who pressed. */
  readonly name: string
  /** ISO. */
  readonly at: string
}
