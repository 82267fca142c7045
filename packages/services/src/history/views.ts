import type { Comparison, Loss, NotulaContent } from '@mufakat/doc-model'
import type { ApprovalRole } from '@mufakat/domain'
import type { PersonRef } from '../views'

export interface WhoView {
  readonly id: string
  readonly name: string
}

/** What was done with a notula as a whole, beside its text. */
export const TIMELINE_STEPS = [
  'diajukan',
  'dikembalikan',
  'ditarik',
  'disetujui',
  /** An approval that an edit has voided. */
  'gugur',
  'disahkan',
  'koreksi-diajukan',
  'koreksi-dikembalikan',
  'koreksi-ditarik',
  'koreksi-disetujui',
  'koreksi-disahkan',
  /** Something earlier was brought back. */
  'dipulihkan',
  'diredaksi',
] as const
export type TimelineStep = (typeof TIMELINE_STEPS)[number]

interface TimelinePoint {
  readonly id: string
  /** Of the row of the log that the text ended with then. */
  readonly seq: number
  readonly at: Date
}

/** What the timeline of a notula shows, newest first. People with the jabatan and OPD that they had at that moment. */
export type TimelineEntry =
  | (TimelinePoint & {
      /** A point that somebody gave a name. */
      readonly kind: 'named'
      readonly name: string
      readonly by: PersonRef | null
    })
  | (TimelinePoint & {
      /** A stretch of work: from the row `fromSeq` to the row `seq`. */
      readonly kind: 'work'
      readonly fromSeq: number
      readonly from: Date
      /** Most edits first. */
      readonly people: readonly PersonRef[]
    })
  | (TimelinePoint & {
      /** What stays of a day whose rows were thinned out. */
      readonly kind: 'kept'
    })
  | (TimelinePoint & {
      readonly kind: 'step'
      readonly step: TimelineStep
      readonly people: readonly PersonRef[]
      /** In which office it was approved, or which approvals were voided. */
      readonly roles: readonly ApprovalRole[]
      /** Of a Koreksi; 0: of the notula. */
      readonly number: number
      /** Why it was sent back; why a Koreksi is proposed. */
      readonly note: string
      /** What was brought back. */
      readonly fromSeq: number | null
    })

export interface Timeline {
  readonly entries: readonly TimelineEntry[]
  /** Id to ask for what is older with; null: nothing is. */
  readonly older: string | null
  /** How many points were given a name. */
  readonly namedCount: number
  readonly headSeq: number
}

export interface NotulaVersion {
  readonly seq: number
  readonly headSeq: number
  readonly content: NotulaContent
  /** The moment of its newest row; null for before the first. */
  readonly at: Date | null
  /** Names it was given. */
  readonly names: readonly string[]
}

export interface VersionComparison {
  readonly from: Omit<NotulaVersion, 'content'>
  readonly to: Omit<NotulaVersion, 'content'>
  readonly comparison: Comparison
}

export interface PassageView {
  /** In UTF-16 units. */
  readonly length: number
  readonly occurrences: readonly {
    /** Title of the item it stands in; null for what stands in none (a fact, or a table that is gone). */
    readonly item: string | null
    readonly at: Date | null
    readonly people: readonly WhoView[]
    /** Read by everybody now; else it was deleted, and only the history has it. */
    readonly shown: boolean
  }[]
  /** Names of versions that contain it. */
  readonly named: number
}

/** A sentence that one person wrote inside what another deleted at the same time. */
export interface RescueView {
  readonly key: string
  /** The sentence as its writer saw it; theirs are `words`. */
  readonly before: string
  readonly words: string
  readonly after: string
  /** `shown`: the words stand in the notula as a fragment; `hidden`: nobody sees them. */
  readonly state: 'shown' | 'hidden'
  readonly lost: Loss
  /** Title of the item it stands in. */
  readonly item: string
  /** When it was deleted around them. */
  readonly at: Date | null
  readonly writer: WhoView
  readonly deleter: WhoView
}
