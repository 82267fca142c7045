const FIRST = 'a'.charCodeAt(0)
const DIGITS = 26

/**
 * A string strictly between two others in code-unit order (fractional index over a–z, never ending in `a`, so
 * that there is always room before it). `null` is the open end. Asks `before < after`; callers re-rank ties.
 */
export function rankBetween(before: string | null, after: string | null): string {
  const low = before ?? ''
  let high = after
  let rank = ''
  for (let i = 0; ; i++) {
    const floor = i < low.length ? low.charCodeAt(i) - FIRST : 0
    const ceiling = high !== null && i < high.length ? high.charCodeAt(i) - FIRST : DIGITS
    if (ceiling - floor >= 2) return rank + String.fromCharCode(FIRST + ((floor + ceiling) >> 1))
    rank += String.fromCharCode(FIRST + floor)
    if (floor < ceiling) high = null
  }
}

export interface Ranked {
  readonly id: string
  readonly rank: string
}

/** Order by rank, ties by id: what every replica agrees on. */
export const byRank = (a: Ranked, b: Ranked): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0

/**
 * Ranks that put something after `list[index]` (−1: at the front). Two people who add at the same place pick
 * the same rank; then there is no room between the tied ones, and those after the place are ranked anew.
 * Returns the new rank and the changed ranks of others.
 */
export function rankAfter(list: readonly Ranked[], index: number): { rank: string; others: Ranked[] } {
  const before = list[index]?.rank ?? null
  let end = index + 1
  while (end < list.length && before !== null && (list[end]?.rank ?? '') <= before) end++
  const ceiling = list[end]?.rank ?? null
  const rank = rankBetween(before, ceiling)
  const others: Ranked[] = []
  let last = rank
  for (const tied of list.slice(index + 1, end)) {
    last = rankBetween(last, ceiling)
    others.push({ id: tied.id, rank: last })
  }
  return { rank, others }
}
