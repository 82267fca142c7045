import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listRegions } from '../directory'
import { changeSetting } from '../settings/settings'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'
import { exportRegions, importRegions, includedRegions, reviewRegions } from './import-regions'

const DISTRICTS = 'code,regency_code,name\n17.06.01,17.06,Lubuk Pinang\n17.06.07,17.06,Air Rami\n'
const VILLAGES = `code,district_code,name
17.06.01.2005,17.06.01,Suka Pindah
17.06.01.1001,17.06.01,Mekar Jaya
17.06.07.2007,17.06.07,Mekar Jaya
`

describe('an import of regions', () => {
  let test: TestDatabase
  let organisation: TestOrganisation
  beforeAll(async () => {
    test = await testDatabase()
    organisation = await makeOrganisation(test.database)
    await changeSetting(ctx(), admin(), {
      key: 'regency',
      value: { name: 'Kabupaten Contoh', code: '17.06', province: '' },
      revision: 0,
    })
  })
  afterAll(() => test.close())
  beforeEach(async () => {
    await test.database.sql`delete from village`
    await test.database.sql`delete from district`
  })

  const ctx = () => ({ database: test.database, clock: new TestClock() })
  const admin = () => organisation.actor('admin')
  const review = (...files: string[]) => reviewRegions(ctx(), admin(), { files })
  const run = async (files: string[], withdraw = false) => {
    const { files: fitting, mark } = await review(...files)
    await importRegions(ctx(), admin(), { files: fitting, mark, withdraw })
  }
  const fault = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => 'done',
      error => error.fields.files ?? error.code,
    )

  it('does what the review told, and a second time nothing', async () => {
    const first = await review(VILLAGES, DISTRICTS)
    expect([first.counts.district.new, first.counts.village.new, first.misfits]).toEqual([2, 3, []])
    expect(await listRegions(ctx(), admin())).toEqual([])
    await run([VILLAGES, DISTRICTS])
    const regions = await listRegions(ctx(), admin())
    expect(
      regions.map(({ name, villages }) => [name, villages.map(one => `${one.name} ${one.kind}`)]),
    ).toEqual([
      ['Lubuk Pinang', ['Mekar Jaya kelurahan', 'Suka Pindah desa']],
      ['Air Rami', ['Mekar Jaya desa']],
    ])
    const again = await review(VILLAGES, DISTRICTS)
    expect([again.counts.district.same, again.counts.village.same, again.changes]).toEqual([2, 3, []])
  })

  it('tells of every line that does not fit, and takes the others', async () => {
    const rows = [
      '17.06.01.2005,17.06.01,Suka Pindah',
      '17.06.01.2005,17.06.01,Dua Kali',
      '17.06.01.3005,17.06.01,Bukan Desa',
      '17.06.01.2006,17.06.07,Induk Lain',
      '17.06.99.2001,17.06.99,Tanpa Kecamatan',
      '17.06.01.2007,17.06.01,=SUM(1)',
      '17.06.01.2008,17.06.01,',
      '11.01.01.2001,11.01.01,Provinsi Lain',
      '17.06.01.2009',
    ]
    const { misfits, counts } = await review(DISTRICTS, `code,district_code,name\n${rows.join('\n')}\n`)
    expect(misfits.map(({ line, verdict }) => [line, verdict])).toEqual([
      [3, 'twice'],
      [4, 'code'],
      [5, 'parent'],
      [6, 'parent'],
      [7, 'name'],
      [8, 'name'],
      [10, 'name'],
    ])
    expect([counts.village.new, counts.village.elsewhere]).toEqual([1, 1])
  })

  it('renames by code, makes inactive what is named no more, and takes it back', async () => {
    await run([DISTRICTS, VILLAGES])
    const renamed = VILLAGES.replace('Suka Pindah', 'Suka Maju').replace(/17.06.07.2007.*\n/, '')
    const { changes, missing } = await review(renamed)
    expect(changes.map(({ before, name }) => [before, name])).toEqual([['Suka Pindah', 'Suka Maju']])
    expect(missing.map(region => region.code)).toEqual(['17.06.07.2007'])
    await run([renamed], true)
    const rows = await test.database.sql`select code, name, active from village order by code`
    expect(rows.map(row => [row.name, row.active])).toEqual([
      ['Mekar Jaya', true],
      ['Suka Maju', true],
      ['Mekar Jaya', false],
    ])
    await run([VILLAGES])
    expect(await test.database.sql`select code from village where not active`).toEqual([])
  })

  it('is not done when it would no longer be what was looked at', async () => {
    const { files, mark } = await review(DISTRICTS)
    await run([DISTRICTS])
    expect(await fault(importRegions(ctx(), admin(), { files, mark, withdraw: false }))).toBe('conflict')
  })

  it('reads semicolons, a mark of order, quotes, codes without dots and other columns', async () => {
    const odd = '\ufeffname;code;luas;regency_code\r\n"Air  Rami";170607;12,5;1706\r\n'
    const { changes } = await review(odd)
    expect(changes).toMatchObject([{ code: '17.06.07', parent: '17.06', name: 'Air Rami', verdict: 'new' }])
  })

  it.each([
    ['', 'field.csv-header'],
    ['a,b\n1,2\n', 'field.csv-header'],
    ['code,regency_code,name\n', 'field.csv-none'],
    ['code,regency_code,name\n"17.06.01,17.06,Tak Tertutup\n', 'field.csv-broken'],
    ['x'.repeat(5_000_000), 'field.csv-size'],
  ])('refuses a file that is none', async (file, expected) => {
    expect(await fault(review(file))).toBe(expected)
  })

  it('takes the tables that come along, and gives them back as they were', async () => {
    const files = (await includedRegions(ctx(), admin())) ?? expect.fail('none')
    await run([...files])
    const tables = [
      await exportRegions(ctx(), admin(), 'district'),
      await exportRegions(ctx(), admin(), 'village'),
    ]
    expect(tables).toEqual(files)
    const entries = await test.database.sql`
      select details from audit_entry where action = 'wilayah.import' and details @> '{"new": 166}'`
    expect(entries).toEqual([{ details: { new: 166, renamed: 0, returned: 0, withdrawn: 0 } }])
  })
})
