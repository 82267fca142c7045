import type { GuestLinkState, Tanggal } from '@mufakat/domain'

/** A guest by link, as the organisers of the rapat see them. */
export interface GuestLinkView {
  readonly personId: string
  readonly name: string
  readonly agency: string
  readonly canWrite: boolean
  /** The only agenda items they may write in; null: the whole notula. */
  readonly itemIds: readonly string[] | null
  readonly state: GuestLinkState
  readonly createdAt: Date
  readonly expiresAt: Date
  /** Null: never came in. */
  readonly lastSeenAt: Date | null
}

export interface GuestLinkList {
  readonly links: readonly GuestLinkView[]
  /** Whether links are made and renewed here now. */
  readonly mayInvite: boolean
  /** Agenda items as they stand: what a guest may be held to. */
  readonly items: readonly { readonly itemId: string; readonly title: string }[]
  /** For the last day of a link. */
  readonly days: { readonly first: Tanggal; readonly usual: Tanggal; readonly last: Tanggal }
}

/** What a guest's link says before its form is sent. */
export interface GuestDoor {
  /** `unknown`: nobody was given it; `not-yet`: the rapat is still being prepared. */
  readonly state: GuestLinkState | 'unknown' | 'not-yet'
  /** Told unless the link is unknown or void. */
  readonly rapat: {
    readonly id: string
    readonly title: string
    readonly date: Tanggal | null
    readonly startTime: string | null
    readonly plannedMinutes: number | null
    readonly place: string
  } | null
  readonly personId: string | null
  readonly name: string
  readonly agency: string
  readonly canWrite: boolean
  readonly expiresAt: Date | null
}
