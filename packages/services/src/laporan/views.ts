import type {
  AchievementState,
  BandBounds,
  Finality,
  IndicatorStanding,
  Priority,
  ReportState,
  Strategy,
  Tanggal,
  TindakLanjutStatus,
  Triwulan,
  WorkFigures,
  WorkState,
} from '@mufakat/domain'
import type { PaperView } from '../papers/views'
import type { RemarkTexts } from '../sasaran/views'
import type { OpdRef } from '../views'

/** An indicator as the report of a triwulan tells it, for the whole kabupaten. */
export interface ReportedIndicator {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly source: string
  readonly owner: OpdRef
  readonly strategy: Strategy
  readonly programme: string
  readonly standing: IndicatorStanding
  /** Whether its newest number may still change; null: there is none. */
  readonly finality: Finality | null
}

/** How many indicators stand how; `dinilai`: all that are judged. */
export type AchievementCounts = Readonly<Record<AchievementState | 'tidak_dinilai', number>>

/** A tindak lanjut in the matriks of a triwulan. */
export interface ReportedWork {
  readonly id: string
  readonly rapatNumber: string
  readonly rapatTitle: string
  readonly rapatDate: Tanggal | null
  readonly text: string
  readonly detail: string
  /** As it is called now: the successor of one that was merged. */
  readonly opd: OpdRef | null
  readonly jabatan: string
  readonly tenggat: Tanggal | null
  readonly postponed: number
  readonly decided: Tanggal | null
  readonly priority: Priority | null
  readonly status: TindakLanjutStatus
  readonly finishedAt: Tanggal | null
  /** How far it is on the day of the report. */
  readonly state: WorkState
  readonly strategy: Strategy | null
  readonly place: string
  readonly indicator: string
  readonly target: number | null
  readonly unit: string
  /** Share of the target; null: nothing is to be reached, or was said. */
  readonly achievement: number | null
  readonly obstacle: string
  readonly evidence: string
  readonly remarks: string
}

export interface ReportedRemark extends RemarkTexts {
  readonly indicator: string
  readonly proofs: readonly string[]
}

/** What a triwulan was for one OPD. */
export interface ReportedOpd {
  readonly opd: OpdRef
  readonly work: WorkFigures
  /** Of its report; null: it has no indicator to report. */
  readonly state: ReportState | 'belum' | null
  /** Ids of its indicators. */
  readonly indicatorIds: readonly string[]
  /** What it says of them, once its report is accepted. */
  readonly remarks: readonly ReportedRemark[]
  /** Ids of its tindak lanjut. */
  readonly workIds: readonly string[]
}

/** The report of a triwulan: what the page shows and what every paper says. */
export interface QuarterReport {
  readonly at: Triwulan
  /** The day of its figures: today, or the last of a triwulan that is over. */
  readonly on: Tanggal
  readonly isOver: boolean
  readonly regency: string
  readonly legalBases: readonly string[]
  readonly bounds: BandBounds
  readonly summary: {
    readonly indicators: AchievementCounts
    readonly work: WorkFigures
    /** Reports of OPD: accepted, of how many. */
    readonly reports: { readonly accepted: number; readonly of: number }
    readonly rapat: { readonly held: number; readonly ratified: number }
  }
  readonly strategies: readonly {
    readonly strategy: Strategy
    readonly indicators: readonly ReportedIndicator[]
    readonly counts: AchievementCounts
    readonly work: WorkFigures
  }[]
  readonly work: readonly ReportedWork[]
  readonly opd: readonly ReportedOpd[]
  readonly note: QuarterNoteView | null
}

/** What the pimpinan say to a triwulan. */
export interface QuarterNoteView {
  readonly id: string
  readonly text: string
  readonly by: string
  readonly jabatan: string | null
  readonly at: Date
}

/** The report as somebody reads it. */
export interface QuarterReportPage extends QuarterReport {
  /** The latest of each format that was asked for. */
  readonly made: readonly PaperView[]
  readonly allowed: { readonly note: boolean; readonly ask: boolean }
}

/** What a download needs to be sent. */
export interface ReportContent {
  readonly at: Triwulan
  readonly format: PaperView['format']
  /** Below the root of the store. */
  readonly path: string
  readonly root: string
}
