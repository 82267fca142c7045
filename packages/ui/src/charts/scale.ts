/** From values to places on a chart: round ticks, and how far down a value stands. */

export interface Scale {
  /** Round values, the lowest first. */
  readonly ticks: readonly number[]
  /** Distance from the top, in px; a number without a fraction that nobody sees. */
  y(value: number): number
}

/** 1, 2 or 5 times a power of ten that parts `span` into about `count` steps. */
function niceStep(span: number, count: number): number {
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const lead = rough / power
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power
}

/** Round values from at or below the lowest to at or above the highest; 0 among them unless all lie far from it. */
export function niceTicks(values: readonly number[], count: number): number[] {
  const least = values.length === 0 ? 0 : Math.min(...values)
  const most = values.length === 0 ? 1 : Math.max(...values)
  // A line that begins near 0 is told from 0; an index of 68 to 72 would be a line without a slope.
  const low =
    least > 0 && least < most * 0.75 ? 0 : most < 0 && most > least * 0.75 ? Math.min(least, 0) : least
  const high = most < 0 && most > least * 0.75 ? 0 : most
  // One value only, or all the same: some room around it, or the whole way from 0.
  const [from, to] = low < high ? [low, high] : low === 0 ? [0, 1] : [Math.min(low, 0), Math.max(high, 0)]
  const step = niceStep(to - from, count)
  const first = Math.floor(from / step + 1e-9)
  const last = Math.ceil(to / step - 1e-9)
  const digits = Math.max(0, -Math.floor(Math.log10(step)))
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(digits)))
}

/** A scale over `height` px that holds all `values`, with `pad` px free at its two ends. */
export function scaleOf(
  values: readonly number[],
  { height, pad, count }: { height: number; pad: number; count: number },
): Scale {
  const ticks = niceTicks(values, count)
  const low = ticks[0] ?? 0
  const high = ticks.at(-1) ?? 1
  const room = height - 2 * pad
  return {
    ticks,
    y: value => Math.round((pad + room * (1 - (value - low) / (high - low))) * 10) / 10,
  }
}

/** A share of the width, as SVG takes it. */
export const percentOf = (share: number): string => `${Math.round(share * 100_00) / 100}%`
