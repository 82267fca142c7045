import type {
  ApprovalRole,
  KoreksiChange,
  KoreksiState,
  LineFacts,
  ReviewKind,
  Warning,
} from '@mufakat/domain'
import type { OpdRef, PersonRef } from '../views'

export interface ApprovalView {
  readonly role: ApprovalRole
  readonly name: string
  readonly at: Date
  /** False: the notula, or who stands in the office, has changed since. */
  readonly stands: boolean
}

export interface RecordView {
  readonly number: number
  readonly code: string
  /** SHA-256 in hex. */
  readonly hash: string
  readonly at: Date
}

/** Where a notula is on its way to being ratified, for its page. */
export interface ReviewView {
  readonly chair: PersonRef | null
  readonly notulis: PersonRef | null
  /** What this person may do now. */
  readonly allowed: {
    readonly submit: boolean
    readonly withdraw: boolean
    readonly sendBack: boolean
    /** In which office this person approves; null: not at all, or they have. */
    readonly approveAs: ApprovalRole | null
    readonly propose: boolean
  }
  /** What an approval would be for; null once it is sealed. */
  readonly approving: {
    readonly headSeq: number
    readonly contentHash: string
    readonly partsHash: string
    /** When the head was written. */
    readonly at: Date
  } | null
  readonly warnings: readonly Warning[]
  /** The latest of each office, the pimpinan's first. */
  readonly approvals: readonly ApprovalView[]
  readonly reviews: readonly {
    readonly id: string
    readonly kind: ReviewKind
    readonly name: string
    readonly at: Date
    readonly note: string
  }[]
  /** The sealed record of the notula; null until there is one. */
  readonly record: RecordView | null
}

/** A line of the sealed text, as it holds now. */
export interface SealedLine {
  readonly lineId: string
  readonly itemId: string
  readonly kind: string
  readonly facts: LineFacts
}

export interface KoreksiView {
  readonly id: string
  readonly number: number
  readonly state: KoreksiState
  readonly reason: string
  readonly changes: readonly (KoreksiChange & {
    /** Of the item that the line stands in. */
    readonly item: string
  })[]
  /** Of what is approved, in hex. */
  readonly hash: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly note: string
  readonly approvals: readonly ApprovalView[]
  /** Who signs for each office now; null: nobody. */
  readonly signers: Readonly<Record<ApprovalRole, string | null>>
  /** Once it is sealed. */
  readonly record: RecordView | null
  readonly allowed: {
    readonly withdraw: boolean
    readonly sendBack: boolean
    readonly approveAs: ApprovalRole | null
  }
}

export interface KoreksiPage {
  readonly koreksi: readonly KoreksiView[]
  readonly mayPropose: boolean
  /** Lines with their agenda item, as they hold now. */
  readonly items: readonly { readonly title: string; readonly lines: readonly SealedLine[] }[]
  readonly opd: readonly OpdRef[]
}

/**
 * What the hash of a file is to a record: of the record itself, of its PDF, of its signed copy or one before that; of
 * another record; of none (`other`); or it is no hash.
 */
export type HashCompared =
  | { readonly is: 'record' | 'paper' | 'signed' | 'signed-before' | 'other' | 'no-hash' }
  | { readonly is: 'elsewhere'; readonly code: string }

/** What anybody may learn of a record by its code. */
export interface RecordCheck {
  readonly code: string
  readonly hash: string
  /** 0: a notula; from 1: a Koreksi of it. */
  readonly number: number
  readonly title: string
  /** Day of the rapat. */
  readonly date: string | null
  readonly at: Date
  /** By which jabatan; never a name's number or address. */
  readonly signedBy: readonly {
    readonly role: ApprovalRole
    readonly jabatan: string | null
    readonly at: Date
  }[]
  /** The copy that is signed electronically. */
  readonly signedCopy: { readonly srikandiNumber: string; readonly at: Date } | null
  readonly isExample: boolean
  /** Of the notula: the Koreksi that followed. Of a Koreksi: the notula, and the others. */
  readonly others: readonly RecordView[]
  /** Null where no hash was brought. */
  readonly compared: HashCompared | null
}
