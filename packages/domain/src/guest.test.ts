import { describe, expect, it } from 'vitest'
import { guestDays, guestLinkState, guestName, unmarkedGuestName } from './guest'

describe('guests by link', () => {
  it('[G1] are marked in their name, once', () => {
    expect(guestName('Budi Santoso')).toBe('Budi Santoso (tamu)')
    expect(guestName('  Budi   Santoso (tamu) ')).toBe('Budi Santoso (tamu)')
    expect(guestName('(tamu) Budi (tamu)')).toBe('Budi (tamu)')
    expect(unmarkedGuestName(guestName('Budi Santoso'))).toBe('Budi Santoso')
  })

  it('[G2] have a link until three days after the rapat, at most four weeks', () => {
    expect(guestDays('2026-12-08', '2026-11-24')).toEqual({
      first: '2026-11-24',
      usual: '2026-12-11',
      last: '2027-01-05',
    })
    for (const before of ['2026-11-01', null])
      expect(guestDays(before, '2026-11-24')).toEqual({
        first: '2026-11-24',
        usual: '2026-11-27',
        last: '2026-12-22',
      })
  })

  it('[G3] come in while their link is neither void nor past its time', () => {
    const now = new Date('2026-11-24T03:00:00Z')
    const link = { voidedAt: null, expiresAt: new Date(now.getTime() + 1) }
    expect(guestLinkState(link, now)).toBe('open')
    expect(guestLinkState({ ...link, expiresAt: now }, now)).toBe('expired')
    expect(guestLinkState({ ...link, voidedAt: now }, now)).toBe('void')
  })
})
