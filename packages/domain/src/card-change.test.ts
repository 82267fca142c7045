import { describe, expect, it } from 'vitest'
import { editStep, isLockedCard, isPutOff, needsReason, tenggatFault, toldProgress } from './card-change'

describe('a change of a card', () => {
  it('[PP22] is written where nobody else has written, and nothing where it changes nothing', () => {
    expect(editStep('a', { from: 'a', to: 'b' })).toBe('written')
    expect(editStep('b', { from: 'a', to: 'b' })).toBe('same')
    expect(editStep('c', { from: 'a', to: 'b' })).toBe('changed')
    // What was not touched takes nothing back.
    expect(editStep('c', { from: 'a', to: 'a' })).toBe('same')
  })

  it('[PP9] is the notula’s until it is ratified', () => {
    expect(
      [null, 'draf', 'diajukan', 'dikembalikan', 'disahkan'].map(state => isLockedCard(state as never)),
    ).toEqual([false, true, true, true, false])
  })

  it('[PP27] is told as done once it is selesai, whatever was last said of it', () => {
    expect(toldProgress({ status: 'selesai', progress: 0 })).toBe(100)
    expect(toldProgress({ status: 'menunggu_verifikasi', progress: 40 })).toBe(40)
    expect(toldProgress({ status: 'dibatalkan', progress: 40 })).toBe(40)
  })

  it('[PP23] of its tenggat is another day that is not past, with a reason unless it is the first of its own', () => {
    const own = { notulaState: null, status: 'belum', due: null } as const
    const decided = { ...own, notulaState: 'disahkan' } as const
    const today = '2026-11-26'
    const step = { to: '2026-12-01', reason: '', today }
    expect(tenggatFault(own, step)).toBeNull()
    expect(tenggatFault({ ...own, due: '2026-11-30' }, step)).toBe('reason')
    expect(tenggatFault({ ...own, due: '2026-12-01' }, { ...step, reason: 'Cuaca' })).toBe('to-same')
    expect(tenggatFault(decided, step)).toBe('reason')
    expect(tenggatFault(decided, { ...step, reason: 'Cuaca' })).toBeNull()
    expect(tenggatFault(own, { ...step, to: today })).toBeNull()
    expect(tenggatFault(own, { ...step, to: '2026-11-25' })).toBe('to-past')
    expect(tenggatFault({ ...own, status: 'selesai' }, step)).toBe('conflict')
    expect(tenggatFault({ ...decided, notulaState: 'draf' }, { ...step, reason: 'Cuaca' })).toBe('conflict')
    expect([needsReason(own), needsReason(decided)]).toEqual([false, true])
    expect([isPutOff({ from: null, to: today }), isPutOff({ from: '2026-12-01', to: today })]).toEqual([
      true,
      false,
    ])
  })
})
