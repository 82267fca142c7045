import type { Finality, Tanggal, Triwulan } from '@mufakat/domain'

/** What an indicator stands at for the whole kabupaten: the newest number that is known. */
export interface Figure {
  /** What it is called now, or was when the notula was ratified. */
  readonly name: string
  readonly unit: string
  readonly decimals: number
  /** Null: there is none yet, or it is not available. */
  readonly number: number | null
  readonly notAvailable: boolean
  /** The triwulan that it is of; null: nothing was said yet. */
  readonly at: Triwulan | null
  readonly asOf: Tanggal | null
  readonly finality: Finality | null
  readonly source: string
  readonly definitionVersion: number | null
  /** Of how many regions it was put together, and how many have a number. */
  readonly of: number
  readonly given: number
}

/** What the indicators of a notula stand at, as far as who asks may know. */
export interface NotulaFigures {
  /** By id; one that is not for who asks, or that nobody knows, is left out. */
  readonly figures: Readonly<Record<string, Figure>>
  /** When the notula was ratified: they are what they were then. Null: they are what holds now. */
  readonly frozenAt: Date | null
}

/** An indicator as a list to choose from names it. */
export interface IndicatorChoice {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly programme: string
}
