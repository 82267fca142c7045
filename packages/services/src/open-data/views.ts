import type {
  Accumulation,
  Direction,
  Finality,
  Frequency,
  IndicatorStanding,
  Level,
  Strategy,
  Tanggal,
  Triwulan,
} from '@mufakat/domain'

/** An indicator that is open, with its metadata by Satu Data (domain, OD2). */
export interface OpenIndicator {
  readonly id: string
  readonly name: string
  readonly strategy: Strategy
  readonly programme: string
  readonly concept: string
  /** The newest first. */
  readonly definitions: readonly (Triwulan & {
    readonly version: number
    readonly definition: string
    readonly breaks: boolean
  })[]
  readonly classification: string
  readonly unit: string
  readonly measure: string
  readonly source: string
  /** The OPD that answers for it. */
  readonly producer: string
  readonly frequency: Frequency
  readonly level: Level
  readonly direction: Direction
  readonly accumulation: Accumulation
  readonly factor: number | null
  readonly decimals: number
  /** Of the whole kabupaten. */
  readonly standing: IndicatorStanding
  readonly latest: OpenValue | null
}

/** A value that holds. */
export interface OpenValue extends Triwulan {
  readonly regionCode: string
  readonly region: string
  readonly level: Level
  readonly number: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notAvailable: boolean
  readonly finality: Finality
  readonly asOf: Tanggal
  readonly source: string
  readonly definitionVersion: number
  /** Of how many regions it was put together, and how many have a number; null: it was stated itself. */
  readonly of: number | null
  readonly given: number | null
}

export interface OpenRegency {
  readonly name: string
  readonly code: string
}

export interface OpenCatalogue {
  readonly regency: OpenRegency
  /** In the order of strategies, programmes and lists. */
  readonly indicators: readonly OpenIndicator[]
}

/** One of them, with its values of the whole kabupaten in order of time. */
export interface OpenDetail {
  readonly regency: OpenRegency
  readonly indicator: OpenIndicator
  readonly series: readonly OpenValue[]
}

/** A file of open data. */
export interface OpenFile {
  readonly body: string
  readonly type: string
  /** Of its bytes. */
  readonly tag: string
}
