import { describe, expect, it } from 'vitest'
import { busiestFirst, stretchesOf } from './history'

const at = (minutes: number) => new Date(Date.UTC(2026, 2, 17, 2, 0) + minutes * 60_000)
const row = (seq: number, minutes: number) => ({ seq, at: at(minutes) })

describe('stretches of work', () => {
  it('[H1] end at a pause of five minutes', () => {
    const stretches = stretchesOf([row(1, 0), row(2, 4.9), row(3, 9), row(4, 9.5), row(5, 14.5)])
    expect(stretches).toEqual([
      { fromSeq: 1, toSeq: 4, from: at(0), to: at(9.5) },
      { fromSeq: 5, toSeq: 5, from: at(14.5), to: at(14.5) },
    ])
    expect(stretchesOf([])).toEqual([])
  })

  it('[H1] name everybody who took part, most first', () => {
    expect(busiestFirst(['a', 'b', 'c', 'b', 'c', 'b'])).toEqual(['b', 'c', 'a'])
    expect(busiestFirst([])).toEqual([])
  })

  it('[H1] end after half an hour without a pause', () => {
    const rows = Array.from({ length: 100 }, (_, i) => row(i + 1, i))
    expect(stretchesOf(rows).map(stretch => stretch.fromSeq)).toEqual([1, 31, 61, 91])
  })

  it('[H1] end where something was done with the whole text, also at a row without edits', () => {
    const rows = [row(1, 0), row(2, 1), row(3, 2), row(5, 3)]
    expect(stretchesOf(rows, new Set([2, 4])).map(stretch => stretch.toSeq)).toEqual([2, 3, 5])
  })
})
