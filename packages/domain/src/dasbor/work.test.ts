import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TINDAK_LANJUT_STATUSES } from '../codes'
import { tenggatState } from '../tindak-lanjut'
import { addDays, daysBetween } from '../wib'
import {
  byOpd,
  type CountedCard,
  medianOf,
  talliesOf,
  type WorkTally,
  workFigures,
  workSpan,
  workStateOf,
} from './work'

const TODAY = '2026-11-26'
const NOW = workSpan({ year: 2026, quarter: 4 }, TODAY)
const day = fc.integer({ min: -400, max: 400 }).map(days => addDays(TODAY, days))
const card = fc
  .record({
    isDraft: fc.boolean(),
    status: fc.constantFrom(...TINDAK_LANJUT_STATUSES),
    due: fc.option(day),
    addedOn: day,
    took: fc.integer({ min: 0, max: 300 }),
    opdId: fc.constantFrom('a', 'b', 'c', null),
    isProven: fc.boolean(),
    postponed: fc.nat(5),
  })
  .map(({ took, ...rest }) => ({
    ...rest,
    finishedOn: rest.status === 'selesai' ? addDays(rest.addedOn, took) : null,
  }))
const triwulan = fc.record({
  year: fc.integer({ min: 2025, max: 2027 }),
  quarter: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
})

describe('what counts', () => {
  const open: CountedCard = {
    ...{ isDraft: false, status: 'berjalan', due: null, addedOn: '2026-08-01', finishedOn: null },
  }

  it('[DS1] leaves out drafts, what was called off, and what is of another triwulan', () => {
    expect(workStateOf(open, NOW)).toBe('berjalan')
    expect(workStateOf({ ...open, isDraft: true }, NOW)).toBeNull()
    expect(workStateOf({ ...open, status: 'dibatalkan' }, NOW)).toBeNull()
    expect(workStateOf({ ...open, addedOn: '2026-11-27' }, NOW)).toBeNull()
    const done: CountedCard = { ...open, status: 'selesai', finishedOn: '2026-09-30' }
    expect(workStateOf(done, NOW)).toBeNull()
    expect(workStateOf(done, workSpan({ year: 2026, quarter: 3 }, TODAY))).toBe('tepat')
    // Of the triwulan before it was work that had not ended yet.
    expect(workStateOf({ ...done, addedOn: '2026-06-01' }, workSpan({ year: 2026, quarter: 2 }, TODAY))).toBe(
      'berjalan',
    )
  })

  it('[DS1] no draft and nothing that was called off ever counts, in whatever triwulan', () => {
    fc.assert(
      fc.property(card, triwulan, (one, at) => {
        const state = workStateOf(one, workSpan(at, TODAY))
        if (one.isDraft || one.status === 'dibatalkan') expect(state).toBeNull()
      }),
    )
  })

  it('[DS2] is late today exactly where the board says so, and a finished one never is', () => {
    fc.assert(
      fc.property(card, one => {
        const state = workStateOf({ ...one, isDraft: false, addedOn: '2020-01-01' }, NOW)
        const isLate = tenggatState({ status: one.status, tenggat: one.due }, TODAY) === 'terlambat'
        // A finish that lies ahead has not come.
        fc.pre(one.finishedOn === null || one.finishedOn <= TODAY)
        expect(state === 'terlambat').toBe(isLate)
      }),
    )
  })

  it('[DS2] its own day is in time, the day after is not; waiting is told of today alone', () => {
    const at = (due: string, finishedOn: string | null) =>
      workStateOf({ ...open, status: finishedOn ? 'selesai' : 'berjalan', due, finishedOn }, NOW)
    expect(at('2026-11-01', '2026-11-01')).toBe('tepat')
    expect(at('2026-11-01', '2026-11-02')).toBe('lewat')
    expect(at(TODAY, null)).toBe('berjalan')
    expect(at('2026-11-25', null)).toBe('terlambat')
    const waiting: CountedCard = { ...open, status: 'menunggu_verifikasi' }
    expect(workStateOf(waiting, NOW)).toBe('menunggu')
    expect(workStateOf(waiting, workSpan({ year: 2026, quarter: 3 }, TODAY))).toBe('berjalan')
    expect(workStateOf({ ...waiting, due: '2026-11-25' }, NOW)).toBe('terlambat')
  })
})

describe('figures', () => {
  it('[DS3] every card that counts is in one state, and shares are between none and all', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 40 }), triwulan, (cards, at) => {
        const span = workSpan(at, TODAY)
        const tallies = talliesOf(cards, span)
        const figures = workFigures(tallies)
        const waitingAndLate = tallies.filter(
          ({ state, waiting }) => state === 'terlambat' && waiting > 0,
        ).length
        expect(figures.total).toBe(cards.filter(one => workStateOf(one, span) !== null).length)
        expect(figures.finished + figures.late + figures.waiting - waitingAndLate + figures.running).toBe(
          figures.total,
        )
        expect(figures.inTime).toBeLessThanOrEqual(figures.finished)
        for (const share of [figures.inTimeShare, figures.provenShare])
          if (share !== null) expect(share >= 0 && share <= 1).toBe(true)
        expect(figures.provenShare === null).toBe(figures.total === 0)
        expect(figures.medianDays === null).toBe(figures.finished === 0)
      }),
    )
  })

  it('[DS3] comes to the same however tallies were put together before', () => {
    const together = (tallies: readonly WorkTally[]): WorkTally[] => {
      const keys = [...new Set(tallies.map(one => `${one.opdId} ${one.state}`))]
      const groups = keys.map(key => tallies.filter(one => `${one.opdId} ${one.state}` === key))
      return groups.flatMap(group => {
        const [first] = group
        if (first === undefined) return []
        const sum = (of: (tally: WorkTally) => number) => group.reduce((all, one) => all + of(one), 0)
        return [
          {
            ...first,
            count: sum(one => one.count),
            waiting: sum(one => one.waiting),
            proven: sum(one => one.proven),
            postponed: sum(one => one.postponed),
            days: group.flatMap(one => one.days),
          },
        ]
      })
    }
    fc.assert(
      fc.property(fc.array(card, { maxLength: 40 }), cards => {
        const tallies = talliesOf(cards, NOW)
        expect(workFigures(together(tallies))).toEqual(workFigures(tallies))
      }),
    )
  })

  it('[DS3] the middle lies between the least and the most, with as many on either side', () => {
    expect([medianOf([]), medianOf([7]), medianOf([9, 1]), medianOf([3, 1, 100])]).toEqual([null, 7, 5, 3])
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1 }), values => {
        const middle = medianOf(values) ?? Number.NaN
        const below = values.filter(value => value < middle).length
        const above = values.filter(value => value > middle).length
        expect(below <= values.length / 2 && above <= values.length / 2).toBe(true)
      }),
    )
    expect(daysBetween('2026-11-01', TODAY)).toBe(25)
  })

  it('[DS4] what an OPD had that is no more stands with its successor, and nothing is lost or doubled', () => {
    const all = [
      { id: 'a', parentId: null, mergedInto: 'b', active: false },
      { id: 'b', parentId: null, mergedInto: null, active: true },
      { id: 'c', parentId: null, mergedInto: null, active: true },
    ]
    fc.assert(
      fc.property(fc.array(card, { maxLength: 30 }), cards => {
        const tallies = talliesOf(cards, NOW)
        const groups = byOpd(all, tallies)
        expect(groups.has('a')).toBe(false)
        const figures = [...groups.values()].map(workFigures)
        expect(figures.reduce((sum, one) => sum + one.total, 0)).toBe(workFigures(tallies).total)
        const ofB = tallies.filter(one => one.opdId === 'a' || one.opdId === 'b').length
        expect(workFigures(groups.get('b') ?? []).total).toBe(ofB)
      }),
    )
  })
})
