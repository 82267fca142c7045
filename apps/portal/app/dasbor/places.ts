import type { Direction } from '@mufakat/domain'

/**
 * Where the tile of each kecamatan stands, as row and column: from the north-west along the coast to the south-east, inland
 * to the right. Who lies beside whom is as on land, nothing else is; no coordinates are known (domain.md §5).
 */
const PLACES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '17.06.01': [1, 1],
  '17.06.12': [1, 2],
  '17.06.13': [2, 1],
  '17.06.11': [2, 2],
  '17.06.02': [3, 1],
  '17.06.14': [3, 2],
  '17.06.09': [3, 3],
  '17.06.10': [4, 2],
  '17.06.03': [4, 3],
  '17.06.08': [5, 2],
  '17.06.04': [5, 3],
  '17.06.15': [6, 3],
  '17.06.06': [6, 4],
  '17.06.05': [7, 3],
  '17.06.07': [7, 4],
}

const COLUMNS = 4

/** Places of these kecamatan; one that we know no place of stands behind the others. */
export function placesOf(codes: readonly string[]): ReadonlyMap<string, { row: number; column: number }> {
  const unknown = codes.filter(code => PLACES[code] === undefined)
  const last = Math.max(0, ...codes.flatMap(code => PLACES[code]?.[0] ?? []))
  return new Map(
    codes.map(code => {
      const [row, column] = PLACES[code] ?? [
        last + 1 + Math.floor(unknown.indexOf(code) / COLUMNS),
        1 + (unknown.indexOf(code) % COLUMNS),
      ]
      return [code, { row, column }]
    }),
  )
}

/**
 * How dark each tile is: a quarter of the kecamatan each, the furthest from what is hoped for the darkest; of a context the
 * highest. Those that are alike are alike, and who has no number has none.
 */
export function levelsOf(numbers: readonly (number | null)[], direction: Direction): (0 | 1 | 2 | 3 | 4)[] {
  const known = numbers.filter(number => number !== null)
  return numbers.map(number => {
    if (number === null) return 0
    const better = known.filter(one => (direction === 'naik' ? one > number : one < number)).length
    const quarter = 1 + Math.floor((4 * better) / known.length)
    return quarter as 1 | 2 | 3 | 4
  })
}
