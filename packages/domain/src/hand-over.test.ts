import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { HOLDING_KINDS } from './codes'
import type { Successor } from './hand-over'
import { handOver, isWorkOf, newHoldingFault } from './hand-over'
import type { Holding } from './jabatan'
import { holderOn, isEffective } from './jabatan'
import { addDays } from './wib'

const HELD: Holding = {
  jabatanId: 'kadis',
  personId: 'a',
  kind: 'definitif',
  from: '2024-01-01',
  until: null,
}
const successor = (overrides: Partial<Successor> = {}): Successor => ({
  personId: 'b',
  kind: 'definitif',
  from: '2026-12-01',
  until: null,
  ...overrides,
})
const fault = (result: ReturnType<typeof handOver>) => (result.ok ? null : result.error)

describe('handing over a jabatan', () => {
  it('[J5] ends the holding the day before the successor begins', () => {
    for (const kind of ['definitif', 'plt'] as const)
      expect(handOver([HELD], HELD, successor({ kind }))).toEqual({
        ok: true,
        value: { endsOn: '2026-11-30' },
      })
    const retiring = { ...HELD, until: '2026-10-31' }
    expect(handOver([retiring], retiring, successor())).toEqual({ ok: true, value: { endsOn: null } })
  })

  it('[J5] leaves the holder in place beside a Plh.', () => {
    const away = successor({ kind: 'plh', until: '2026-12-14' })
    expect(handOver([HELD], HELD, away)).toEqual({ ok: true, value: { endsOn: null } })
  })

  it('[J5] never lets a successor begin before the holder did, or follow themselves', () => {
    expect(fault(handOver([HELD], HELD, successor({ from: '2024-01-01' })))).toBe('before-holder')
    expect(
      fault(handOver([HELD], HELD, successor({ kind: 'plh', from: '2023-12-01', until: '2024-02-01' }))),
    ).toBe('before-holder')
    expect(fault(handOver([HELD], HELD, successor({ personId: 'a' })))).toBe('same-person')
  })

  it('[J6] asks for a last day of a Plh., and for days in order', () => {
    expect(newHoldingFault([], successor({ kind: 'plh' }))).toBe('needs-end')
    expect(newHoldingFault([], successor({ until: '2026-11-30' }))).toBe('ends-first')
    expect(newHoldingFault([], successor({ kind: 'plh', until: '2026-12-01' }))).toBeNull()
  })

  it('[J6] has one definitif holder, and nobody twice, at a time', () => {
    expect(newHoldingFault([HELD], successor())).toBe('already-held')
    expect(newHoldingFault([HELD], successor({ kind: 'plt' }))).toBeNull()
    expect(newHoldingFault([HELD], successor({ kind: 'plt', personId: 'a' }))).toBe('already-holds')
    expect(newHoldingFault([{ ...HELD, until: '2026-11-30' }], successor())).toBeNull()
  })

  it('[J5] [J6] gives the jabatan to the successor on their first day, whatever was before', () => {
    const spell = fc.record({
      personId: fc.constantFrom('a', 'b', 'c'),
      kind: fc.constantFrom(...HOLDING_KINDS),
      from: fc.integer({ min: 0, max: 60 }).map(days => addDays('2026-01-01', days)),
      until: fc.option(fc.integer({ min: 61, max: 120 }).map(days => addDays('2026-01-01', days))),
    })
    fc.assert(
      fc.property(fc.array(spell, { maxLength: 4 }), spell, spell, (others, one, next) => {
        const held = { ...one, jabatanId: 'kadis' }
        const all = [held, ...others.map(other => ({ ...other, jabatanId: 'kadis' }))]
        const result = handOver(all, held, next)
        if (!result.ok) return
        const { endsOn } = result.value
        const after = all.map(row => (row === held && endsOn !== null ? { ...row, until: endsOn } : row))
        const added = { ...next, jabatanId: 'kadis' }
        const holder = holderOn([...after, added], 'kadis', next.from)
        expect(after.filter(row => row.personId === next.personId && isEffective(row, next.from))).toEqual([])
        if (next.kind === 'plh') expect(isEffective(held, next.from) || held.until !== null).toBe(true)
        if (next.kind === 'definitif' && holder?.kind !== 'plh') expect(holder).toBe(added)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })

  it('[J7] leaves tindak lanjut with the jabatan, and those of none with the head', () => {
    const head = { name: 'Kepala Dinas Perkim', isHead: true }
    const staff = { name: 'Staf Perkim', isHead: false }
    expect(isWorkOf('kepala dinas  Perkim ', head)).toBe(true)
    expect(isWorkOf('Staf Perkim', head)).toBe(false)
    for (const none of [null, '', ' ']) {
      expect(isWorkOf(none, head)).toBe(true)
      expect(isWorkOf(none, staff)).toBe(false)
    }
  })
})
