import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

/** A rank longer than this is a sign that somebody has put card after card in one place. */
export const MAX_RANK = 40
/** How long ranks may be that are given anew to a stretch of cards. */
const ROOMY_RANK = 20

/** A text between two others, in the order of their bytes; null: nothing stands there. */
export const rankBetween = (before: string | null, after: string | null): string =>
  generateKeyBetween(before, after)

/** So many of them, evenly apart. */
export const ranksBetween = (before: string | null, after: string | null, count: number): string[] =>
  generateNKeysBetween(before, after, count)

/** Cards in their order that get new ranks: from the first one on, as many as there are ranks. */
export interface Respaced {
  readonly from: number
  readonly ranks: readonly string[]
}

/**
 * Makes room where ranks have grown long: the fewest neighbours around `at` whose new ranks are short (SPEC.md PP3).
 * @param ranks of all cards, in order
 */
export function respace(ranks: readonly string[], at: number): Respaced {
  for (let reach = 16; ; reach *= 4) {
    const from = Math.max(0, at - reach)
    const to = Math.min(ranks.length, at + reach)
    const fresh = ranksBetween(ranks[from - 1] ?? null, ranks[to] ?? null, to - from)
    const isRoomy = fresh.every(rank => rank.length <= ROOMY_RANK)
    if (isRoomy || (from === 0 && to === ranks.length)) return { from, ranks: fresh }
  }
}
