import { describe, expect, it } from 'vitest'
import { NOTULA_STATES, RAPAT_STATUSES } from './codes'
import { nextNotulaStates, nextRapatStatuses, setNotulaState, setRapatStatus } from './rapat'

const planned = { date: '2026-12-08', startTime: '09:00' }

describe('life of a rapat', () => {
  it('[R1] goes only along the table', () => {
    for (const from of RAPAT_STATUSES)
      for (const to of RAPAT_STATUSES) {
        const allowed = nextRapatStatuses(from).includes(to)
        expect(setRapatStatus({ status: from, ...planned }, to)).toEqual(
          allowed ? { ok: true, value: to } : { ok: false, error: 'conflict' },
        )
      }
    expect(nextRapatStatuses('draf')).toEqual(['terjadwal', 'dibatalkan'])
    expect(nextRapatStatuses('dibatalkan')).toEqual(['draf'])
  })

  it('[R1] leads from every status to every other', () => {
    for (const start of RAPAT_STATUSES) {
      const reached = new Set([start])
      for (const status of reached) for (const next of nextRapatStatuses(status)) reached.add(next)
      expect(reached.size).toBe(RAPAT_STATUSES.length)
    }
  })

  it('[R2] schedules nothing without a day and an hour', () => {
    for (const missing of [{ date: null }, { startTime: null }])
      expect(setRapatStatus({ status: 'draf', ...planned, ...missing }, 'terjadwal')).toEqual({
        ok: false,
        error: 'invalid-input',
      })
    expect(setRapatStatus({ status: 'draf', date: null, startTime: null }, 'dibatalkan').ok).toBe(true)
  })
})

describe('life of a notula', () => {
  it('[R3] goes only along the table and never out of disahkan', () => {
    for (const from of NOTULA_STATES)
      for (const to of NOTULA_STATES)
        expect(setNotulaState(from, to, 'alasan').ok).toBe(nextNotulaStates(from).includes(to))
    expect(nextNotulaStates('disahkan')).toEqual([])
    expect(nextNotulaStates('diajukan')).toEqual(['disahkan', 'dikembalikan'])
  })

  it('[R4] is sent back with a note', () => {
    expect(setNotulaState('diajukan', 'dikembalikan', ' ')).toEqual({ ok: false, error: 'invalid-input' })
    expect(setNotulaState('diajukan', 'dikembalikan', 'Lengkapi keputusan nomor 2').ok).toBe(true)
  })
})
