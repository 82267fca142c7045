import type { Golongan, HoldingKind, LinkState, Locale, Role, Tanggal } from '@mufakat/domain'
import type { SlowedSignIn } from '../rate-limit'
import type { OpdRef, OpenWork, SessionSummary } from '../views'

/** A row of the list of accounts. */
export interface AccountSummary {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly nip: string | null
  readonly role: Role
  readonly active: boolean
  readonly hasPassword: boolean
  readonly lastSignInAt: Date | null
  /** Erased at their wish: the number they go by outside official records. */
  readonly erasedNumber: number | null
  readonly jabatan: string | null
  readonly opd: OpdRef | null
}

export interface AccountPage {
  readonly accounts: readonly AccountSummary[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

/** Somebody's spell in a jabatan. */
export interface HoldingView {
  readonly id: string
  readonly jabatan: string
  readonly isHead: boolean
  readonly opd: OpdRef
  readonly kind: HoldingKind
  readonly from: Tanggal
  readonly until: Tanggal | null
  readonly when: 'past' | 'now' | 'coming'
}

export interface AccountDetail extends AccountSummary {
  readonly phone: string | null
  readonly golongan: Golongan | null
  readonly revision: number
  readonly locale: Locale
  readonly createdAt: Date
  readonly holdings: readonly HoldingView[]
  readonly sessions: readonly SessionSummary[]
  /** The newest invitation. */
  readonly invitation: {
    readonly state: LinkState
    readonly createdAt: Date
    readonly expiresAt: Date
  } | null
  readonly slowed: SlowedSignIn | null
}

/** A link to hand over. Its token is shown this once. */
export interface LinkForHand {
  /** Under the address of this installation. */
  readonly path: string
  readonly expiresAt: Date
  /** Whether it was also mailed. */
  readonly mailed: boolean
}

/** What a link says before its form is sent. `unknown`: nobody was given it. */
export interface LinkView {
  readonly state: LinkState | 'unknown'
  /** Told only while it is open. */
  readonly person: {
    readonly name: string
    readonly email: string | null
    readonly nip: string | null
  } | null
  /** The address it is about. */
  readonly email: string | null
}

/** What goes along when a jabatan changes hands. */
export interface HandOverView {
  readonly holding: HoldingView
  readonly holder: { readonly id: string; readonly name: string }
  readonly work: readonly OpenWork[]
  /** Planned rapat that the holder chairs or writes. */
  readonly rapat: readonly {
    readonly id: string
    readonly title: string
    readonly date: Tanggal | null
    readonly asChair: boolean
    readonly asNotulis: boolean
  }[]
}
