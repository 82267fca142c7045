import { AppError } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeRegion } from '../organisation/test-permission-rows'
import { makeOrganisation, TestClock, type TestOrganisation } from '../test-organisation'
import { readXlsx } from './xlsx'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock() }
})
afterAll(() => test.close())

const admin = () => organisation.actor('admin')
const csv = (text: string, name = 'tabel.csv') => ({ name, bytes: new TextEncoder().encode(text) })
const review = (table: services.TableName, file: { name: string; bytes: Uint8Array }) =>
  services.reviewTable(ctx, admin(), { table, file })
/** Looks at a file, and does it. */
const run = async (table: services.TableName, text: string): Promise<services.TableReview> => {
  const seen = await review(table, csv(text))
  await services.importTable(ctx, admin(), { table, sheet: seen.sheet, mark: seen.mark })
  return seen
}
const verdicts = ({ rows }: services.TableReview) =>
  rows.map(({ cell, reason, verdict, fields }) =>
    verdict === 'wrong' ? `${cell} ${reason}` : [verdict, ...fields.map(field => field.column)].join(' '),
  )
const fault = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    error => (error instanceof AppError ? (error.fields.file ?? error.code) : Promise.reject(error)),
  )
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

describe('a table of OPD', () => {
  const FIRST = `nama,singkatan,alias,jenis,induk,aktif
Dinas Kesehatan,Dinkes,"DKK; Kesehatan",dinas,,ya
UPT Puskesmas,Puskesmas,,lainnya,dinkes,
Dinas Tanpa Singkatan,,,dinas,,
Dinas Apa,Apa,,kantor,,
Dinas Bawah,Bawah,,dinas,Atas,
Dinas Lagi,DINKES,,dinas,,
Dinas Ragu,Ragu,,dinas,,mungkin
`

  it('tells each row its verdict and its cell, and takes those that fit, with one entry', async () => {
    const seen = await review('opd', csv(FIRST))
    expect(verdicts(seen)).toEqual([
      'new',
      'new',
      'B4 required',
      'D5 code',
      'E6 opd',
      'A7 twice',
      'F8 yes-no',
    ])
    expect(seen.counts).toEqual({ new: 2, changed: 0, same: 0, wrong: 5 })
    await run('opd', FIRST)
    const tree = await services.opdTree(ctx, admin())
    const added = tree.filter(one => ['Dinkes', 'Puskesmas'].includes(one.shortName))
    expect(added.map(one => [one.shortName, one.depth, one.aliases])).toEqual([
      ['Dinkes', 0, ['DKK', 'Kesehatan']],
      ['Puskesmas', 1, []],
    ])
    const entries = await test.database
      .sql`select details from audit_entry where action = 'organisation.import'`
    expect(entries.map(({ details }) => [details.table, details.added.length, details.changed])).toEqual([
      ['opd', 2, {}],
    ])
  })

  it('changes what differs, leaves what the file has no column for, and deletes nothing', async () => {
    const file =
      'singkatan;nama;jenis;aktif\nDinkes;Dinas Kesehatan Daerah;dinas;\nPuskesmas;UPT Puskesmas;lainnya;tidak\n'
    expect(verdicts(await run('opd', file))).toEqual(['changed nama', 'changed aktif'])
    expect(verdicts(await run('opd', file))).toEqual(['same', 'same'])
    const found = (await services.opdTree(ctx, admin())).filter(
      one => one.name.includes('esehatan') || !one.active,
    )
    expect(found.map(one => [one.name, one.aliases.length, one.depth, one.active])).toEqual([
      ['Dinas Kesehatan Daerah', 2, 0, true],
      ['UPT Puskesmas', 0, 1, false],
    ])
  })

  it.each(services.TABLE_FORMATS)('is taken out as %s and comes back the same', async format => {
    await services.addOpd(ctx, admin(), {
      name: `=HYPERLINK("x") ${format}`,
      shortName: `+Plus ${format}`,
      aliases: ['@di', "'petik"],
      kind: 'lainnya',
      parentId: null,
      districtCode: null,
      position: 50,
    })
    const bytes = await services.exportTable(ctx, admin(), { table: 'opd', format })
    if (format === 'csv') expect(text(bytes)).toContain(`"'=HYPERLINK(""x"") csv"`)
    else {
      const rows = await readXlsx(bytes, { rows: 100, columns: 20 })
      expect(JSON.stringify(rows)).toContain(`'+Plus xlsx`)
    }
    const seen = await review('opd', { name: `opd.${format}`, bytes })
    expect(verdicts(seen)).toEqual(seen.rows.map(() => 'same'))
  })
})

describe('what was looked at', () => {
  const FILE = 'nama,singkatan,jenis\nDinas Tanda,Tanda,dinas\n'

  it('is not done when the file is another one', async () => {
    const { sheet, mark } = await review('opd', csv(FILE))
    const [row] = sheet.rows
    const other = { ...sheet, rows: [{ line: 2, cells: ['Dinas Lain', ...(row?.cells.slice(1) ?? [])] }] }
    expect(await fault(services.importTable(ctx, admin(), { table: 'opd', sheet: other, mark }))).toBe(
      'conflict',
    )
    expect(await fault(services.importTable(ctx, admin(), { table: 'pokja', sheet, mark }))).not.toBe('done')
  })

  it('is not done when something here has changed since', async () => {
    const { sheet, mark } = await review('opd', csv(FILE))
    await run('opd', FILE)
    expect(await fault(services.importTable(ctx, admin(), { table: 'opd', sheet, mark }))).toBe('conflict')
  })

  it.each([
    ['tabel.pdf', 'nama', 'field.table-kind'],
    ['tabel.xlsx', 'nama,singkatan,jenis', 'field.table-kind'],
    ['tabel.csv', 'nama,jenis\nA,dinas\n', 'field.table-head'],
    ['tabel.csv', 'nama,singkatan,jenis\n', 'field.csv-none'],
    ['tabel.csv', 'nama,singkatan,jenis\n"tak tertutup,A,dinas\n', 'field.csv-broken'],
    ['tabel.csv', `nama,singkatan,jenis\n${'A,A,dinas\n'.repeat(2_001)}`, 'field.table-size'],
    ['tabel.csv', 'x'.repeat(2_100_000), 'field.table-size'],
  ])('is no table: %s', async (name, content, expected) => {
    expect(await fault(review('opd', csv(content, name)))).toBe(expected)
  })
})

describe('a table of jabatan', () => {
  it('adds and changes, and closes none that somebody holds', async () => {
    const file = `opd,jabatan,kepala,aktif
Dinkes,Kepala Dinkes,ya,
Dinkes,Wakil Kepala,ya,
Dinkes,Perawat,tidak,ya
Sendiri,Jabatan staf_opd,tidak,tidak
Tak Ada,Staf,,
Puskesmas,Staf,,
`
    expect(verdicts(await run('jabatan', file))).toEqual([
      'new',
      'C3 head-taken',
      'new',
      'D5 jabatan-held',
      'A6 opd',
      'A7 opd',
    ])
    expect(verdicts(await run('jabatan', 'opd,jabatan,kepala\ndinkes,PERAWAT,tidak\n'))).toEqual([
      'changed jabatan',
    ])
  })
})

describe('a table of people', () => {
  const NIP = '198002292005012001'
  const peran = (role: string) => `nama,nip,email,telepon,peran,opd,jabatan\n${role}`

  it('adds accounts that cannot sign in, with their jabatan from today', async () => {
    const file = peran(`Sitti Rahma,${NIP},sitti@contoh.go.id,0812-0000 0001,kepala_opd,Dinkes,Kepala Dinkes
Kedua,,kedua@contoh.go.id,,staf_opd,Dinkes,Kepala Dinkes
Tanpa Masuk,,,,staf_opd,,
Nomor Salah,123,a@contoh.go.id,,staf_opd,,
Surel Salah,,a@,,staf_opd,,
Jadi Admin,,admin2@contoh.go.id,,admin,,
Setengah,,b@contoh.go.id,,staf_opd,Dinkes,
Tak Kenal,,c@contoh.go.id,,staf_opd,Dinkes,Astronaut
`)
    expect(verdicts(await run('orang', file))).toEqual([
      'new',
      'G3 holding-already-held',
      'C4 login',
      'B5 nip',
      'C6 email',
      'E7 admin-role',
      'G8 required',
      'G9 jabatan',
    ])
    const { accounts } = await services.listAccounts(
      ctx,
      admin(),
      services.accountFilterInput.parse({ text: 'sitti' }),
    )
    expect(accounts[0]).toMatchObject({ nip: NIP, jabatan: 'Kepala Dinkes', hasPassword: false })
    expect(verdicts(await run('orang', file)).slice(0, 1)).toEqual(['same'])
  })

  it('moves somebody to another jabatan, and changes no login', async () => {
    const clock = new TestClock(new Date('2026-12-01T03:00:00Z'))
    ctx = { ...ctx, clock }
    const moved = peran(`Sitti Rahma,${NIP},,081200000001,kepala_opd,Dinkes,Perawat\n`)
    expect(verdicts(await run('orang', moved))).toEqual(['changed jabatan'])
    const rows = await test.database.sql`
      select j.name, h.from_date::text, h.until_date::text from jabatan_holding h join jabatan j on j.id = h.jabatan_id
      join person p on p.id = h.person_id where p.nip = ${NIP} order by h.from_date`
    expect(rows.map(row => [row.name, row.from_date, row.until_date])).toEqual([
      ['Kepala Dinkes', '2026-11-24', '2026-11-30'],
      ['PERAWAT', '2026-12-01', null],
    ])
    const other = peran(`Sitti Rahma,${NIP},lain@contoh.go.id,,kepala_opd,,\n`)
    expect(verdicts(await review('orang', csv(other)))).toEqual(['C2 login-fixed'])
    const ranks = `nama,nip,golongan,peran\nSitti Rahma,${NIP},Penata Tingkat I (III/d),kepala_opd\n`
    expect(verdicts(await run('orang', ranks))).toEqual(['changed golongan'])
    expect(verdicts(await run('orang', moved))).toEqual(['same'])
    expect(verdicts(await review('orang', csv(ranks.replace('III/d', 'IX'))))).toEqual(['C2 golongan'])
    const rounded = peran('Sitti,≈198002292005012000,,,staf_opd,,\n')
    expect(verdicts(await review('orang', csv(rounded)))).toEqual(['B2 nip'])
  })
})

describe('tables of pokja and operators', () => {
  it('name OPD and people, and come back the same', async () => {
    const { village } = await makeRegion(ctx)
    const pokja = `singkatan,nama,ketua,opd,anggota
Pokja 1,Pokja Beban,198002292005012001,sendiri; Lain,sitti@contoh.go.id
Pokja 2,Pokja Lain,Siapa,Sendiri,
Pokja 3,Pokja Lain lagi,,Tak Ada,
`
    expect(verdicts(await run('pokja', pokja))).toEqual(['new', 'C3 person', 'D4 opd'])
    expect((await services.listPokja(ctx, admin())).map(one => [one.chair?.name, one.opd.length])).toEqual([
      ['Sitti Rahma', 2],
    ])
    const operators = `kode,orang,mulai,sampai
${village},sitti@contoh.go.id,2026-01-01,
${village},Sitti Rahma,2026-05-01,
${village},tamu own,01/02/2026,
99.99.99.2001,tamu own,,
`
    expect(verdicts(await run('operator', operators))).toEqual([
      'new',
      'B3 officer-already',
      'C4 date',
      'A5 region',
    ])
    const ended = `kode,orang,mulai,sampai\n${village},sitti rahma,2026-01-01,2026-06-30\n`
    expect(verdicts(await run('operator', ended))).toEqual(['changed sampai'])
    await services.putHoliday(ctx, admin(), { date: '2026-12-25', name: 'Natal', kind: 'nasional' })
    for (const table of services.TABLE_NAMES) {
      const bytes = await services.exportTable(ctx, admin(), { table, format: 'xlsx' })
      const seen = await review(table, { name: 'kembali.xlsx', bytes })
      const shared = seen.rows.filter(row => row.verdict !== 'same')
      // Who has neither NIP nor e-mail is not told apart by a table.
      expect(shared.filter(row => row.reason !== 'login')).toEqual([])
    }
  })

  it('come with an example of each, whose head is one', async () => {
    for (const table of services.TABLE_NAMES)
      for (const format of services.TABLE_FORMATS) {
        const bytes = await services.exampleTable(admin(), { table, format })
        expect((await review(table, { name: `contoh.${format}`, bytes })).rows).toHaveLength(1)
      }
  })
})
