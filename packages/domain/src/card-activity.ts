import type { EvidenceState, TindakLanjutStatus } from './codes'
import type { Contribution } from './sasaran/contribution'
import type { Tanggal } from './wib'

/** What can happen to a card. Words for people are in `i18n` under `kartu.activity.<kind>`. */
export const ACTIVITY_KINDS = [
  'added',
  'decided',
  'reworded',
  'ratified',
  'removed',
  'restored',
  'status',
  'evidence',
  'judged',
  'edited',
  'postponed',
  'handed-over',
  'subtask',
  'supporters',
  'comment',
  'repeat',
  'repeated',
  'kept-open',
  'contribution',
] as const
export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

/** Codes, dates and numbers may be told before and after; of texts only that they were changed. */
export type ToldValue = string | number | null
export interface ToldChange {
  readonly from: ToldValue
  readonly to: ToldValue
}

type None = Readonly<Record<string, never>>

/** What is kept beside each kind: codes, ids, dates and numbers, never a text. */
export interface ActivityDetails {
  /** On the board, by somebody. */
  readonly added: None
  /** By a rapat: read out of its notula. */
  readonly decided: None
  /** By a notula that is not ratified yet; by field. */
  readonly reworded: {
    readonly fields: readonly string[]
    readonly values: Readonly<Record<string, ToldChange>>
  }
  /** The notula that it came from is ratified: what it says of the card is frozen. */
  readonly ratified: None
  readonly removed: None
  readonly restored: None
  readonly status: { readonly from: TindakLanjutStatus; readonly to: TindakLanjutStatus }
  readonly evidence: { readonly evidenceId: string }
  /** The note stands as reason. */
  readonly judged: { readonly evidenceId: string; readonly state: EvidenceState }
  readonly edited: {
    readonly fields: readonly string[]
    readonly values: Readonly<Record<string, ToldChange>>
  }
  readonly postponed: { readonly from: Tanggal | null; readonly to: Tanggal }
  /** From one OPD to another. */
  readonly 'handed-over': { readonly from: string | null; readonly to: string }
  readonly subtask: {
    readonly subtaskId: string
    readonly did: 'added' | 'done' | 'undone' | 'renamed' | 'moved' | 'removed'
  }
  /** Ids of OPD. */
  readonly supporters: { readonly added: readonly string[]; readonly removed: readonly string[] }
  readonly comment: {
    readonly commentId: string
    readonly did: 'added' | 'edited' | 'removed' | 'settled' | 'reopened'
  }
  /** Whether and how it comes again. */
  readonly repeat: { readonly every: string | null; readonly day: number | null }
  /** It is the next copy of that card. */
  readonly repeated: { readonly of: string }
  /** A period began, and no copy was made since this one is open; the first day of the period. */
  readonly 'kept-open': { readonly period: Tanggal }
  /** What it adds to an indicator; null where there is none. */
  readonly contribution: {
    readonly indicatorId: string
    readonly from: Contribution | null
    readonly to: Contribution | null
  }
}

/** Something that happened to a card, as it is noted. */
export type Happened = {
  [K in ActivityKind]: { readonly kind: K; readonly details: ActivityDetails[K]; readonly reason?: string }
}[ActivityKind]
