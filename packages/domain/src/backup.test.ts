import { describe, expect, it } from 'vitest'
import { archivesToRemove, isBackupDue, isBackupOld, type KeptArchive, lastHour } from './backup'

const DAY_MS = 24 * 3_600_000
const now = new Date('2026-11-26T20:00:00Z')
const ago = (days: number, hours = 0): Date => new Date(now.getTime() - days * DAY_MS - hours * 3_600_000)
const archive = (takenAt: Date): KeptArchive => ({ id: takenAt.toISOString(), takenAt })
/** One a day, the newest today. */
const nightly = Array.from({ length: 400 }, (_, days) => archive(ago(days)))
const kept = (archives: readonly KeptArchive[], retention: Parameters<typeof archivesToRemove>[1]) => {
  const removed = archivesToRemove(archives, retention, 'WIB', now)
  return archives.filter(({ id }) => !removed.includes(id)).map(({ id }) => id.slice(0, 10))
}

describe('retention', () => {
  it('[B1] keeps the newest of days, weeks and months', () => {
    expect(kept(nightly, { daily: 3, weekly: 0, monthly: 0 })).toEqual([
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
    ])
    // 20.00 UTC already is the next day in WIB: a Sunday of the archive is a Monday of the regency.
    expect(kept(nightly, { daily: 1, weekly: 3, monthly: 3 })).toEqual([
      '2026-11-26',
      '2026-11-21',
      '2026-11-14',
      '2026-10-30',
      '2026-09-29',
    ])
  })

  it('[B1] counts days that have an archive, not days that passed', () => {
    const rare = [archive(ago(10)), archive(ago(40)), archive(ago(70)), archive(ago(100))]
    expect(kept(rare, { daily: 2, weekly: 0, monthly: 0 })).toHaveLength(2)
    expect(kept(rare, { daily: 4, weekly: 0, monthly: 0 })).toHaveLength(4)
  })

  it('[B2] keeps the last good one though nothing is asked to be kept', () => {
    for (const archives of [nightly, [archive(ago(900))]])
      expect(kept(archives, { daily: 0, weekly: 0, monthly: 0 })).toHaveLength(1)
    expect(archivesToRemove([], { daily: 0, weekly: 0, monthly: 0 }, 'WIB', now)).toEqual([])
  })

  it('[B3] keeps several of one day until they are a day old', () => {
    const busy = [archive(ago(0, 1)), archive(ago(0, 5)), archive(ago(0, 9)), archive(ago(1, 1))]
    expect(kept(busy, { daily: 1, weekly: 0, monthly: 0 })).toHaveLength(3)
  })
})

describe('the schedule', () => {
  it('[B4] is due once its hour has come in the zone of the regency', () => {
    // 20.00 UTC is 03.00 in WIB and 05.00 in WIT.
    expect(lastHour(2, 'WIB', now).toISOString()).toBe('2026-11-26T19:00:00.000Z')
    expect(lastHour(3, 'WIB', now).toISOString()).toBe('2026-11-26T20:00:00.000Z')
    expect(lastHour(4, 'WIB', now).toISOString()).toBe('2026-11-25T21:00:00.000Z')
    expect(lastHour(2, 'WIT', now).toISOString()).toBe('2026-11-26T17:00:00.000Z')
    const due = (lastGoodAt: Date | null, failedAt: Date[] = []) =>
      isBackupDue({ hour: 2, zone: 'WIB', lastGoodAt, failedAt }, now)
    expect([due(null), due(ago(0, 2)), due(ago(0, 1)), due(ago(0, 0.5))]).toEqual([true, true, false, false])
    expect(due(ago(1), [ago(0, 0.9), ago(0, 0.6)])).toBe(true)
    expect(due(ago(1), [ago(0, 0.9), ago(0, 0.6), ago(0, 0.1)])).toBe(false)
    // Those of the day before are forgotten.
    expect(due(ago(2), [ago(0.9), ago(0.8), ago(0.7)])).toBe(true)
  })

  it('[B5] calls an archive old after two days, and none as well', () => {
    expect([isBackupOld(null, now), isBackupOld(ago(2), now), isBackupOld(ago(2, 1), now)]).toEqual([
      true,
      false,
      true,
    ])
  })
})
