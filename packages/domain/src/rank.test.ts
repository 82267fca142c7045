import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_RANK, rankBetween, ranksBetween, respace } from './rank'

const inOrder = (ranks: readonly string[]): boolean =>
  ranks.every((rank, i) => i === 0 || (ranks[i - 1] ?? '') < rank)

describe('ranks', () => {
  it('[PP1] stand between their neighbours, whatever was put where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), { maxLength: 200 }),
        places => {
          const ranks: string[] = []
          for (const place of places) {
            const at = Math.floor(place * (ranks.length + 1))
            ranks.splice(at, 0, rankBetween(ranks[at - 1] ?? null, ranks[at] ?? null))
          }
          expect(inOrder(ranks)).toBe(true)
          expect(new Set(ranks).size).toBe(ranks.length)
        },
      ),
    )
  })

  it('[PP3] that grow long in one place are made short again, and nothing else moves', () => {
    const ranks = ranksBetween(null, null, 500)
    const [low = '', high = ''] = [ranks[250], ranks[251]]
    let [between, respaced] = [rankBetween(low, high), 0]
    const crowd: string[] = []
    // Always after the same card, the worst case.
    while (between.length <= MAX_RANK) {
      crowd.unshift(between)
      between = rankBetween(low, between)
    }
    const all = [...ranks.slice(0, 251), ...crowd, ...ranks.slice(251)]
    expect(inOrder(all)).toBe(true)
    const { from, ranks: fresh } = respace(all, 251)
    for (const [i, rank] of fresh.entries()) {
      all[from + i] = rank
      respaced += 1
    }
    expect(inOrder(all)).toBe(true)
    expect(respaced).toBeLessThan(all.length)
    expect(rankBetween(all[250] ?? null, all[251] ?? null).length).toBeLessThan(MAX_RANK)
  })

  it('[PP3] are given anew to all when there are few', () => {
    expect(respace(['a0', 'a1', 'a2'], 1)).toEqual({ from: 0, ranks: ranksBetween(null, null, 3) })
  })
})
