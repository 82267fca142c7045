import type { Comparison, Loss, NotulaContent } from '@mufakat/doc-model'

export interface WhoView {
  readonly id: string
  readonly name: string
}

/** What the timeline of a notula shows, newest first. */
export type VersionView =
  | {
      readonly kind: 'named'
      readonly id: string
      readonly seq: number
      readonly name: string
      readonly at: Date
      readonly by: WhoView | null
    }
  | {
      /** A stretch of work: from the row `fromSeq` to the row `seq`. */
      readonly kind: 'work'
      readonly fromSeq: number
      readonly seq: number
      readonly from: Date
      readonly to: Date
      /** Most edits first. */
      readonly people: readonly WhoView[]
    }
  | {
      /** What stays of a day whose rows were thinned out. */
      readonly kind: 'kept'
      readonly id: string
      readonly seq: number
      readonly at: Date
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
