import { NO_FILTER } from '@mufakat/domain'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())

const boss = () => organisation.actor('sekretariat', 'other')
const head = () => organisation.actor('kepala_opd')
const staff = () => organisation.actor('staf_opd')
const save = (
  actor: ReturnType<typeof boss>,
  name: string,
  shared: services.SaveFilterInput['shared'],
  query = 'terlambat=ya',
) => services.saveFilter(ctx, actor, { name, view: 'tabel', query, shared })
const names = async (actor: ReturnType<typeof boss>) =>
  (await services.savedFilters(ctx, actor)).map(({ name }) => name)

describe('views that are kept', () => {
  it('[PV4] are read by their person, and by those they are shared with', async () => {
    const mine = await save(head(), 'Milik saya', 'saya')
    await save(head(), 'OPD kami', 'opd')
    const all = await save(boss(), 'Semua', 'semua')
    expect(await names(head())).toEqual(['Milik saya', 'OPD kami', 'Semua'])
    expect(await names(staff())).toEqual(['OPD kami', 'Semua'])
    expect(await names(organisation.actor('staf_opd', 'other'))).toEqual(['Semua'])
    await expect(services.savedFilter(ctx, staff(), mine)).rejects.toMatchObject({ code: 'not-found' })
    expect(await services.savedFilter(ctx, staff(), all)).toMatchObject({ mayRemove: false, shared: 'semua' })
    await expect(save(head(), 'Untuk semua', 'semua')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(services.removeSavedFilter(ctx, staff(), all)).rejects.toMatchObject({ code: 'forbidden' })
    // The office takes away what is shared with everybody, whoever shared it.
    await services.removeSavedFilter(ctx, organisation.actor('admin'), all)
    await services.removeSavedFilter(ctx, head(), mine)
    expect(await names(head())).toEqual(['OPD kami'])
  })

  it('[PV3] are a filter and nothing else, and no number of a person', async () => {
    const id = await save(head(), 'Terpilih', 'saya', '?hal=3&token=x&terlambat=ya&urut=-tenggat&status=y')
    expect((await services.savedFilter(ctx, head(), id)).query).toBe('terlambat=ya&urut=-tenggat')
    await expect(save(head(), 'X', 'saya', 'q=1706010101900001')).rejects.toMatchObject({
      fields: { q: 'field.nik' },
    })
  })
})

describe('holidays', () => {
  const admin = () => organisation.actor('admin')
  const year = () => services.holidaysOfYear(ctx, admin(), { year: 2027 })
  it('[L3] are said by admin; those of a fixed day are offered, none is made up', async () => {
    expect((await year()).holidays).toEqual([])
    await services.putHoliday(ctx, admin(), { date: '2027-05-01', name: 'Hari Buruh', kind: 'nasional' })
    expect((await year()).missing.map(({ date }) => date)).toEqual([
      ...['2027-01-01', '2027-06-01', '2027-08-17', '2027-12-25'],
    ])
    await services.addFixedHolidays(ctx, admin(), { year: 2027 })
    const { holidays, missing } = await year()
    expect([holidays.length, missing]).toEqual([5, []])
    // What was said of a day stays.
    expect(holidays.find(({ date }) => date === '2027-05-01')?.name).toBe('Hari Buruh')
    await services.removeHoliday(ctx, admin(), { date: '2027-05-01' })
    expect((await year()).missing.map(({ date }) => date)).toEqual(['2027-05-01'])
  })

  it('come from a file, judged before anything is written', async () => {
    const bytes = new TextEncoder().encode(
      'tanggal,nama,jenis\n2027-03-20,Hari Raya Idulfitri,nasional\n2027-03-19,Cuti bersama Idulfitri,cuti_bersama\n31/12/2027,Salah,nasional\n2027-12-26,Salah,libur\n',
    )
    const file = { name: 'libur.csv', bytes }
    const review = await services.reviewTable(ctx, admin(), { table: 'libur', file })
    expect(review.counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 2 })
    expect(await services.importTable(ctx, admin(), { table: 'libur', ...review })).toBe(2)
    const days = { from: '2027-03-01', to: '2027-03-31' }
    expect(await services.holidaysBetween(ctx, head(), days)).toEqual([
      { date: '2027-03-19', name: 'Cuti bersama Idulfitri', kind: 'cuti_bersama' },
      { date: '2027-03-20', name: 'Hari Raya Idulfitri', kind: 'nasional' },
    ])
  })
})

it('a filter names nothing to begin with', () => {
  expect(services.cardFilterInput.parse(NO_FILTER)).toEqual(NO_FILTER)
})
