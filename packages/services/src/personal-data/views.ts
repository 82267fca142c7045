import type { ErasureState, HoldingKind, Presence, Role, Rsvp } from '@mufakat/domain'
import type { SettingValue } from '../settings/catalogue'

/** What everybody may know about what is kept, and for how long. */
export interface PrivacyNotice {
  readonly contact: SettingValue<'privacy'>
  readonly retention: SettingValue<'retention'>
  /** Days that the bytes of removed files are kept. */
  readonly fileDays: number
}

export interface ExportView {
  readonly id: string
  readonly askedAt: Date
  /** Null: it is being made. */
  readonly readyAt: Date | null
  readonly expiresAt: Date
}

export interface ErasureView {
  readonly id: string
  readonly state: ErasureState
  readonly wish: string
  readonly askedAt: Date
  readonly decidedAt: Date | null
  /** Why it was refused; empty otherwise. */
  readonly reason: string
}

/** The page of one's own data. */
export interface OwnDataView {
  readonly phone: string | null
  readonly exports: readonly ExportView[]
  readonly erasures: readonly ErasureView[]
}

/** A request as an admin decides about it. */
export interface ErasureCase extends ErasureView {
  readonly personId: string
  readonly name: string
  readonly erasedNumber: number | null
  /** The admin who looks is the person: somebody else decides. */
  readonly isOwn: boolean
}

/** What the nightly round took away. */
export type RetentionCounts = Readonly<
  Record<'sessions' | 'limits' | 'access' | 'mails' | 'links' | 'exports' | 'papers' | 'notices', number>
>

export interface RetentionView {
  readonly fileDays: number
  readonly last: { readonly at: Date; readonly counts: RetentionCounts } | null
  readonly next: Date
}

/** Everything that is kept about a person, for that person. Moments are ISO texts: it is kept as JSON. */
export interface OwnData {
  readonly madeAt: string
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly nip: string | null
    readonly golongan: string | null
    readonly phone: string | null
    readonly role: Role
    readonly locale: string
    readonly active: boolean
    readonly createdAt: string
  }
  readonly jabatan: readonly {
    readonly jabatan: string
    readonly opd: string
    readonly kind: HoldingKind
    readonly from: string
    readonly until: string | null
  }[]
  readonly sessions: readonly {
    readonly createdAt: string
    readonly lastSeenAt: string
    readonly endedAt: string | null
    readonly address: string
    readonly userAgent: string
  }[]
  readonly factors: readonly {
    readonly kind: 'totp' | 'passkey' | 'provider'
    readonly name: string | null
    readonly createdAt: string
  }[]
  readonly links: readonly {
    readonly kind: string
    readonly createdAt: string
    readonly usedAt: string | null
  }[]
  readonly letters: readonly {
    readonly template: string
    readonly state: string
    readonly createdAt: string
    readonly sentAt: string | null
  }[]
  /** By the person, or about them. */
  readonly entries: readonly {
    readonly at: string
    readonly action: string
    readonly byOneself: boolean
    readonly rapat: string | null
    readonly details: Readonly<Record<string, unknown>>
  }[]
  readonly rapat: readonly {
    readonly title: string
    readonly date: string | null
    readonly parts: readonly ('chair' | 'notulis' | 'guest' | 'maker' | 'writer')[]
  }[]
  /** As they were named that day; for themselves or their OPD, or as somebody's deputy. */
  readonly attendance: readonly {
    readonly rapat: string
    readonly date: string | null
    readonly isDeputy: boolean
    readonly name: string
    readonly nip: string | null
    readonly jabatan: string
    readonly answer: Rsvp | null
    readonly reason: string
    readonly presence: Presence | null
    readonly arrivedAt: string | null
    readonly leftAt: string | null
  }[]
  /** Words that they wrote, as they stand in the notula now. */
  readonly texts: readonly { readonly rapat: string; readonly item: string; readonly text: string }[]
  /** What they remarked beside notula. */
  readonly remarks: readonly { readonly at: string; readonly rapat: string; readonly text: string }[]
  readonly files: readonly {
    readonly name: string
    readonly kind: string
    readonly size: number
    readonly addedAt: string
    readonly removedAt: string | null
  }[]
  readonly fetched: readonly { readonly at: string; readonly file: string }[]
  readonly requests: readonly {
    readonly state: string
    readonly wish: string
    readonly askedAt: string
    readonly decidedAt: string | null
    readonly reason: string
  }[]
  /** Lists that were longer than a copy holds. */
  readonly shortened: readonly string[]
}
