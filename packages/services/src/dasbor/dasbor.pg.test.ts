import { listWorkTallies, updateRapatRow } from '@mufakat/db'
import {
  byOpd,
  TINDAK_LANJUT_STATUSES,
  type Triwulan,
  talliesOf,
  workFigures,
  workSpan,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let ratified: string
let draft: string
const AT: Triwulan = { year: 2026, quarter: 4 }
const TODAY = '2026-11-24'

/** As good as chance, and the same each time. */
function chanceOf(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const dayAt = (days: number): string =>
  new Date(Date.parse(`${TODAY}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
/** An hour of a day in WIB, at which the calendar elsewhere shows another day. */
const hourOf = (day: string): string => `${day}T01:30:00+07:00`

interface Made {
  isDraft: boolean
  status: (typeof TINDAK_LANJUT_STATUSES)[number]
  due: string | null
  addedOn: string
  finishedOn: string | null
  opdId: string | null
  isProven: boolean
  postponed: number
}

async function makeCard(card: Made, n: number): Promise<string> {
  const { sql } = test.database
  const person = organisation.actor('sekretariat').personId
  const id = newId()
  const rapatId = card.isDraft ? draft : n % 2 === 0 ? ratified : null
  const lineId = rapatId === null ? null : `l${n}`
  if (rapatId !== null)
    await sql`insert into tindak_lanjut (rapat_id, position, line_id, item_id, text)
      values (${rapatId}, ${n}, ${lineId}, 'i', 'Menyusun daftar')`
  await sql`insert into card (id, rapat_id, line_id, title, owner_opd_id, due, status, finished_at, rank, revision,
      created_by, created_at, updated_at)
    values (${id}, ${rapatId}, ${lineId}, ${`Kartu ${n}`}, ${card.opdId}, ${card.due}, ${card.status},
      ${card.finishedOn === null ? null : hourOf(card.finishedOn)}, ${`d${String(n).padStart(4, '0')}`}, 1,
      ${rapatId === null ? person : null}, ${hourOf(card.addedOn)}, now())`
  if (card.isProven)
    await sql`insert into card_evidence (id, card_id, title, url, added_by, added_at, state, decided_by, decided_at)
      values (${newId()}, ${id}, 'Foto', 'https://contoh.test', ${person}, now(), 'diterima', ${person}, now())`
  for (let i = 0; i < card.postponed; i += 1)
    await sql`insert into card_postponement (id, card_id, from_date, to_date, reason, by, at)
      values (${newId()}, ${id}, ${dayAt(i)}, ${dayAt(i + 1)}, 'Hujan', ${person}, ${hourOf(dayAt(-200))})`
  return id
}

const made: Made[] = []

beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  ratified = await makeRapat(ctx, organisation, { date: '2026-10-06', title: 'Rakor triwulan III' })
  draft = await makeRapat(ctx, organisation, { title: 'Rakor triwulan IV' })
  const chance = chanceOf(7)
  for (let n = 0; n < 240; n += 1) {
    const status = TINDAK_LANJUT_STATUSES[chance(5)] ?? 'belum'
    const addedOn = dayAt(-chance(300))
    const finishedOn = status === 'selesai' ? dayAt(-chance(200)) : null
    const card: Made = {
      isDraft: n % 9 === 0,
      status,
      due: chance(6) === 0 ? null : dayAt(chance(240) - 180),
      addedOn: finishedOn !== null && finishedOn < addedOn ? finishedOn : addedOn,
      finishedOn,
      opdId: [organisation.ownOpd, organisation.otherOpd, null][chance(3)] ?? null,
      isProven: chance(3) === 0,
      postponed: chance(3),
    }
    made.push(card)
    await makeCard(card, n)
  }
  await inTransaction(ctx, tx => updateRapatRow(tx, ratified, { notulaState: 'disahkan', status: 'selesai' }))
}, 120_000)
afterAll(() => test.close())

const boss = () => organisation.actor('pimpinan')
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    error => (error instanceof AppError ? error.code : error),
  )

describe('the work of each OPD', () => {
  it('[DS1] [DS2] [DS3] is counted by the database as by the rules, in every triwulan', async () => {
    for (const at of [1, 2, 3, 4].map(quarter => ({ year: 2026, quarter }) as Triwulan)) {
      const span = workSpan(at, TODAY)
      const counted = await listWorkTallies(test.database.db, { span, zone: 'WIB', opdIds: null })
      const byRule = byOpd([], talliesOf(made, span))
      const byDatabase = byOpd([], counted)
      expect([...byDatabase.keys()].sort()).toEqual([...byRule.keys()].sort())
      for (const [id, tallies] of byRule)
        expect(workFigures(byDatabase.get(id) ?? [])).toEqual(workFigures(tallies))
    }
  })

  it('tells all of it, who is late with most first, and lists the work behind the figures', async () => {
    const dashboard = await services.readDashboard(ctx, boss(), { at: AT })
    const late = dashboard.opd.map(({ figures }) => figures.late)
    expect(late).toEqual([...late].sort((a, b) => b - a))
    const own = await services.readOpdDashboard(ctx, boss(), { at: AT, id: organisation.ownOpd })
    const told = dashboard.opd.find(({ opd }) => opd?.id === organisation.ownOpd)
    expect(own.figures).toEqual(told?.figures)
    const inState = (state: string) => own.work.filter(one => one.state === state).length
    expect(inState('terlambat')).toBe(own.figures.late)
    expect(inState('tepat') + inState('lewat')).toBe(own.figures.finished)
    expect(own.work.length).toBe(own.figures.total)
    const decided = own.work.find(one => one.state === 'terlambat' && one.from !== null)
    expect(decided?.from).toMatchObject({ rapatId: ratified, title: 'Rakor triwulan III' })
    expect(own.work.every(({ from }) => from?.rapatId !== draft)).toBe(true)
  })

  it('[P27] is for pimpinan, sekretariat and admin; an OPD sees its own page', async () => {
    const head = organisation.actor('kepala_opd')
    const page = (id: string) => services.readOpdDashboard(ctx, head, { at: AT, id })
    expect(await codeOf(services.readDashboard(ctx, head, { at: AT }))).toBe('forbidden')
    expect(await codeOf(page(organisation.otherOpd))).toBe('forbidden')
    expect(await codeOf(page(newId()))).toBe('forbidden')
    expect(await page(organisation.ownOpd)).toMatchObject({ mayReadAll: false })
    expect(await codeOf(services.readOpdDashboard(ctx, boss(), { at: AT, id: newId() }))).toBe('not-found')
  })
})

describe('what happened since the last rapat, and what waits', () => {
  it('counts from its day and hour on', async () => {
    const { since, decisions } = await services.readDashboard(ctx, boss(), { at: AT })
    const counts = made.filter(card => !card.isDraft && card.status !== 'dibatalkan')
    expect(since?.last).toMatchObject({ title: 'Rakor triwulan III', date: '2026-10-06' })
    expect(since).toMatchObject({
      // It began at 09.00, after what was done in that night.
      finished: counts.filter(({ finishedOn }) => finishedOn !== null && finishedOn > '2026-10-06').length,
      added: counts.filter(({ addedOn }) => addedOn > '2026-10-06').length,
      becameLate: counts.filter(
        ({ status, due }) => status !== 'selesai' && due !== null && due >= '2026-10-06' && due < TODAY,
      ).length,
      postponed: 0,
    })
    expect(decisions.toVerify.count).toBe(
      counts.filter(({ status }) => status === 'menunggu_verifikasi').length,
    )
    expect(decisions.escalated).toEqual({
      days: 7,
      count: counts.filter(({ status, due }) => status !== 'selesai' && due !== null && due < dayAt(-7))
        .length,
    })
  })

  it('names the notula that wait for their pimpinan rapat alone', async () => {
    const chairId = boss().personId
    await inTransaction(ctx, tx => updateRapatRow(tx, draft, { notulaState: 'diajukan', chairId }))
    const notulaFor = async (actor: ReturnType<typeof boss>) =>
      (await services.readDashboard(ctx, actor, { at: AT })).decisions.notula.map(({ id }) => id)
    expect(await notulaFor(boss())).toEqual([draft])
    expect(await notulaFor(organisation.actor('pimpinan', 'other'))).toEqual([])
    expect(await notulaFor(organisation.actor('sekretariat'))).toEqual([draft])
  })
})

describe('indicators', () => {
  const ids = { ratio: newId(), stock: newId() }
  const villages = ['17.06.01.2001', '17.06.01.2002', '17.06.02.2001']

  const value = (id: string, more: Record<string, unknown>) => test.database.sql`
    insert into indicator_value ${test.database.sql({
      ...{ id: newId(), indicator_id: id, region_code: '', year: 2026, quarter: 1, finality: 'final' },
      ...{ source: 'Dinkes', definition_version: 1, as_of: '2026-03-31', value: null, not_available: false },
      ...{ created_by: boss().personId, created_at: '2026-04-10T00:00:00Z' },
      ...{ verified_by: boss().personId, verified_at: '2026-04-10T00:00:00Z' },
      ...more,
    })}`

  beforeAll(async () => {
    const { sql } = test.database
    const by = boss().personId
    const programme = newId()
    const at = { created_by: by, created_at: '2026-01-01', updated_at: '2026-01-01' }
    for (const [code, name] of [
      ['17.06.01', 'Lubuk Pinang'],
      ['17.06.02', 'Kota Mukomuko'],
    ])
      await sql`insert into district ${sql({ code, regency_code: '17.06', name })}`
    for (const code of villages)
      await sql`insert into village ${sql({ code, district_code: code.slice(0, 8), name: `Desa ${code}`, kind: 'desa' })}`
    await sql`insert into programme ${sql({
      ...{ id: programme, name: 'Stunting', strategy: 'a', owner_opd_id: organisation.ownOpd, position: 1 },
      ...at,
    })}`
    const common = {
      ...{ programme_id: programme, unit: '%', decimals: 2, direction: 'turun', accumulation: 'terakhir' },
      ...{ frequency: 'triwulan', source: 'Dinkes', owner_opd_id: organisation.ownOpd, ...at },
    }
    await sql`insert into indicator ${sql({
      ...common,
      ...{ id: ids.ratio, name: 'Stunting', level: 'desa', roll_up: 'rasio', factor: 100, position: 1 },
      ...{ baseline: 5.7, baseline_date: '2022-12-31' },
    })}`
    await sql`insert into indicator ${sql({
      ...common,
      ...{ id: ids.stock, name: 'Kemiskinan ekstrem', level: 'kabupaten', roll_up: 'tidak', position: 2 },
      ...{ baseline: 3.17, baseline_date: '2023-12-31' },
    })}`
    const target = (indicator_id: string, quarter: number, target_value: number) => sql`
      insert into indicator_target ${sql({
        ...{ id: newId(), indicator_id, region_code: '', year: 2026, quarter, value: target_value },
        ...{ set_by: by, set_at: '2026-01-01' },
      })}`
    await target(ids.stock, 0, 0)
    await target(ids.ratio, 1, 5)
    await target(ids.ratio, 2, 4)
    await value(ids.ratio, { region_code: villages[0], value: 4, numerator: 4, denominator: 100 })
    await value(ids.ratio, { region_code: villages[1], value: 10, numerator: 3, denominator: 30 })
    await value(ids.stock, { value: 0.7, quarter: 1 })
    await value(ids.stock, {
      value: 0.7,
      quarter: 3,
      as_of: '2026-09-30',
      created_at: '2026-10-20T00:00:00Z',
    })
  })

  const read = async () => (await services.readDashboard(ctx, boss(), { at: AT })).indicators
  const one = async (id: string) => {
    const found = (await read()).find(indicator => indicator.id === id)
    if (found === undefined) throw new Error('not shown')
    return found
  }

  it('[SA7] puts numbers of desa together from numerators and denominators, and says how many are missing', async () => {
    const ratio = await one(ids.ratio)
    expect(ratio.standing).toMatchObject({ value: 5.3846, target: 5, at: { year: 2026, quarter: 1 } })
    expect(ratio).toMatchObject({ of: 3, given: 2, finality: 'final' })
    // Nothing was said since: gaps, not zeros.
    expect(ratio.points.map(({ number }) => number)).toEqual([5.3846, null, null, null])
    expect(ratio.points.map(({ target }) => target)).toEqual([5, 4, null, null])
  })

  it('tells what was said last, however long ago, and draws it', async () => {
    await value(ids.stock, { value: 3.17, year: 2023, quarter: 4, as_of: '2023-12-31' })
    const { indicators } = await services.readDashboard(ctx, boss(), { at: { year: 2025, quarter: 4 } })
    const old = indicators.find(({ id }) => id === ids.stock)
    expect(old?.standing).toMatchObject({ value: 3.17, at: { year: 2023, quarter: 4 } })
    expect(old?.points.map(({ number }) => number)).toEqual([3.17, ...Array(8).fill(null)])
  })

  it('[DS8] asks of the one that shall come to 0, and how far on the way it is', async () => {
    const { zero, since } = await services.readDashboard(ctx, boss(), { at: AT })
    expect(zero?.name).toBe('Kemiskinan ekstrem')
    expect(zero?.way).toMatchObject({ target: 0, by: '2026-12-31', isOn: false })
    expect(zero?.way?.share).toBeCloseTo(0.779, 3)
    expect(since?.indicators.map(({ name }) => name)).toEqual(['Kemiskinan ekstrem'])
  })

  it('[DS9] [DS10] calls out what is done and has not moved; drafts do not count', async () => {
    const { sql } = test.database
    const card = { status: 'selesai', due: null, addedOn: '2026-05-01', finishedOn: '2026-06-10' } as const
    const more = { opdId: null, isProven: true, postponed: 0 }
    const contribute = (card_id: string) =>
      sql`insert into card_contribution ${sql({
        ...{ card_id, indicator_id: ids.stock, added_by: boss().personId, added_at: '2026-05-01' },
      })}`
    expect((await one(ids.stock)).isDoneNotMoved).toBe(false)
    await contribute(await makeCard({ ...card, ...more, isDraft: false }, 901))
    expect(await one(ids.stock)).toMatchObject({
      ...{ isDoneNotMoved: true, movedAlone: null },
      feed: { count: 1, open: 0, lastFinishedOn: '2026-06-10' },
    })
    const late = { ...card, ...more, status: 'berjalan', finishedOn: null, due: '2026-10-01' } as const
    await contribute(await makeCard({ ...late, isDraft: false }, 903))
    expect((await one(ids.stock)).isDoneNotMoved).toBe(false)
    const page = await services.readIndicatorDashboard(ctx, boss(), { at: AT, id: ids.stock })
    expect(page.work.map(({ state }) => state)).toEqual(['terlambat', 'tepat'])
    expect(page.villages).toBeNull()
  })

  it('shows kecamatan beside each other, and each desa once', async () => {
    const page = await services.readIndicatorDashboard(ctx, boss(), { at: AT, id: ids.ratio })
    expect(
      page.districts.map(({ name, trend }) => [name, trend.standing.value, trend.given, trend.of]),
    ).toEqual([
      ['Lubuk Pinang', 5.3846, 2, 2],
      ['Kota Mukomuko', null, 0, 1],
    ])
    expect(page.villages?.numbers.map(({ number }) => number)).toEqual([4, 10, null])
    const { map } = await services.readDashboard(ctx, boss(), { at: AT })
    expect(map?.indicator.id).toBe(ids.ratio)
    expect(await codeOf(services.readIndicatorDashboard(ctx, boss(), { at: AT, id: newId() }))).toBe(
      'not-found',
    )
  })

  it('has another mark once a value came in, or a card was moved', async () => {
    const first = await services.dashboardMark(ctx, boss())
    expect(await services.dashboardMark(ctx, boss())).toBe(first)
    await value(ids.stock, {
      value: 0.6,
      quarter: 4,
      as_of: '2026-11-20',
      created_at: '2026-11-24T00:00:00Z',
    })
    const second = await services.dashboardMark(ctx, boss())
    expect(second).not.toBe(first)
    await services.addCard(ctx, organisation.actor('sekretariat'), {
      ...{ commandId: newId(), title: 'Baru', ownerOpdId: organisation.ownOpd, due: null, priority: null },
      ...{ strategy: null, status: 'belum', place: { end: 'last' } },
    })
    expect(await services.dashboardMark(ctx, boss())).not.toBe(second)
  })
})
