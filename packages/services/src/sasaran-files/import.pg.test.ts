import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@mufakat/db'
import { AppError } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { writeXlsx } from '../tables/xlsx'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { makeIndicators } from './test-indicators'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  const { sql } = test.database
  await sql`insert into district (code, regency_code, name) values ('17.06.01', '17.06', 'Satu'), ('17.06.02', '17.06', 'Dua')`
  await sql`
    insert into village (code, district_code, name, kind)
    select '17.06.0' || d || '.2' || lpad(n::text, 3, '0'), '17.06.0' || d, 'Desa ' || d || n, 'desa'
    from generate_series(1, 2) d, generate_series(1, 75) n`
  await sql`insert into setting (key, value, revision, updated_at)
    values ('regency', '{"name":"Kabupaten Contoh","code":"17.06","province":""}', 1, ${TEST_NOW})`
  await makeIndicators(test.database, organisation, [
    { name: 'Penduduk miskin', decimals: 2, lowest: 0, highest: 100 },
    { name: 'Stunting', factor: 100, decimals: 2, lowest: 0, highest: 100 },
    { name: 'Keluarga miskin', level: 'desa', rollUp: 'jumlah', lowest: 0 },
    { name: 'Cakupan', level: 'desa', rollUp: 'rasio', factor: 100 },
    { name: 'Kembar' },
    { name: 'kembar' },
    ...Array.from({ length: 16 }, (_, n) => ({ name: `Banyak ${n}`, level: 'desa' as const, lowest: 0 })),
  ])
})
afterAll(() => test.close())
beforeEach(async () => {
  // Nobody may take away what held, unless they own the table and say so.
  const owner = openDatabase(test.ownerUrl, { max: 1 })
  await owner.sql`alter table indicator_value disable trigger indicator_value_kept`
  for (const table of ['indicator_value', 'rate_bucket']) await owner.sql`delete from ${owner.sql(table)}`
  await owner.sql`alter table indicator_value enable always trigger indicator_value_kept`
  await owner.close()
})

const boss = () => organisation.actor('sekretariat')
const HEAD =
  'kode_wilayah;indikator;tahun;triwulan;nilai;pembilang;penyebut;tidak_tersedia;sifat;tanggal_data;sumber;alasan'
const csv = (text: string, name = 'nilai.csv') => ({ name, bytes: new TextEncoder().encode(text) })

async function look(text: string | { name: string; bytes: Uint8Array }): Promise<services.ValueReview> {
  const seen = await services.reviewValueFile(ctx, boss(), typeof text === 'string' ? csv(text) : text)
  if ('refusal' in seen) throw new Error(JSON.stringify(seen.refusal))
  return seen.review
}
const put = async (text: string, choice: services.ImportChoice = 'semua'): Promise<number> => {
  const { packed, mark } = await look(text)
  return services.importValues(ctx, boss(), { packed, mark, choice })
}
const told = ({ rows }: services.ValueReview) =>
  rows.map(({ verdict, cell, column, reason, fields }) =>
    verdict === 'wrong'
      ? `${cell ?? column} ${reason}`
      : [verdict, ...fields.map(({ column: of, before, after }) => `${of} ${before}→${after}`)].join(' '),
  )
const fault = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    error => (error instanceof AppError ? (error.fields.file ?? error.code) : Promise.reject(error)),
  )
const held = () =>
  test.database.sql<{ n: number }[]>`
  select count(*)::int as n from indicator_value where superseded_at is null`.then(([row]) => row?.n ?? -1)
const row = (...cells: (string | number)[]): string => cells.join(';')
const lines = (...rows: string[]): string => [HEAD, ...rows].join('\n')

describe('a file of values', () => {
  it('[IV2] [IV3] tells each row its verdict, its cell and why', async () => {
    const ok = ';;;;;2026-09-30;Uji;'
    const before = await fingerprint(test.database)
    const review = await look(
      lines(
        row('', 'Penduduk miskin', 2026, 3, `10,76${ok}`),
        row('17.06', 'STUNTING', 2026, 'TW III', ';524;11083;;final;30/9/2026;Dinkes;'),
        row('17.06.01.2001', 'Keluarga miskin', 2026, 3, `1.234${ok}`),
        row('', 'Penduduk miskin', 2026, 1, ';;;ya;;2026-03-31;;'),
        row('', 'Tidak ada', 2026, 3, `1${ok}`),
        row('', 'Kembar', 2026, 3, `1${ok}`),
        row('', 'Penduduk miskin', 'besok', 3, `1${ok}`),
        row('', 'Penduduk miskin', 2026, 5, `1${ok}`),
        row('', 'Penduduk miskin', 2027, 1, `1${ok}`),
        row('99.99.99', 'Keluarga miskin', 2026, 3, `1${ok}`),
        row('17.06.01', 'Penduduk miskin', 2026, 3, `1${ok}`),
        row('17.06.01.2001', 'Cakupan', 2026, 3, `90${ok}`),
        row('', 'Penduduk miskin', 2026, 2, `1${ok}`),
        row('', 'Penduduk miskin', 2025, 3, `banyak${ok}`),
        row('', 'Penduduk miskin', 2025, 3, `10,76543${ok}`),
        row('', 'Penduduk miskin', 2025, 3, `101${ok}`),
        row('', 'Penduduk miskin', 2025, 3, ok),
        row('', 'Penduduk miskin', 2025, 3, `1;;;ya;;2025-09-01;;`),
        row('', 'Penduduk miskin', 2025, 3, `;1;2;;;2025-09-01;;`),
        row('', 'Stunting', 2025, 3, ';524;;;;2025-09-01;;'),
        row('', 'Stunting', 2025, 3, ';524;0;;;2025-09-01;;'),
        row('', 'Stunting', 2025, 3, '4,8;524;11083;;;2025-09-01;;'),
        row('', 'Penduduk miskin', 2025, 3, `1;;;mungkin;;2025-09-01;;`),
        row('', 'Penduduk miskin', 2025, 3, `1;;;;kira-kira;2025-09-01;;`),
        row('', 'Penduduk miskin', 2025, 3, `1;;;;;2026-02-30;;`),
        row('', 'Penduduk miskin', 2025, 3, `1;;;;;2026-12-31;;`),
        row('', 'Penduduk miskin', 2025, 3, '1;;;;;;;'),
        row('', 'Penduduk miskin', 2025, 3, `1;;;;;2025-09-01;${'x'.repeat(201)};`),
        row('', 'penduduk miskin', 2026, 'iii', `9${ok}`),
      ),
    )
    expect(told(review)).toEqual([
      ...['new', 'new', 'new', 'new'],
      ...['B6 indicator', 'B7 indicator-twice', 'C8 year', 'D9 quarter', 'C10 future', 'A11 region'],
      ...['A12 region-fine', 'F13 cell-parts', 'J14 as-of'],
      ...['E15 amount-unread', 'E16 amount-decimals', 'E17 cell-highest', 'E18 required'],
      ...['H19 cell-mixed', 'F20 no-ratio', 'G21 cell-half', 'G22 cell-denominator', 'E23 ratio-differs'],
      ...[
        'H24 yes-no',
        'I25 code',
        'J26 date',
        'J27 future-day',
        'J28 required',
        'K29 too-long',
        'B30 twice',
      ],
    ])
    expect(review.counts).toEqual({ new: 4, changed: 0, same: 0, wrong: 25 })
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('[IV2] asks about a point before three digits where the column has points before decimals', async () => {
    const rest = ';;;;;2025-03-01;;'
    const seen = await look(
      lines(
        row('', 'Penduduk miskin', 2025, 1, `10.5${rest}`),
        row('', 'Penduduk miskin', 2025, 2, `10.525${rest}`),
        row('', 'Stunting', 2025, 2, ';1.234;100.000;;;2025-03-01;;'),
      ),
    )
    expect(told(seen)).toEqual(['new', 'E3 amount-ambiguous', 'new'])
  })

  it('[IV4] replaces what holds with a reason alone, and keeps the older one', async () => {
    const at = (value: string, reason: string) =>
      lines(row('', 'Stunting', 2026, 3, `${value};;;;final;2026-09-30;SSGI;${reason}`))
    expect(await put(at('22,2', ''))).toBe(1)
    expect(told(await look(at('22,2', 'sama saja')))).toEqual(['same'])
    expect(told(await look(at('21,9', '')))).toEqual(['L2 reason'])
    const replaced = lines(row('', 'Stunting', 2026, 3, ';524;11083;;;;;Koreksi Dinkes'))
    expect(told(await look(replaced))).toEqual(['changed nilai 22,2→4,728 pembilang →524 penyebut →11083'])
    expect(await put(replaced)).toBe(1)
    const rows = await test.database.sql`
      select value, reason, superseded_at is null as holds, finality, as_of::text, source, numerator
      from indicator_value order by superseded_at nulls last`
    expect(rows.map(one => Object.values(one).map(String))).toEqual([
      ['22.2000', '', 'false', 'final', '2026-09-30', 'SSGI', 'null'],
      ['4.7280', 'Koreksi Dinkes', 'true', 'final', '2026-09-30', 'SSGI', '524.0000'],
    ])
    const entries = await test.database.sql`
      select details from audit_entry join audit_link on entry_id = audit_entry.id
      where action = 'capaian.import' order by number`
    expect(entries.map(({ details }) => [details.added, details.replaced, details.choice])).toEqual([
      [1, 0, 'semua'],
      [0, 1, 'semua'],
    ])
  })

  it.each(['csv', 'xlsx'] as const)('[IV6] is taken out as %s and comes back the same', async format => {
    await put(
      lines(
        row('', 'Penduduk miskin', 2026, 3, '10,7654;;;;;2026-09-30;"=BPS(""x""), Susenas";'),
        row('', 'Stunting', 2026, 3, ';524;11083;;final;2026-09-30;Dinkes;'),
        row('17.06.02.2003', 'Keluarga miskin', 2025, 4, '12.345;;;;;2025-12-05;;'),
        row('', 'Penduduk miskin', 2026, 2, ';;;ya;;2026-06-30;;'),
      ),
    )
    const all = { format, year: null, indicatorId: null }
    const bytes = await services.exportValues(ctx, boss(), all)
    const seen = await look({ name: `nilai.${format}`, bytes })
    expect(told(seen)).toEqual(['same', 'same', 'same', 'same'])
    const one = await services.exportValues(ctx, boss(), { ...all, format: 'csv', year: 2025 })
    expect(new TextDecoder().decode(one).trim().split('\r\n')[1]).toBe(
      '17.06.02.2003,Desa 23,Keluarga miskin,2025,4,12345,,,,sementara,2025-12-05,Dinas Uji,',
    )
  })

  it('reads numbers of a spreadsheet as they are, without what its reckoning left', async () => {
    const { default: write } = await import('write-excel-file/node')
    const head = HEAD.split(';')
    const cell = (value: number | string | null) =>
      value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String }
    const day = { value: new Date('2026-06-30'), type: Date, format: 'yyyy-mm-dd' }
    const bytes = await write(
      [
        head.map(cell),
        [null, cell('Penduduk miskin'), cell(2026), cell(3), cell(0.1 + 0.2), null, null, null, null, day],
        [null, cell('Penduduk miskin'), cell(2026), cell(2), cell(12.525), null, null, null, null, day],
        [null, cell('Stunting'), cell(2026), cell(3), cell((524 / 11083) * 100), null, null, null, null, day],
      ] as unknown as Parameters<typeof write>[0],
      {},
    ).toBuffer()
    const seen = await look({ name: 'nilai.xlsx', bytes: new Uint8Array(bytes) })
    expect(told(seen)).toEqual(['new', 'new', 'E4 amount-decimals'])
    await services.importValues(ctx, boss(), { ...seen, choice: 'benar' })
    const rows = await test.database.sql`select value from indicator_value order by value`
    expect(rows.map(one => one.value)).toEqual(['0.3000', '12.5250'])
  })
})

describe('what is not taken', () => {
  const seen = (text: string) => services.reviewValueFile(ctx, boss(), csv(text))

  it.each([
    ['NIK', { fault: 'person', cell: 'B', column: 'nik' }],
    ['Nama', { fault: 'person', cell: 'B', column: 'nama' }],
    ['No KK', { fault: 'person', cell: 'B', column: 'no_kk' }],
    ['Alamat', { fault: 'person', cell: 'B', column: 'alamat' }],
  ])('[IV1] is a file with a column %s, wherever the rest is right', async (head, refusal) => {
    const text = `indikator;${head};tahun;triwulan;nilai\nStunting;;2026;3;22,2\n`
    const before = await fingerprint(test.database)
    expect(await seen(text)).toEqual({ refusal })
    expect(await fingerprint(test.database)).toBe(before)
  })

  it('[IV1] is a file with sixteen digits in a cell, also of a spreadsheet', async () => {
    const text =
      'indikator;tahun;triwulan;nilai;catatan\nStunting;2026;3;22,2;\nStunting;2026;2;22;17.0601.010190.0001\n'
    expect(await seen(text)).toEqual({ refusal: { fault: 'nik', cell: 'E3', column: 'catatan' } })
    const bytes = await writeXlsx(
      [
        ['indikator', 'tahun', 'triwulan', 'nilai'],
        ['Stunting', '2026', '3', '1706010101900001'],
      ],
      [10, 10, 10, 20],
    )
    expect(await services.reviewValueFile(ctx, boss(), { name: 'a.xlsx', bytes })).toEqual({
      refusal: { fault: 'nik', cell: 'D2', column: 'nilai' },
    })
  })

  it('is what is no table of values, or too long', async () => {
    expect(await fault(seen('apa;saja\n1;2\n'))).toBe('field.impor-head')
    expect(await fault(seen(HEAD))).toBe('field.csv-none')
    expect(await fault(services.reviewValueFile(ctx, boss(), csv('x', 'a.doc')))).toBe('field.table-kind')
    expect(await fault(seen(`${HEAD}\n${';Stunting;2026;3\n'.repeat(20_001)}`))).toBe('field.impor-size')
    const input = { packed: 'bukan', mark: '', choice: 'semua' as const }
    expect(await fault(services.importValues(ctx, boss(), input))).toBe('conflict')
  })
})

/** 9,700 good rows and 300 bad ones among them: sixteen indicators, 150 desa, the triwulan of some years. */
function tenThousand(): { text: string; bad: ReadonlyMap<number, string> } {
  const bad = new Map<number, string>()
  const rows: string[] = []
  for (let n = 0; n < 10_000; n += 1) {
    const at = Math.floor(n / 2_400)
    const village = `17.06.0${1 + (n % 2)}.2${String(1 + (Math.floor(n / 2) % 75)).padStart(3, '0')}`
    const cells = [village, `Banyak ${Math.floor(n / 150) % 16}`, 2021 + at, 1 + (at % 4), n % 997]
    const rest = ';;;;2021-01-01;Uji;'
    if (n % 100 >= 97) {
      const kind = n % 3
      if (kind === 0) cells[0] = '17.06.01.9999'
      if (kind === 1) cells[4] = 'tidak tahu'
      if (kind === 2) cells[3] = 7
      bad.set(n + 2, ['A region', 'E amount-unread', 'D quarter'][kind] ?? '')
    }
    rows.push(`${cells.join(';')};${rest}`)
  }
  return { text: lines(...rows), bad }
}

describe('ten thousand rows with three hundred bad ones', () => {
  const { text, bad } = tenThousand()
  const exact = ({ rows }: services.ValueReview) =>
    new Map(
      rows.flatMap(({ line, verdict, cell, reason }) =>
        verdict === 'wrong' ? [[line, `${cell?.replace(/\d+$/, '')} ${reason}`] as const] : [],
      ),
    )

  it('[IV2] [IV5] have exact verdicts, go in as a whole or as far as they are right, and fast', async () => {
    const began = performance.now()
    const seen = await look(text)
    expect(seen.counts).toEqual({ new: 9_700, changed: 0, same: 0, wrong: 300 })
    expect(exact(seen)).toEqual(bad)
    expect(seen.packed.length).toBeLessThan(400_000)
    const before = await fingerprint(test.database)
    const all = { ...seen, choice: 'semua' as const }
    expect(await fault(services.importValues(ctx, boss(), all))).toBe('field.impor-wrong')
    expect(await fingerprint(test.database)).toBe(before)
    expect(await services.importValues(ctx, boss(), { ...seen, choice: 'benar' })).toBe(9_700)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(await held()).toBe(9_700)
    // The same again is not what was looked at: it holds already.
    expect(await fault(services.importValues(ctx, boss(), { ...seen, choice: 'benar' }))).toBe('conflict')
    expect((await look(text)).counts).toEqual({ new: 0, changed: 0, same: 9_700, wrong: 300 })
  })

  it('[IV5] leave nothing when the process dies on the way, and go in whole afterwards', async () => {
    const { packed, mark } = await look(text)
    const input = { packed, mark, choice: 'benar' as const }
    const before = await fingerprint(test.database)
    const waiting = async () =>
      (
        await test.database.sql`select 1 from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and query ilike '%insert into "audit_entry"%' and state <> 'idle'`
      ).length
    const until = async (holds: () => Promise<boolean>) => {
      for (let asked = 0; !(await holds()); asked += 1) if (asked > 20_000) throw new Error('never so')
    }
    // Only the owner may hold the table of the audit.
    const owner = openDatabase(test.ownerUrl, { max: 1 })
    await owner.sql.begin(async holder => {
      // Its last step waits for us, with every value put in; then the process that works on it is killed.
      await holder`lock table audit_entry in share mode`
      const dying = fileURLToPath(new URL('./test-dying-import.ts', import.meta.url))
      const child = spawn(process.execPath, ['--import', 'tsx', dying], {
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      const ended = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)))
      child.stdin.end(JSON.stringify({ url: test.url, now: TEST_NOW, actor: boss(), input }))
      await until(async () => (await waiting()) === 1)
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
    })
    await owner.close()
    await until(async () => (await waiting()) === 0)
    expect(await held()).toBe(0)
    expect(await fingerprint(test.database)).toBe(before)
    expect(await services.importValues(ctx, boss(), input)).toBe(9_700)
    expect(await held()).toBe(9_700)
  })

  it('are not what was looked at when a value was put in meanwhile', async () => {
    const small = lines(row('', 'Penduduk miskin', 2026, 3, '10;;;;;2026-09-30;;'))
    const seen = await look(small)
    await put(lines(row('', 'Penduduk miskin', 2026, 3, '11;;;;;2026-09-30;;')))
    expect(await fault(services.importValues(ctx, boss(), { ...seen, choice: 'semua' }))).toBe('conflict')
  })
})
