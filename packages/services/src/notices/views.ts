import type { ActivityKind, NoticeKind, NoticeMail, Tanggal, Triwulan } from '@mufakat/domain'

/** One line of the inbox. */
export interface NoticeView {
  readonly id: string
  readonly kind: NoticeKind
  readonly at: Date
  readonly isRead: boolean
  /** How many changes it tells of. */
  readonly merged: number
  /** Who did it, the latest first. */
  readonly people: readonly string[]
  /** What was done last, of changes. */
  readonly change: { readonly kind: ActivityKind; readonly to: string | null } | null
  /** Of a reminder. */
  readonly due: Tanggal | null
  /** Where it can be looked at; null: not any more. */
  readonly link: string | null
}

/** What several notices are about. */
export interface NoticeGroup {
  readonly about: { readonly kind: 'card' | 'rapat' | 'report'; readonly id: string }
  /** Of a report, the name of the OPD. Null: this person may not open it any more. */
  readonly title: string | null
  /** Of a report. */
  readonly triwulan: Triwulan | null
  readonly link: string | null
  /** The rapat that can be muted: itself, or the one that the card came from. */
  readonly rapatId: string | null
  readonly notices: readonly NoticeView[]
}

export interface Inbox {
  readonly groups: readonly NoticeGroup[]
  readonly unread: number
  readonly total: number
  readonly page: number
  readonly pages: number
  /** Up to when this was looked at: what came later stays unread. */
  readonly seenUntil: Date
}

/** How notices come to somebody. */
export interface NoticeSetting {
  readonly mail: NoticeMail
  readonly hour: number
  readonly workdaysOnly: boolean
  readonly quietFrom: number
  readonly quietTo: number
}

export interface OwnNoticeSettings {
  readonly setting: NoticeSetting
  /** Null: letters reach this person nowhere. */
  readonly email: string | null
  readonly mutedRapat: readonly { readonly id: string; readonly title: string }[]
}
