import { describe, expect, it } from 'vitest'
import { stretchesOf } from './history'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 17, 2, 0) + minutes * 60_000)
const row = (seq: number, minutes: number, ...personIds: string[]) => ({ seq, at: at(minutes), personIds })

describe('stretches of work', () => {
  it('[H1] end at a pause of five minutes, and name everybody, most first', () => {
    const stretches = stretchesOf([
      row(1, 0, 'a'),
      row(2, 4.9, 'b', 'a'),
      row(3, 9, 'b'),
      row(4, 9.5, 'b'),
      row(5, 14.5, 'c'),
    ])
    expect(stretches.map(({ fromSeq, toSeq }) => [fromSeq, toSeq])).toEqual([
      [1, 4],
      [5, 5],
    ])
    expect(stretches[0]?.people).toEqual([
      { personId: 'b', edits: 3 },
      { personId: 'a', edits: 2 },
    ])
    expect([stretches[0]?.from, stretches[0]?.to]).toEqual([at(0), at(9.5)])
  })

  it('[H1] end after half an hour without a pause', () => {
    const rows = Array.from({ length: 100 }, (_, i) => row(i + 1, i, 'a'))
    expect(stretchesOf(rows).map(stretch => stretch.fromSeq)).toEqual([1, 31, 61, 91])
  })

  it('[H1] end at a version that was named', () => {
    const rows = [row(1, 0, 'a'), row(2, 1, 'a'), row(3, 2, 'a')]
    expect(stretchesOf(rows, new Set([2])).map(stretch => stretch.toSeq)).toEqual([2, 3])
  })

  it('[H1] leave out rows without edits', () => {
    expect(stretchesOf([row(1, 0, 'a'), row(2, 1), row(3, 2, 'a')]).map(stretch => stretch.toSeq)).toEqual([
      3,
    ])
    expect(stretchesOf([])).toEqual([])
  })
})
