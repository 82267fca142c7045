import type { LastRapat } from '@mufakat/db'
import type {
  BandBounds,
  Direction,
  Feed,
  Finality,
  Frequency,
  IndicatorStanding,
  Level,
  Strategy,
  Tanggal,
  TindakLanjutStatus,
  Triwulan,
  WorkFigures,
  WorkState,
} from '@mufakat/domain'
import type { OpdRef } from '../views'

/** A triwulan in which a value is due, or was given. */
export interface DashboardPoint extends Triwulan {
  /** Null: there is none. */
  readonly number: number | null
  readonly notAvailable: boolean
  readonly finality: Finality | null
  readonly target: number | null
  /** What counts as near the target. */
  readonly near: { readonly low: number; readonly high: number } | null
  /** Version of the definition that begins here and breaks the series. */
  readonly breaks: number | null
}

/** Numbers of one place over time, and how it stands. */
export interface DashboardTrend {
  readonly standing: IndicatorStanding
  /** Whether the newest number may still change; null: there is none. */
  readonly finality: Finality | null
  /** Of how many regions below it was put together, and how many have one. */
  readonly of: number
  readonly given: number
  readonly points: readonly DashboardPoint[]
}

export interface DashboardIndicatorView extends DashboardTrend {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly direction: Direction
  readonly frequency: Frequency
  readonly level: Level
  readonly strategy: Strategy
  readonly owner: OpdRef
  readonly baseline: number | null
  readonly baselineDate: Tanggal | null
  /** The straight way to the last target; null: there is none. */
  readonly way: {
    readonly target: number
    readonly by: Tanggal
    /** What it says of the day of the newest number, and whether that is as good; null without a number. */
    readonly expected: number | null
    readonly isOn: boolean | null
    /** Share of the way that lies behind; null without a number. */
    readonly share: number | null
  } | null
  readonly feed: Feed
  readonly isDoneNotMoved: boolean
  readonly movedAlone: 'membaik' | 'memburuk' | null
}

export interface OpdWork {
  /** Null: work that is nobody's yet. */
  readonly opd: OpdRef | null
  readonly figures: WorkFigures
}

export interface DistrictTile {
  readonly code: string
  readonly name: string
  readonly trend: DashboardTrend
}

export interface Dashboard {
  readonly at: Triwulan
  /** The day that figures of the work are as of, and whether it is today. */
  readonly on: Tanggal
  readonly isNow: boolean
  readonly bounds: BandBounds
  /** The indicator that shall come to 0 (domain, DS8). */
  readonly zero: DashboardIndicatorView | null
  readonly total: WorkFigures
  /** Who is late with most first, then by the order of official lists. */
  readonly opd: readonly OpdWork[]
  readonly indicators: readonly DashboardIndicatorView[]
  readonly since: {
    readonly last: LastRapat
    readonly finished: number
    readonly added: number
    readonly becameLate: number
    readonly postponed: number
    /** Those whose newest number was put in since. */
    readonly indicators: readonly DashboardIndicatorView[]
  } | null
  readonly decisions: {
    /** Notula that wait for this person, or, for who keeps them all, for anybody. */
    readonly notula: readonly { readonly id: string; readonly title: string }[]
    /** Reports of OPD that are sent; who accepts them is told so. */
    readonly reports: { readonly waiting: number; readonly mayReview: boolean }
    readonly toVerify: { readonly count: number; readonly mayVerify: boolean }
    /** Late for as many days as it takes to come to the sekretariat. */
    readonly escalated: { readonly count: number; readonly days: number }
  }
  readonly map: { readonly indicator: DashboardIndicatorView; readonly tiles: readonly DistrictTile[] } | null
  readonly mark: string
}

export interface WorkItem {
  readonly id: string
  readonly title: string
  readonly jabatan: string | null
  readonly opd: OpdRef | null
  readonly due: Tanggal | null
  readonly daysLate: number | null
  readonly status: TindakLanjutStatus
  readonly state: WorkState
  readonly finishedOn: Tanggal | null
  readonly postponed: number
  readonly isProven: boolean
  /** The sentence that decided it. */
  readonly from: {
    readonly rapatId: string
    readonly lineId: string
    readonly title: string
    readonly date: Tanggal | null
  } | null
}

export interface OpdDashboard {
  readonly at: Triwulan
  readonly on: Tanggal
  readonly isNow: boolean
  readonly opd: OpdRef
  readonly figures: WorkFigures
  /** What is late first, then what waits, goes on, and is finished. */
  readonly work: readonly WorkItem[]
  readonly indicators: readonly DashboardIndicatorView[]
  /** Whether the dashboard of all OPD is there to go back to. */
  readonly mayReadAll: boolean
  readonly mark: string
}

export interface IndicatorDashboard {
  readonly at: Triwulan
  readonly bounds: BandBounds
  readonly indicator: DashboardIndicatorView
  readonly work: readonly (WorkItem & {
    readonly quantity: number | null
    readonly region: string | null
  })[]
  /** Empty where there are no values of kecamatan. */
  readonly districts: readonly DistrictTile[]
  /** What was said of each desa in the triwulan of its newest number; null: it has none of desa. */
  readonly villages: {
    readonly at: Triwulan
    readonly numbers: readonly {
      readonly code: string
      readonly name: string
      readonly district: string
      readonly number: number | null
      readonly notAvailable: boolean
      readonly finality: Finality | null
    }[]
  } | null
  readonly mark: string
}
