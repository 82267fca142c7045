import type { HoldingKind, Presence, Role, Rsvp } from '@mufakat/domain'
import type { OwnWork } from './own-work-views'

/** Everything that is kept about a person, for that person. Moments are ISO texts: it is kept as JSON. */
export interface OwnData extends OwnWork {
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
    /** The address that one of a change of e-mail is about. */
    readonly email: string | null
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
    readonly parts: readonly ('chair' | 'notulis' | 'guest' | 'maker' | 'writer' | 'signer' | 'told')[]
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
