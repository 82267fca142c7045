import type { Table } from '../paper'
import type { Typesetter } from './pieces'

interface Measure {
  readonly size: number
  /** Width of the whole table and what each cell needs beside its letters, in points. */
  readonly width: number
  readonly padding: number
}

/** No column is widened by a word to more than this share of the table: a longer word is parted. */
const WORD_SHARE = 0.34

/** What each column must hold so that no usual word is parted; lists and the like are taken as they come. */
function leastWidths(table: Table, { size, padding }: Measure, setter: Typesetter): number[] {
  const least = table.weights.map(() => 0)
  for (const row of table.head ? [table.head, ...table.rows] : table.rows) {
    for (const [at, cell] of row.entries()) {
      for (const block of cell) {
        const word =
          block.type === 'paragraph'
            ? setter.longestWord(block.runs, size)
            : block.type === 'list'
              ? Math.max(
                  ...block.items.map(item => setter.longestWord(item.runs, size) + 18 * (item.level + 1)),
                )
              : 0
        least[at] = Math.max(least[at] ?? 0, word + padding + 0.5)
      }
    }
  }
  return least
}

/** Widths by weight, but none below its least while the others have room to give. */
export function columnWidths(weights: readonly number[], least: readonly number[], all: number): number[] {
  const floor = least.map(width => Math.min(width, all * WORD_SHARE))
  const fixed = new Map<number, number>()
  for (;;) {
    const taken = [...fixed.values()].reduce((sum, width) => sum + width, 0)
    const weight = weights.reduce((sum, one, at) => sum + (fixed.has(at) ? 0 : one), 0)
    const width = (at: number) => fixed.get(at) ?? ((all - taken) * (weights[at] ?? 0)) / weight
    const narrow = weights.findIndex((_, at) => !fixed.has(at) && width(at) < (floor[at] ?? 0))
    if (narrow < 0) return weights.map((_, at) => width(at))
    fixed.set(narrow, floor[narrow] ?? 0)
    // Too many wide words: all give in alike.
    if (fixed.size === weights.length) {
      const sum = floor.reduce((total, one) => total + one, 0)
      return floor.map(one => (one * all) / sum)
    }
  }
}

/** Widths of a table's columns in points, the same in every format. */
export const tableWidths = (table: Table, measure: Measure, setter: Typesetter): number[] =>
  columnWidths(table.weights, leastWidths(table, measure, setter), measure.width)
