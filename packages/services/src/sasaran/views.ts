import type {
  Accumulation,
  BandBounds,
  CellFault,
  CellHint,
  CellState,
  Direction,
  Finality,
  Frequency,
  IndicatorStanding,
  Level,
  Measured,
  ReportState,
  RollUp,
  Strategy,
  Tanggal,
  TargetOf,
  Triwulan,
} from '@mufakat/domain'
import type { FileFacts } from '../files/views'
import type { OpdRef } from '../views'

/** A number of an indicator, with how much of what it was put together from is there. */
export interface SeriesPoint extends Triwulan, Measured {
  /** The number that holds; null: not available. */
  readonly number: number | null
  readonly finality: Finality
  /** Of how many regions below it was put together, and how many have one; 1 of 1 where it was stated itself. */
  readonly of: number
  readonly given: number
  readonly asOf: Tanggal
  readonly source: string
  readonly definitionVersion: number
  /** Row of the value; null: it was put together. */
  readonly valueId: string | null
  /** Why it took the place of an older one; empty: it did not. */
  readonly reason: string
  readonly target: number | null
}

export interface IndicatorSummary {
  readonly id: string
  readonly programmeId: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly direction: Direction
  readonly level: Level
  readonly accumulation: Accumulation
  readonly frequency: Frequency
  readonly factor: number | null
  readonly source: string
  readonly owner: OpdRef
  readonly isPublic: boolean
  readonly active: boolean
  readonly isExample: boolean
  /** Of the whole kabupaten. */
  readonly standing: IndicatorStanding
  /** Whether its newest number may still change. */
  readonly finality: Finality | null
}

export interface ProgrammeView {
  readonly id: string
  readonly name: string
  readonly strategy: Strategy
  readonly owner: OpdRef
  readonly description: string
  readonly active: boolean
  readonly isExample: boolean
  readonly revision: number
  readonly indicators: readonly IndicatorSummary[]
}

export interface ProgrammeList {
  readonly at: Triwulan
  readonly bounds: BandBounds
  /** By strategy and position. */
  readonly programmes: readonly ProgrammeView[]
  readonly allowed: { readonly edit: boolean; readonly correct: boolean }
}

export interface DefinitionView extends Triwulan {
  readonly version: number
  readonly definition: string
  readonly breaks: boolean
  readonly by: string
  readonly createdAt: Date
}

/** How an indicator stands in a kecamatan or desa below the region that is looked at. */
export interface RegionStanding {
  readonly code: string
  readonly name: string
  /** The kecamatan of a desa: six names of desa occur twice. */
  readonly district: string | null
  readonly standing: IndicatorStanding
  readonly of: number
  readonly given: number
}

export interface IndicatorDetail extends Omit<IndicatorSummary, 'standing' | 'finality'> {
  readonly at: Triwulan
  readonly bounds: BandBounds
  readonly concept: string
  readonly classification: string
  readonly measure: string
  readonly rollUp: RollUp
  readonly baseline: number | null
  readonly baselineDate: Tanggal | null
  readonly lowest: number | null
  readonly highest: number | null
  readonly revision: number
  readonly programme: { readonly id: string; readonly name: string; readonly strategy: Strategy }
  /** Newest first. */
  readonly definitions: readonly DefinitionView[]
  /** The region that is looked at; an empty code is the whole kabupaten. */
  readonly region: {
    readonly code: string
    readonly name: string | null
    /** The kecamatan of a desa. */
    readonly district: string | null
  }
  readonly standing: IndicatorStanding
  readonly finality: Finality | null
  /** In order of time, one for each triwulan of which something was said, up to `at`. */
  readonly series: readonly SeriesPoint[]
  /** How many points of `series` stand before each break of it, in order: [3, 5] cuts it into three. */
  readonly breaks: readonly number[]
  /** Of semesters and years, in order of time. */
  readonly periods: readonly PeriodView[]
  /** Targets of the region, in order of time; `quarter` 0 is the year. */
  readonly targets: readonly TargetOf[]
  /** The kecamatan, or the desa of the kecamatan that is looked at; empty where none have values. */
  readonly regions: readonly RegionStanding[]
  readonly allowed: { readonly edit: boolean; readonly correct: boolean }
}

/** What triwulan came to. */
export interface PeriodView {
  readonly year: number
  /** 1 or 2; null: the whole year. */
  readonly semester: 1 | 2 | null
  readonly number: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notAvailable: boolean
  /** Of how many triwulan, and how many have a number. */
  readonly of: number
  readonly given: number
  readonly finality: Finality
}

/** A value that holds or once held. */
export interface ValueView extends Triwulan, Measured {
  readonly id: string
  readonly number: number | null
  readonly finality: Finality
  readonly asOf: Tanggal
  readonly source: string
  readonly definitionVersion: number
  readonly reason: string
  readonly isFromReport: boolean
  readonly by: string
  readonly createdAt: Date
  readonly verifiedBy: string
  readonly verifiedAt: Date
  /** Null: it holds. */
  readonly supersededAt: Date | null
}

export interface ReportSummary extends Triwulan {
  readonly opd: OpdRef
  readonly state: ReportState
  /** Whether nothing was written into it yet. */
  readonly isUntouched: boolean
  /** Cells that are due, and how many of them are filled in. */
  readonly due: number
  readonly filled: number
  readonly sentAt: Date | null
  readonly decidedAt: Date | null
  /** Why it was returned. */
  readonly note: string
  readonly mayFill: boolean
}

export interface ReportList {
  readonly at: Triwulan
  /** Of the OPD whose reports this person may read, in the order of official lists. */
  readonly reports: readonly ReportSummary[]
  readonly mayReview: boolean
}

/** What was last said of the same region. */
export interface LastValue extends Measured {
  readonly at: Triwulan
  readonly number: number | null
}

export interface ReportCellView extends Measured {
  readonly indicatorId: string
  readonly regionCode: string
  /** Null: the whole kabupaten. */
  readonly regionName: string | null
  /** The kecamatan of a desa. */
  readonly district: string | null
  readonly number: number | null
  readonly finality: Finality
  readonly asOf: Tanggal | null
  readonly source: string
  /** 0: nothing was ever there. */
  readonly revision: number
  readonly state: CellState
  readonly fault: CellFault | null
  readonly hints: readonly CellHint[]
  readonly last: LastValue | null
  /** Of its triwulan, or else of its year. */
  readonly target: number | null
  readonly changedBy: string | null
  readonly changedAt: Date | null
}

export interface RemarkTexts {
  readonly analysis: string
  readonly kendala: string
  readonly solusi: string
  readonly plan: string
}

export interface ReportEvidenceView {
  readonly id: string
  readonly title: string
  /** Null: it is a file. */
  readonly url: string | null
  readonly file: FileFacts | null
  readonly addedBy: string
  readonly addedAt: Date
  readonly mayRemove: boolean
}

export interface ReportIndicatorView {
  readonly id: string
  readonly name: string
  readonly programmeName: string
  readonly unit: string
  readonly decimals: number
  readonly direction: Direction
  readonly level: Level
  readonly frequency: Frequency
  readonly factor: number | null
  readonly lowest: number | null
  readonly highest: number | null
  readonly source: string
  readonly definition: string
  /** Whether a value is due in this triwulan; what is not due may be told. */
  readonly isDue: boolean
  /** Cells that are due and empty or invalid. */
  readonly missing: number
  readonly cells: readonly ReportCellView[]
  readonly remark: RemarkTexts & { readonly revision: number }
  /** What was said of the triwulan before; null: nothing. */
  readonly lastRemark: RemarkTexts | null
  readonly evidence: readonly ReportEvidenceView[]
}

export interface ReportForm extends Triwulan {
  /** What files of bukti dukung are handed in to; null: nothing was written into it yet, so that there is none. */
  readonly id: string | null
  readonly opd: OpdRef
  readonly state: ReportState
  /** Why it was returned. */
  readonly note: string
  readonly sentBy: string | null
  readonly sentAt: Date | null
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly indicators: readonly ReportIndicatorView[]
  /** Cells that keep it from being sent. */
  readonly missing: number
  readonly allowed: { readonly fill: boolean; readonly send: boolean; readonly review: boolean }
  /** Of a file of bukti dukung. */
  readonly maxBytes: number
}

/** What became of one cell that was to be saved. */
export type SavedCell =
  | { readonly saved: true; readonly cell: ReportCellView }
  | {
      readonly saved: false
      readonly indicatorId: string
      readonly regionCode: string
      /** Field of the cell → message key. */
      readonly fields: Readonly<Record<string, string>>
      /** What stands there now, where somebody else has changed it since; null: it is not for that. */
      readonly standing: ReportCellView | null
    }
