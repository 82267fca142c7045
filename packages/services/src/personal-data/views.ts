import type { ErasureState } from '@mufakat/domain'
import type { SettingValue } from '../settings/catalogue'

/** What everybody may know about what is kept, and for how long. */
export interface PrivacyNotice {
  readonly contact: SettingValue<'privacy'>
  readonly retention: SettingValue<'retention'>
  /** Days that the bytes of removed files are kept. */
  readonly fileDays: number
  /** Days that a notice is kept after it was read. */
  readonly noticeDays: number
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
