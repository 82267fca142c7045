import { describe, expect, it } from 'vitest'
import { cardFilterOf, filterParams, isFiltered, isLookedFor, NO_FILTER } from './card-filter'
import { CARD_COLUMNS, cardTableLookOf, keptQuery } from './card-table'

const OPD = '01890a5d-ac96-774b-bcce-b302099a8057'
const of = (search: string) => cardFilterOf(new URLSearchParams(search))

describe('a filter in an address', () => {
  it('[PV1] says what is looked for, and nothing that is not known', () => {
    const all = `q=jalan+desa&opd=${OPD}&strategi=a&status=belum&prioritas=tinggi&rapat=${OPD}&milik=pribadi&terlambat=ya&verifikasi=ya&dari=2026-01-01&sampai=2026-12-31`
    expect(new URLSearchParams(filterParams(of(all))).toString()).toBe(all)
    expect(of('q=++&opd=1&strategi=d&status=x&rapat=%27&milik=x&terlambat=no&dari=2026-02-30')).toEqual(
      NO_FILTER,
    )
    expect(isFiltered(of('kolom=opd'))).toBe(false)
    expect(isFiltered(of('terlambat=ya'))).toBe(true)
    expect(of(`q=${'a'.repeat(200)}`).text).toHaveLength(100)
  })

  it('[PV1] keeps the meaning of what was kept before', () => {
    expect(of('milik=saya').whose).toBe('opd')
    expect(filterParams(of('milik=opd'))).toEqual([['milik', 'saya']])
  })
})

describe('what is looked for', () => {
  const reader = {
    today: '2026-11-26',
    ownOpdIds: ['own', 'merged'],
    ownJabatan: ['Kepala Bidang'],
    ownCardIds: new Set(['added']),
  }
  const card = {
    id: 'c',
    title: 'Jalan Desa',
    opdId: 'own',
    jabatan: null,
    due: '2026-11-25',
    strategy: 'a',
    priority: null,
    status: 'belum',
    from: { rapatId: OPD },
  } as const
  const finds = (search: string, more: Partial<Parameters<typeof isLookedFor>[0]> = {}) =>
    isLookedFor({ ...card, ...more }, of(search), reader)

  it('[PV2] is all that the filter says', () => {
    expect(finds('')).toBe(true)
    expect(finds(`q=jalan&strategi=a&status=belum&rapat=${OPD}&terlambat=ya`)).toBe(true)
    expect(finds('q=jalan&strategi=b')).toBe(false)
    expect(finds(`rapat=${OPD}`, { from: null })).toBe(false)
    expect(finds('terlambat=ya', { status: 'selesai' })).toBe(false)
    expect(finds('verifikasi=ya')).toBe(false)
    expect(finds('verifikasi=ya', { status: 'menunggu_verifikasi' })).toBe(true)
    expect(finds('prioritas=tinggi')).toBe(false)
    expect([finds('dari=2026-11-25&sampai=2026-11-25'), finds('dari=2026-11-26')]).toEqual([true, false])
    expect(finds('sampai=2026-11-26', { due: null })).toBe(false)
  })

  it('[PV2] tells the work of one’s OPD from one’s own', () => {
    expect([finds('milik=saya'), finds('milik=saya', { opdId: 'merged' })]).toEqual([true, true])
    expect(finds('milik=saya', { opdId: 'other' })).toBe(false)
    expect(finds('milik=pribadi')).toBe(false)
    expect(finds('milik=pribadi', { jabatan: 'Kepala Bidang' })).toBe(true)
    expect(finds('milik=pribadi', { jabatan: 'Kepala Bidang', opdId: 'other' })).toBe(false)
    expect(finds('milik=pribadi', { id: 'added', opdId: 'other' })).toBe(true)
  })
})

describe('how a table is put', () => {
  const look = (search: string) => cardTableLookOf(new URLSearchParams(search))
  it('[PV1] is read out of the address', () => {
    expect(look('')).toEqual({
      ...{ sort: 'papan', isDown: false, group: null },
      columns: ['opd', 'tenggat', 'status', 'prioritas', 'progres', 'bukti'],
    })
    expect(look('urut=-tenggat&grup=bulan&tampil=status&tampil=opd')).toEqual({
      ...{ sort: 'tenggat', isDown: true, group: 'bulan' },
      columns: ['opd', 'status'],
    })
    expect(look('urut=-nama&grup=x&tampil=x')).toEqual(look(''))
    expect(look(`tampil=${CARD_COLUMNS.join(',')}`).columns).toEqual(CARD_COLUMNS)
  })

  it('[PV3] is kept with its filter, in one spelling, and nothing else', () => {
    expect(
      keptQuery('tabel', '?urut=-tenggat&hal=3&terlambat=ya&q=x&token=rahasia&tampil=opd&tampil=status'),
    ).toBe('q=x&terlambat=ya&urut=-tenggat&tampil=opd%2Cstatus')
    expect(keptQuery('papan', 'kolom=opd&lajur=rapat&urut=tenggat')).toBe('kolom=opd&lajur=rapat')
    expect(keptQuery('papan', 'kolom=<script>')).toBe('')
  })
})
