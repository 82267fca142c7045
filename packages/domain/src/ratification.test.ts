import { describe, expect, it } from 'vitest'
import { NOTULA_STATES, RAPAT_STATUSES } from './codes'
import {
  type Approval,
  approveNotula,
  checklist,
  isAgreed,
  normalizeRecordCode,
  recordCode,
  returnNotula,
  standingApprovals,
  submitNotula,
} from './ratification'

const officers = { chairId: 'wabup', notulisId: 'notulis' }
const rapat = { status: 'selesai', notulaState: 'draf', ...officers } as const
const state = { headSeq: 7, contentHash: 'aa', partsHash: 'bb' }
const at = new Date('2026-11-24T03:00:00Z')
const approval = (role: Approval['role'], personId: string, changed = {}): Approval => ({
  ...state,
  role,
  personId,
  at,
  ...changed,
})
const submitted = { ...rapat, notulaState: 'diajukan' } as const

describe('review of a notula', () => {
  it('[V1] begins from draf or dikembalikan, when the rapat was held', () => {
    for (const notulaState of NOTULA_STATES)
      for (const status of RAPAT_STATUSES)
        expect(submitNotula({ ...rapat, notulaState, status }).ok).toBe(
          ['draf', 'dikembalikan'].includes(notulaState) && ['berlangsung', 'selesai'].includes(status),
        )
  })

  it('[V1] needs a pimpinan and a notulis who are two people', () => {
    const fields = (changed: Partial<typeof officers> | { chairId: null } | { notulisId: null }) => {
      const result = submitNotula({ ...rapat, ...changed })
      return result.ok ? null : result.error.fields
    }
    expect(fields({ chairId: null })).toEqual({ chairId: 'field.chair-missing' })
    expect(fields({ notulisId: null })).toEqual({ notulisId: 'field.notulis-missing' })
    expect(fields({ notulisId: 'wabup' })).toEqual({ notulisId: 'field.chair-is-notulis' })
  })

  it('[V2] an approval holds for the same head, content and parts, by who is in that office', () => {
    const given = [approval('pimpinan', 'wabup'), approval('notulis', 'notulis')]
    const standing = (now: object, who = officers) =>
      Object.keys(standingApprovals(given, { ...state, ...now }, who))
    expect(standing({})).toEqual(['pimpinan', 'notulis'])
    for (const now of [{ headSeq: 8 }, { contentHash: 'ab' }, { partsHash: 'bc' }])
      expect(standing(now)).toEqual([])
    expect(standing({}, { ...officers, chairId: 'sekda' })).toEqual(['notulis'])
    // Who has become the other office has not approved in it.
    expect(standing({}, { chairId: 'notulis', notulisId: 'wabup' })).toEqual([])
  })

  it('[V3] agrees when both have approved the same, and not with one person twice', () => {
    const both = (changed = {}) =>
      standingApprovals(
        [approval('pimpinan', 'wabup'), approval('notulis', 'notulis', changed)],
        state,
        officers,
      )
    expect(isAgreed(both())).toBe(true)
    expect(isAgreed(both({ headSeq: 6 }))).toBe(false)
    expect(isAgreed({ pimpinan: approval('pimpinan', 'x'), notulis: approval('notulis', 'x') })).toBe(false)
  })

  it('[V3] is approved by the two offices alone, of a rapat that has ended', () => {
    expect(approveNotula(submitted, 'wabup')).toEqual({ ok: true, value: 'pimpinan' })
    expect(approveNotula(submitted, 'notulis')).toEqual({ ok: true, value: 'notulis' })
    expect(approveNotula(submitted, 'admin')).toMatchObject({ ok: false, error: { code: 'forbidden' } })
    expect(approveNotula({ ...submitted, status: 'berlangsung' }, 'wabup')).toMatchObject({
      error: { fields: { status: 'field.rapat-not-ended' } },
    })
    expect(approveNotula(rapat, 'wabup')).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(approveNotula({ ...submitted, notulisId: 'wabup' }, 'wabup').ok).toBe(false)
  })

  it('[V4] is sent back with a note, or taken back without', () => {
    expect(returnNotula(submitted, 'dikembalikan', ' ')).toMatchObject({
      error: { fields: { note: 'field.required' } },
    })
    expect(returnNotula(submitted, 'dikembalikan', 'Lengkapi')).toEqual({ ok: true, value: 'dikembalikan' })
    expect(returnNotula(submitted, 'ditarik', '')).toEqual({ ok: true, value: 'dikembalikan' })
    for (const notulaState of NOTULA_STATES)
      if (notulaState !== 'diajukan')
        expect(returnNotula({ ...rapat, notulaState }, 'ditarik', '').ok).toBe(false)
  })

  it('[V5] the checklist counts what is worth a look, and is empty where nothing is', () => {
    const good = {
      status: 'selesai',
      texts: ['Rapat dibuka.'],
      tindakLanjut: [{ ownerOpdId: 'opd', tenggat: '2026-12-01' }],
      isProjected: true,
      presentCount: 12,
      openRemarks: 0,
    } as const
    expect(checklist(good)).toEqual([])
    expect(checklist({ ...good, presentCount: null })).toEqual([])
    const bad = {
      status: 'berlangsung',
      texts: ['NIK 1706012345678901 dan 1706-0123-4567-8902'],
      tindakLanjut: [
        { ownerOpdId: null, tenggat: null },
        { ownerOpdId: null, tenggat: '2026-12-01' },
      ],
      isProjected: false,
      presentCount: 0,
      openRemarks: 3,
    } as const
    expect(checklist(bad)).toEqual([
      { check: 'not-ended', count: 1 },
      { check: 'unprojected', count: 1 },
      { check: 'nobody-present', count: 1 },
      { check: 'without-owner', count: 2 },
      { check: 'without-tenggat', count: 1 },
      { check: 'long-numbers', count: 2 },
      { check: 'open-remarks', count: 3 },
    ])
    expect(checklist({ ...good, texts: [' ', ''] })).toEqual([{ check: 'empty', count: 1 }])
  })
})

describe('the code of a record', () => {
  it('[V8] is ten unambiguous signs of the hash, and is read however it is typed', () => {
    expect(recordCode(new Uint8Array(32))).toBe('0000000000')
    expect(recordCode(new Uint8Array(32).fill(255))).toBe('ZZZZZZZZZZ')
    const codes = new Set<string>()
    for (let i = 0; i < 200; i++) {
      const code = recordCode(new Uint8Array(32).map((_, at) => (i * 41 + at * 97) % 256))
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
      codes.add(code)
      expect(normalizeRecordCode(` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} `)).toBe(code)
    }
    expect(codes.size).toBe(200)
    expect(normalizeRecordCode('oil00-00000')).toBe('0110000000')
    for (const text of ['', '123', '00000-0000U', '0'.repeat(11)])
      expect(normalizeRecordCode(text)).toBeNull()
  })
})
