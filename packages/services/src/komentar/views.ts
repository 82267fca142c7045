import type { Anchor, Place } from '@mufakat/doc-model'
import type { RemarkKind, RemarkState } from '@mufakat/domain'
import type { PersonRef } from '../views'

export interface MentionView {
  readonly kind: 'person' | 'opd'
  readonly id: string
  readonly label: string
}

export interface RemarkReplyView {
  readonly id: string
  readonly author: PersonRef
  readonly at: Date
  readonly body: string
  readonly mentions: readonly MentionView[]
}

export interface RemarkView {
  readonly id: string
  readonly kind: RemarkKind
  readonly state: RemarkState
  readonly author: PersonRef
  readonly at: Date
  readonly body: string
  readonly mentions: readonly MentionView[]
  /** The words it was made for; empty: a line as a whole. */
  readonly quote: string
  readonly proposal: string | null
  /** For a reader with the live document. */
  readonly anchor: Anchor
  /** Where it stands in the stored text; null: its line is no longer there. */
  readonly place: Place | null
  /** Title of the item it stands in; empty when it has no place or the item no title. */
  readonly item: string
  readonly replies: readonly RemarkReplyView[]
  readonly settled: { readonly by: PersonRef; readonly at: Date; readonly note: string } | null
  readonly allowed: {
    readonly reply: boolean
    readonly close: boolean
    readonly reopen: boolean
    readonly withdraw: boolean
    readonly decline: boolean
    /** Takes it over: also `hasChanged` must be looked at. */
    readonly take: boolean
  }
  /** The words stand differently now than when the suggestion was made, so that it cannot simply be taken over. */
  readonly hasChanged: boolean
}

export interface RemarkList {
  /** In the order of the text; those without a place at the end. */
  readonly remarks: readonly RemarkView[]
  readonly openCount: number
  readonly mayWrite: boolean
}
