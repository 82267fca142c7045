/** A stretch of two sequences laid beside each other: in both, only before, or only after. */
export interface Run<T> {
  readonly change: 'same' | 'removed' | 'added'
  readonly parts: readonly T[]
}

/** Beyond this many comparisons the middle of two sequences is told as replaced. */
const MAX_CELLS = 4_000_000

/** What makes `after` out of `before`, by the longest common subsequence; of a change what went comes first. */
export function diffRuns<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean = Object.is,
): Run<T>[] {
  let start = 0
  const shorter = Math.min(before.length, after.length)
  while (start < shorter && same(before[start] as T, after[start] as T)) start++
  let tail = 0
  while (tail < shorter - start && same(before.at(-1 - tail) as T, after.at(-1 - tail) as T)) tail++
  const runs = new Runs<T>()
  runs.add('same', before.slice(0, start))
  diffMiddle(runs, before.slice(start, before.length - tail), after.slice(start, after.length - tail), same)
  runs.add('same', before.slice(before.length - tail))
  return runs.list
}

function diffMiddle<T>(
  runs: Runs<T>,
  before: readonly T[],
  after: readonly T[],
  same: (a: T, b: T) => boolean,
): void {
  const width = after.length + 1
  if ((before.length + 1) * width > MAX_CELLS) {
    runs.add('removed', before)
    runs.add('added', after)
    return
  }
  // lengths[i * width + j]: of the longest common subsequence of before from i and after from j.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] as number
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      lengths[i * width + j] = same(before[i] as T, after[j] as T)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && same(before[i] as T, after[j] as T)) {
      runs.add('same', [before[i] as T])
      i++
      j++
    } else if (i < before.length && (j === after.length || at(i + 1, j) >= at(i, j + 1)))
      runs.add('removed', [before[i++] as T])
    else runs.add('added', [after[j++] as T])
  }
}

class Runs<T> {
  readonly list: { change: Run<T>['change']; parts: T[] }[] = []

  add(change: Run<T>['change'], parts: readonly T[]): void {
    if (parts.length === 0) return
    const last = this.list.at(-1)
    if (last?.change === change) last.parts.push(...parts)
    else this.list.push({ change, parts: [...parts] })
  }
}

const WORDS = /[\p{L}\p{N}\p{M}]+|\s+|[\s\S]/gu

/** Words, gaps and single signs; together they are the text. */
export const wordsOf = (text: string): string[] => text.match(WORDS) ?? []
