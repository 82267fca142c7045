import { describe, expect, it } from 'vitest'
import { PROPOSAL_STATES, RAPAT_STATUSES, TINDAK_LANJUT_STATUSES } from './codes'
import {
  CARRIED_TITLE,
  earlierThan,
  inOrder,
  isCarried,
  lastHeldOn,
  nextProposalStates,
  nextRapat,
  postponementFault,
  type RapatOfSeries,
  withCarriedItem,
} from './series'

const rapat = (id: string, date: string | null, more: Partial<RapatOfSeries> = {}): RapatOfSeries => {
  const month = Number(date?.slice(5, 7) ?? 1)
  const quarter = (Math.floor((month - 1) / 3) + 1) as 1 | 2 | 3 | 4
  return { id, status: 'selesai', year: Number(date?.slice(0, 4) ?? 2026), quarter, date, ...more }
}
const triwulan = { cadence: 'triwulan', dates: [] } as const
const bulan = { cadence: 'bulan', dates: [] } as const

describe('the next rapat of a series', () => {
  it('[S1] is for the triwulan after the latest one, or today’s where that is past', () => {
    const last = rapat('a', '2026-12-08')
    expect(nextRapat(triwulan, [last], '2026-12-09').triwulan).toEqual({ year: 2027, quarter: 1 })
    expect(nextRapat(triwulan, [last], '2027-08-01').triwulan).toEqual({ year: 2027, quarter: 3 })
    expect(nextRapat(triwulan, [], '2026-11-24')).toEqual({
      triwulan: { year: 2026, quarter: 4 },
      month: '2026-11-01',
      date: null,
    })
    // Opened ahead: the one after it, however far.
    expect(
      nextRapat(triwulan, [last, rapat('b', '2027-03-09', { status: 'draf' })], '2026-12-09').triwulan,
    ).toEqual({ year: 2027, quarter: 2 })
  })

  it('[S1] is for the month after the latest one, or today’s', () => {
    const last = rapat('a', '2026-12-08')
    expect(nextRapat(bulan, [last], '2026-12-09')).toEqual({
      triwulan: { year: 2027, quarter: 1 },
      month: '2027-01-01',
      date: '2027-01-12',
    })
    expect(nextRapat(bulan, [last], '2027-05-20').month).toBe('2027-05-01')
  })

  it('[S1] takes the first of its own days after the latest rapat that is not past', () => {
    const own = { cadence: 'tanggal', dates: ['2027-02-01', '2026-11-01', '2026-12-01'] } as const
    expect(nextRapat(own, [], '2026-11-24')).toEqual({
      triwulan: { year: 2026, quarter: 4 },
      month: '2026-12-01',
      date: '2026-12-01',
    })
    expect(nextRapat(own, [rapat('a', '2026-12-01')], '2026-11-24').date).toBe('2027-02-01')
    expect(nextRapat(own, [rapat('a', '2027-02-01')], '2027-02-02')).toEqual({
      triwulan: { year: 2027, quarter: 1 },
      month: '2027-02-01',
      date: null,
    })
  })

  it('[S2] is on the weekday and in the week of the latest one, never on a day that is past', () => {
    // The tenth Tuesday of its triwulan.
    expect(nextRapat(triwulan, [rapat('a', '2026-12-08')], '2026-12-09').date).toBe('2027-03-09')
    // The fifth Thursday of a month; the next has four.
    expect(nextRapat(bulan, [rapat('a', '2026-10-29')], '2026-10-30').date).toBe('2026-11-26')
    expect(nextRapat(bulan, [rapat('a', '2026-12-08')], '2027-01-13').date).toBeNull()
    expect(nextRapat(triwulan, [rapat('a', null)], '2026-01-01').date).toBeNull()
  })
})

describe('the rapat of a series', () => {
  it('[S3] follow each other by triwulan and day, without those that were cancelled', () => {
    const all = [
      rapat('d', null, { quarter: 4 }),
      rapat('c', '2026-12-01'),
      rapat('x', '2026-10-01', { status: 'dibatalkan' }),
      rapat('b', '2026-10-06'),
      rapat('a', '2026-09-01'),
    ]
    expect(inOrder(all).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('[S3] look back at those before them that have left draf', () => {
    for (const status of RAPAT_STATUSES) {
      const before = rapat('a', '2026-09-01', { status })
      const now = rapat('b', '2026-12-01', { status: 'draf' })
      const seen = status !== 'draf' && status !== 'dibatalkan'
      expect(earlierThan([now, before], now)).toEqual(seen ? [before] : [])
      expect(earlierThan([now, before], before)).toEqual([])
      const held = status === 'selesai' || status === 'berlangsung'
      expect(lastHeldOn([now, before], now)).toBe(held ? '2026-09-01' : null)
    }
  })
})

describe('the agenda of the next rapat', () => {
  const item = (title: string, carried?: boolean) => ({ title, minutes: 5, presenter: '', carried })

  it('[S4] has one item that holds what is left to do', () => {
    const marked = [item('A'), item('B'), item('C', true), item('D', true)]
    expect(withCarriedItem(marked)).toEqual({ items: marked, at: 2 })
    const { items, at } = withCarriedItem([item('A'), item('B')])
    expect(items.map(({ title }) => title)).toEqual(['A', CARRIED_TITLE, 'B'])
    expect(at).toBe(1)
    expect(withCarriedItem([]).items.map(({ title }) => title)).toEqual([CARRIED_TITLE])
  })

  it('[S5] shows what is open, and what was finished since', () => {
    for (const status of TINDAK_LANJUT_STATUSES) {
      const open = status !== 'selesai' && status !== 'dibatalkan'
      expect(isCarried({ status, finishedOn: null }, '2026-09-15')).toBe(open)
      expect(isCarried({ status, finishedOn: '2026-09-15' }, '2026-09-15')).toBe(open || status === 'selesai')
      expect(isCarried({ status, finishedOn: '2026-09-14' }, '2026-09-15')).toBe(open)
      expect(isCarried({ status, finishedOn: '2026-01-01' }, null)).toBe(open || status === 'selesai')
    }
  })

  it('[S8] decides about a topic once', () => {
    for (const state of PROPOSAL_STATES)
      expect(nextProposalStates(state)).toEqual(state === 'open' ? ['accepted', 'returned', 'withdrawn'] : [])
  })
})

describe('a tenggat', () => {
  const line = { notulaState: 'disahkan', status: 'berjalan', due: '2026-12-01' } as const

  it('[T5] is postponed of a ratified notula, while it is open, to a later day that is not past', () => {
    const today = '2026-11-24'
    expect(postponementFault(line, '2026-12-02', today)).toBeNull()
    expect(postponementFault(line, '2026-12-01', today)).toBe('to-not-later')
    expect(postponementFault({ ...line, due: '2026-10-01' }, '2026-11-23', today)).toBe('to-past')
    expect(postponementFault({ ...line, due: '2026-10-01' }, today, today)).toBeNull()
    expect(postponementFault({ ...line, due: null }, today, today)).toBeNull()
    expect(postponementFault({ ...line, notulaState: 'draf' }, '2026-12-02', today)).toBe('conflict')
    for (const status of ['selesai', 'dibatalkan'] as const)
      expect(postponementFault({ ...line, status }, '2026-12-02', today)).toBe('conflict')
  })
})
