import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { fingerprint, type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { pastedDay, pastedStrategy } from './paste-cells'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let own: string
let other: string
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  const opd = await services.listOpd(ctx, boss())
  const nameOf = (id: string) => opd.find(one => one.id === id)?.shortName ?? ''
  own = nameOf(organisation.ownOpd)
  other = nameOf(organisation.otherOpd)
})
afterAll(() => test.close())
beforeEach(async () => {
  // The role of the apps may not take away what happened.
  const owner = openDatabase(test.ownerUrl, { max: 1 })
  for (const table of ['card_paste', 'card_activity', 'card_command', 'card', 'rate_bucket'])
    await owner.sql`delete from ${owner.sql(table)}`
  await owner.close()
})

const boss = () => organisation.actor('sekretariat')
const HEAD = 'Judul\tOPD\tJabatan\tTenggat\tPrioritas\tStrategi\tStatus'
const read = (text: string, actor = boss()) => services.readPaste(ctx, actor, { text, hasHead: true })
const cardCount = async (): Promise<number> =>
  (await test.database.sql<{ n: number }[]>`select count(*)::int as n from card`)[0]?.n ?? -1

async function put(text: string, actor = boss()): Promise<services.PasteDone> {
  const input = await read(text, actor)
  const { mark } = await services.reviewPaste(ctx, actor, input)
  return services.importPaste(ctx, actor, { ...input, mark })
}
const DYING = fileURLToPath(new URL('./test-dying-paste.ts', import.meta.url))

/** Who waits to write that a table has gone in, or has not ended yet. */
const waiting = async (): Promise<number> =>
  (
    await test.database.sql`select 1 from pg_stat_activity where datname = current_database()
      and pid <> pg_backend_pid() and query ilike 'insert into "card_paste"%' and state <> 'idle'`
  ).length

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let asked = 0; !(await holds()); asked += 1) if (asked > 20_000) throw new Error('never so')
}

/** As many rows as asked for, the last of them for an OPD that is none. */
const rows = (good: number, bad: number): string =>
  [
    HEAD,
    ...Array.from({ length: good }, (_, n) => `Baris ${n}\t${own}\t\t31/12/2026\ttinggi\ta\tberjalan`),
    ...Array.from({ length: bad }, (_, n) => `Salah ${n}\tTidak Ada\t\t\t\t\t`),
  ].join('\n')

describe('cells that are pasted', () => {
  it('are days in figures and in words', () => {
    const days = ['31/12/2026', '1-2-2026', '01.02.2026', '2026-02-01', '5 Agustus 2026', 'Rabu, 5 Ags 2026']
    expect(days.map(pastedDay)).toEqual([
      ...['2026-12-31', '2026-02-01', '2026-02-01', '2026-02-01', '2026-08-05', '2026-08-05'],
    ])
    expect(['31/02/2026', '12/31/2026', 'besok', '31 Foo 2026', '46022'].map(pastedDay)).toEqual([
      ...[null, null, null, null, null],
    ])
    expect(['a', 'Strategi B', 'C: kantong'].map(pastedStrategy)).toEqual(['a', 'b', 'c'])
    expect(() => pastedStrategy('apa saja')).toThrow()
  })
})

describe('a table that is pasted', () => {
  it('[PV6] is judged row by row, with the reason and its column', async () => {
    const text = [
      HEAD,
      `Menyusun data\t${own}\tKepala Bidang\t31 Desember 2026\tTinggi\tA\tBelum dimulai`,
      `"Dua\nbaris"\t${own}\t\t2026-12-01\t\t\t`,
      `Pipa 5" utama\t${own}\t\t\t\t\t`,
      `\t${own}\t\t\t\t\t`,
      'Tanpa OPD\t\t\t\t\t\t',
      `Tanggal\t${own}\t\t31/02/2026\t\t\t`,
      `Prioritas\t${own}\t\t\tpenting\t\t`,
      `Strategi\t${own}\t\t\t\td\t`,
      `Status\t${own}\t\t\t\t\tmungkin`,
      `Selesai\t${own}\t\t\t\t\tselesai`,
      `NIK 1706010101900001\t${own}\t\t\t\t\t`,
      `menyusun DATA\t${own}\tKepala Bidang\t31/12/2026\t\t\t`,
      `${'x'.repeat(501)}\t${own}\t\t\t\t\t`,
    ].join('\n')
    const input = await read(text)
    expect(input.columns).toEqual(['title', 'opd', 'jabatan', 'due', 'priority', 'strategy', 'status'])
    const before = await fingerprint(test.database)
    const review = await services.reviewPaste(ctx, boss(), input)
    expect(await fingerprint(test.database)).toBe(before)
    expect(review.good).toBe(3)
    expect(review.rows.filter(row => row.reason !== null).map(row => [row.column, row.reason])).toEqual([
      ['title', 'required'],
      ['opd', 'required'],
      ['due', 'date'],
      ['priority', 'priority'],
      ['strategy', 'strategy'],
      ['status', 'status'],
      ['status', 'status-closed'],
      ['title', 'nik'],
      ['title', 'twice'],
      ['title', 'too-long'],
    ])
    expect(await put(text)).toMatchObject({ added: 3, isAgain: false })
    const { cards } = await services.readBoard(ctx, boss())
    expect(
      cards.map(({ title, jabatan, due, priority, strategy, status }) => [
        ...[title, jabatan, due, priority, strategy, status],
      ]),
    ).toEqual([
      ['Menyusun data', 'Kepala Bidang', '2026-12-31', 'tinggi', 'a', 'belum'],
      ['Dua baris', null, '2026-12-01', null, null, 'belum'],
      ['Pipa 5" utama', null, null, null, null, 'belum'],
    ])
  })

  it('[PV6] goes in as far as it fits: 1,000 rows with 50 bad ones are 950 cards, each told once', async () => {
    const done = await put(rows(950, 50))
    expect(done).toMatchObject({ added: 950, isAgain: false })
    expect(done.wrong).toHaveLength(50)
    expect(done.wrong[0]).toEqual({ line: 952, label: 'Salah 0', column: 'opd', reason: 'opd' })
    expect(await cardCount()).toBe(950)
    const { revision, cards } = await services.readBoard(ctx, boss())
    expect(cards.map(card => card.title)).toEqual(Array.from({ length: 950 }, (_, n) => `Baris ${n}`))
    expect(cards.at(-1)?.revision).toBe(revision)
    const told = await test.database.sql<{ n: number; kinds: string[] }[]>`
      select count(distinct card_id)::int as n, array_agg(distinct kind) as kinds from card_activity`
    expect(told[0]).toEqual({ n: 950, kinds: ['added'] })
  })

  it('[PV6] goes in once, however often and at the same time it is sent', async () => {
    const input = await read(rows(20, 2))
    const { mark } = await services.reviewPaste(ctx, boss(), input)
    const send = () => services.importPaste(ctx, boss(), { ...input, mark })
    const answers = await Promise.all([send(), send(), send()])
    expect(answers.map(answer => answer.added)).toEqual([20, 20, 20])
    expect(answers.filter(answer => answer.isAgain)).toHaveLength(2)
    expect(await put(rows(20, 2))).toMatchObject({ added: 20, isAgain: true })
    expect(await cardCount()).toBe(20)
  })

  it('[PV6] leaves nothing when it dies on the way, and goes in whole when it is sent again', async () => {
    const input = await read(rows(950, 50))
    const { mark } = await services.reviewPaste(ctx, boss(), input)
    const send = () => services.importPaste(ctx, boss(), { ...input, mark })
    const before = await fingerprint(test.database)
    await test.database.sql.begin(async holder => {
      // Its last step waits for us; then the process that works on it is killed.
      await holder`lock table card_paste in share mode`
      const child = spawn(process.execPath, ['--import', 'tsx', DYING], {
        stdio: ['pipe', 'ignore', 'ignore'],
      })
      const ended = new Promise(resolve => child.once('exit', (_code, signal) => resolve(signal)))
      const told = { url: test.url, now: TEST_NOW, actor: boss(), input: { ...input, mark } }
      child.stdin.end(JSON.stringify(told))
      await until(async () => (await waiting()) === 1)
      child.kill('SIGKILL')
      expect(await ended).toBe('SIGKILL')
    })
    await until(async () => (await waiting()) === 0)
    expect(await cardCount()).toBe(0)
    expect(await fingerprint(test.database)).toBe(before)
    expect(await send()).toMatchObject({ added: 950, isAgain: false })
    expect(await cardCount()).toBe(950)
  })

  it('[PP8] is for the own OPD alone, where one adds for no other', async () => {
    const head = organisation.actor('kepala_opd')
    const done = await put(`${HEAD}\nSendiri\t${own}\nLain\t${other}`, head)
    expect(done).toMatchObject({ added: 1, wrong: [{ column: 'opd', reason: 'opd-forbidden' }] })
  })

  it('is refused as a whole with NIK, with no title, too large, or changed since', async () => {
    const faultOf = (done: Promise<unknown>) =>
      done.then(
        () => null,
        error => error.fields?.text ?? error.code,
      )
    const nik = `Judul\tOPD\tNo. NIK\nA\t${own}\t1706010101900001`
    expect(await faultOf(put(nik))).toBe('field.paste-nik')
    expect(await faultOf(put(nik.replace('No. NIK', 'Ket')))).toBe('field.paste-nik')
    expect(await faultOf(put(`Apa\tOPD\nA\t${own}`))).toBe('field.paste-columns')
    expect(await faultOf(read('Judul\tOPD'))).toBe('field.paste-empty')
    expect(await faultOf(read(rows(2_001, 0)))).toBe('field.paste-size')
    const input = await read(rows(1, 0))
    expect(await faultOf(services.importPaste(ctx, boss(), { ...input, mark: newId() }))).toBe('conflict')
    expect(await cardCount()).toBe(0)
  })
})
