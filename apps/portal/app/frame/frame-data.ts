import type { Triwulan } from '@mufakat/domain'
import type { OpdRef } from '@mufakat/services'
import type { Theme } from '~/request/cookies.server'

/** Over every page while an admin looks as another person: who that is, and the way back. */
export interface ViewingBar {
  readonly text: string
  readonly end: string
}

/** What the frame around every page shows; loaded by the root. */
export interface FrameData {
  readonly theme: Theme
  readonly demo: boolean
  readonly requestId: string
  readonly now: Date
  /** The triwulan being looked at, and today's. */
  readonly chosen: Triwulan
  readonly current: Triwulan
  /** Nobody before signing in. */
  readonly person: {
    readonly id: string
    readonly name: string
    readonly jabatan: string | null
    readonly opd: OpdRef | null
  } | null
  /** A guest by link has one rapat, and nowhere else to go. */
  readonly isGuest: boolean
  readonly viewing: ViewingBar | null
  /** Notices that were not read; null: this person has no inbox, or it is not one's own. */
  readonly unread: number | null
  readonly mayCreate: boolean
  readonly maySeeSeries: boolean
  /** Addresses of the places of the main menu (places.ts). */
  readonly places: readonly string[]
}
