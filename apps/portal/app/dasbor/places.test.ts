import { describe, expect, it } from 'vitest'
import { levelsOf, placesOf } from './places'

const ALL = Array.from({ length: 15 }, (_, i) => `17.06.${String(i + 1).padStart(2, '0')}`)

describe('the tiles of kecamatan', () => {
  it('have a place each, also one that is new', () => {
    const codes = [...ALL, '17.06.16', '17.06.17']
    const places = [...placesOf(codes).values()].map(({ row, column }) => `${row} ${column}`)
    expect(new Set(places).size).toBe(17)
    expect(placesOf(ALL).get('17.06.02')).toEqual({ row: 3, column: 1 })
  })

  it('are the darker the further from what is hoped for, in quarters; without a number they are empty', () => {
    expect(levelsOf([4, 8, null, 6, 10], 'turun')).toEqual([1, 3, 0, 2, 4])
    expect(levelsOf([4, 8, null, 6, 10], 'naik')).toEqual([4, 2, 0, 3, 1])
    expect(levelsOf([5, 5, 5], 'turun')).toEqual([1, 1, 1])
    const numbers = [3, 9, null, 1, 4, 4, 27, null, 8, 5, 2, 11, 6, 7, 10]
    const levels = levelsOf(numbers, 'turun')
    expect(levels.filter(level => level === 0)).toHaveLength(2)
    for (const [i, one] of numbers.entries())
      for (const [j, other] of numbers.entries())
        if (one !== null && other !== null && one < other)
          expect(levels[i] ?? 0).toBeLessThanOrEqual(levels[j] ?? 0)
  })
})
