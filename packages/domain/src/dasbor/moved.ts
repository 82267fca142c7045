import type { Direction } from '../sasaran/codes'
import { type DefinitionSince, isBrokenBetween } from '../sasaran/definition'
import { type Trend, trendOf } from '../sasaran/standing'
import type { Triwulan } from '../triwulan'
import type { Tanggal } from '../wib'

/** A number of an indicator, and the day that it is of. */
export interface DatedNumber extends Triwulan {
  readonly number: number
  readonly asOf: Tanggal
}

/** The tindak lanjut that contribute to an indicator, without drafts and what was called off. */
export interface Feed {
  readonly count: number
  readonly open: number
  /** Day on which the last of them was finished. */
  readonly lastFinishedOn: Tanggal | null
}

interface Watched {
  readonly direction: Direction
  readonly definitions: readonly DefinitionSince[]
  /** In order of time. */
  readonly numbers: readonly DatedNumber[]
  readonly feed: Feed
}

/** Which way it went between two numbers; null: they can't be compared, or there is no better. */
const wentBetween = (
  { direction, definitions }: Watched,
  before: DatedNumber | undefined,
  after: DatedNumber | undefined,
): Trend | null =>
  before === undefined || after === undefined || isBrokenBetween(definitions, before, after)
    ? null
    : trendOf(direction, before.number, after.number)

/**
 * Done but not moved [DS9]: every tindak lanjut that contributes is finished, and the newest number of a day after the
 * last of them was is no better than the newest of a day until then. Without both numbers nothing is said.
 */
export function isDoneNotMoved(watched: Watched): boolean {
  const { count, open, lastFinishedOn } = watched.feed
  if (count === 0 || open > 0 || lastFinishedOn === null) return false
  const after = watched.numbers.findLast(({ asOf }) => asOf > lastFinishedOn)
  const before = watched.numbers.findLast(({ asOf }) => asOf <= lastFinishedOn)
  const went = wentBetween(watched, before, after)
  return went === 'tetap' || went === 'memburuk'
}

/** Moved without action [DS10]: its newest number differs from the one before, and no tindak lanjut contributes; which way. */
export function movedWithoutAction(watched: Watched): 'membaik' | 'memburuk' | null {
  if (watched.feed.count > 0) return null
  const went = wentBetween(watched, watched.numbers.at(-2), watched.numbers.at(-1))
  return went === 'tetap' ? null : went
}
