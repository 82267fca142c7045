import type {
  Cadence,
  Priority,
  ProposalState,
  StandingItem,
  Strategy,
  Tanggal,
  TenggatState,
  TindakLanjutStatus,
  Triwulan,
} from '@mufakat/domain'
import type { OwnerAnswer } from '../read-back/owner-answer'
import type { OpdRef, PersonRef, RapatSummary } from '../views'

/** Who chairs or writes each time. */
export interface StandingOfficer {
  readonly kind: 'jabatan' | 'person'
  readonly id: string
  readonly name: string
}

export interface SeriesSummary {
  readonly id: string
  readonly name: string
  readonly cadence: Cadence
  readonly active: boolean
  readonly isExample: boolean
  /** The newest rapat of it that this person may see. */
  readonly latest: RapatSummary | null
  /** Topics that wait for a decision, as far as this person sees them. */
  readonly openProposals: number
  readonly mayPropose: boolean
}

/** What the next rapat is suggested as. */
export interface NextRapatView {
  readonly title: string
  readonly triwulan: Triwulan
  readonly date: Tanggal | null
  readonly waitingItems: readonly WaitingItem[]
  readonly acceptedCount: number
}

/** An item that was left to the next rapat and is in none yet. */
export interface WaitingItem {
  readonly rapatId: string
  readonly itemId: string
  readonly title: string
  readonly minutes: number | null
  readonly presenter: string | null
  readonly reason: string
  readonly from: { readonly title: string; readonly triwulan: Triwulan; readonly date: Tanggal | null }
}

export interface SeriesDetail extends SeriesSummary {
  readonly dates: readonly Tanggal[]
  /** The pattern of titles. */
  readonly title: string
  readonly plannedMinutes: number | null
  readonly startTime: string | null
  readonly place: string
  readonly agenda: readonly StandingItem[]
  readonly chair: StandingOfficer | null
  readonly notulis: StandingOfficer | null
  readonly opd: readonly OpdRef[]
  readonly guests: readonly (PersonRef & { readonly canWrite: boolean })[]
  readonly revision: number
  /** Newest first, as far as this person may see them. */
  readonly rapat: readonly RapatSummary[]
  /** Newest of all rapat of it, seen or not. */
  readonly latestId: string | null
  /** The rapat of it that is still to come, or under way, and whose agenda this person writes. */
  readonly coming: { readonly id: string; readonly date: Tanggal | null; readonly triwulan: Triwulan } | null
  readonly next: NextRapatView
  readonly proposals: readonly ProposalView[]
  readonly allowed: { readonly edit: boolean; readonly decide: boolean; readonly propose: boolean }
}

export interface ProposalView {
  readonly id: string
  readonly seriesId: string
  readonly seriesName: string
  readonly title: string
  readonly reason: string
  readonly minutes: number | null
  readonly opd: OpdRef
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly state: ProposalState
  /** Why it was returned. */
  readonly note: string | null
  /** The rapat that has it on its agenda. */
  readonly rapat: { readonly id: string; readonly title: string; readonly itemId: string } | null
  readonly mayWithdraw: boolean
}

/** A series that a rapat can be made part of. */
export interface SeriesChoice {
  readonly id: string
  readonly name: string
}

// Plain JSON from here on: what a rapat was shown is sealed with it.

export interface TenggatPostponement {
  readonly from: Tanggal | null
  readonly to: Tanggal
  readonly reason: string
  readonly by: string
  /** ISO. */
  readonly at: string
}

export interface CarriedLine {
  readonly rapatId: string
  readonly rapatTitle: string
  readonly triwulan: Triwulan
  readonly rapatDate: Tanggal | null
  readonly lineId: string
  readonly text: string
  /** Short name of the OPD it was given to, where another has taken its place. */
  readonly formerOwner: string | null
  readonly jabatan: string | null
  readonly tenggat: Tanggal | null
  readonly due: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  readonly status: TindakLanjutStatus
  /** The day it was finished. */
  readonly finishedOn: Tanggal | null
  readonly postponements: readonly TenggatPostponement[]
}

export interface CarriedList<Line extends CarriedLine = CarriedLine> {
  /** Day of the rapat before; what was finished since is in the list. */
  readonly since: Tanggal | null
  /** By OPD in the order of official lists; null: nobody's. */
  readonly groups: readonly { readonly opd: OpdRef | null; readonly lines: readonly Line[] }[]
}

/** A line as somebody looks at it now. */
export interface CarriedLineView extends CarriedLine {
  readonly tenggatState: TenggatState | null
  /** Whether this person may open the rapat it came from. */
  readonly readable: boolean
  /** What its owner has said last; null: nothing. */
  readonly answer: OwnerAnswer | null
  readonly mayPostpone: boolean
}

/** What stands at items of an agenda beside their text. */
export interface AgendaNotes {
  /** Null: the rapat is part of no series. */
  readonly carried: (CarriedList<CarriedLineView> & { readonly itemId: string | null }) | null
  readonly postponed: readonly PostponedItem[]
  readonly mayPostpone: boolean
}

export interface PostponedItem {
  readonly itemId: string
  readonly title: string
  readonly reason: string
  readonly by: string
  /** ISO. */
  readonly at: string
  /** The rapat that has taken it over. */
  readonly takenBy: string | null
}
