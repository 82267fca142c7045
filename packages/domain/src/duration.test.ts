import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agendaLoad } from './agenda'
import { formatDuration, MAX_MINUTES, parseDuration } from './duration'

describe('durations', () => {
  it.each(['90m', '90', ' 90 menit ', "90'", '1,5j', '1.5 jam', '1j 30m', '1j30', '1:30', '1.30', '1,5 J'])(
    '[D1] reads ninety minutes out of %s',
    text => expect(parseDuration(text)).toBe(90),
  )

  it('[D1] reads hours, zero and a whole day', () => {
    expect(parseDuration('2 jam')).toBe(120)
    expect(parseDuration('0,25j')).toBe(15)
    expect(parseDuration('0')).toBe(0)
    expect(parseDuration('24j')).toBe(MAX_MINUTES)
  })

  it.each(['', 'sebentar', '1:60', '1j 75m', '25j', '1441', '-5', '1:2:3', '١٠', '9999999m', '1e3', 'NaN'])(
    '[D2] reads nothing out of "%s"',
    text => expect(parseDuration(text)).toBeNull(),
  )

  it('[D2] never answers anything but null or whole minutes within a day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d:., jmh]{0,8}$/)), text => {
        const minutes = parseDuration(text)
        return minutes === null || (Number.isInteger(minutes) && minutes >= 0 && minutes <= MAX_MINUTES)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('[D3] reads back what it writes', () => {
    for (let minutes = 0; minutes <= MAX_MINUTES; minutes++)
      expect(parseDuration(formatDuration(minutes))).toBe(minutes)
  })
})

describe('agenda', () => {
  it('[A1] sums what is known and counts what is not', () => {
    expect(agendaLoad([{ minutes: 15 }, { minutes: null }, { minutes: 30 }], 180)).toEqual({
      total: 45,
      unknown: 1,
      overrun: 0,
    })
  })

  it('[A2] says by how much it goes over', () => {
    expect(agendaLoad([{ minutes: 100 }, { minutes: 90 }], 180).overrun).toBe(10)
    expect(agendaLoad([{ minutes: 180 }], 180).overrun).toBe(0)
    expect(agendaLoad([{ minutes: 1000 }], null).overrun).toBe(0)
  })
})
