import { putNoticeSetting } from '@mufakat/db'
import type { Actor, Quarter } from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { USUAL_SETTING } from '../notices/own-settings'
import { TestClock } from '../test-organisation'
import { type SasaranWorld, sasaranWorld } from './test-world'

let test: TestDatabase
let world: SasaranWorld
let indicatorId: string
let clock: TestClock
beforeAll(async () => {
  test = await testDatabase()
  world = await sasaranWorld(test)
  indicatorId = await world.indicator({ name: 'Rumah' })
})
afterAll(() => test.close())
beforeEach(async () => {
  clock = new TestClock()
  await test.database.sql`delete from notice`
  await test.database.sql`delete from notice_setting`
  await test.database.sql`update person set email = null, active = true`
})

const ctx = () => ({ ...world.ctx, clock })
const head = (side: 'own' | 'other' = 'own') => world.organisation.actor('kepala_opd', side)
const staff = (side: 'own' | 'other' = 'own') => world.organisation.actor('staf_opd', side)
const boss = (side: 'own' | 'other' = 'own') => world.organisation.actor('sekretariat', side)

/** Each test has a triwulan of its own. */
interface At {
  readonly year: number
  readonly quarter: Quarter
}
const report = (at: At) => ({ opdId: world.organisation.ownOpd, ...at })
const open = (at: At) => services.openReport(ctx(), head(), report(at))

async function fill(at: At, by: Actor, value = 30): Promise<void> {
  const revision = (await open(at)).indicators[0]?.cells[0]?.revision ?? 0
  await services.saveCell(ctx(), by, {
    ...report(at),
    cell: {
      ...{ indicatorId, regionCode: '', value, numerator: null, denominator: null, notAvailable: false },
      ...{ finality: 'final', asOf: null, source: '', revision },
    },
  })
}
/** Sends it, a minute after whatever was before. @returns of which sending it is */
async function send(at: At, by = head()): Promise<Date> {
  clock.forward(60)
  await services.sendReport(ctx(), by, report(at))
  return defined((await open(at)).sentAt, 'sent')
}
const giveBack = (at: At, sentAt: Date, by = boss()) =>
  services.returnReport(ctx(), by, { ...report(at), sentAt, note: 'Periksa penyebut' })
const accept = (at: At, sentAt: Date, by = boss()) =>
  services.acceptReport(ctx(), by, { ...report(at), sentAt })

/** What everybody was told: who, of what. */
const told = async (): Promise<string[]> =>
  (
    await test.database.sql<{ name: string; kind: string }[]>`
      select p.name, n.kind from notice n join person p on p.id = n.person_id order by n.at, p.name, n.kind`
  ).map(({ name, kind }) => `${name}: ${kind.replace('report-', '')}`)
const forget = () => test.database.sql`delete from notice`

const address = ({ personId }: Actor) =>
  test.database.sql`update person set email = ${`${personId}@contoh.go.id`} where id = ${personId}`
const setting = ({ personId }: Actor, changes: Partial<services.NoticeSetting>) =>
  inTransaction(ctx(), tx =>
    putNoticeSetting(tx, { ...USUAL_SETTING, ...changes, personId, now: clock.now() }),
  )
/** Letters to somebody: of which kind, in order. */
const lettersTo = async ({ personId }: Actor): Promise<string[]> =>
  (
    await test.database.sql<{ template: string }[]>`
      select template from mail where recipient = ${`${personId}@contoh.go.id`} order by created_at, id`
  ).map(({ template }) => template)
const HOUR = 3_600

describe('what became of a report', () => {
  it('[KB10] that it was sent is told everybody who checks, and not who sent it', async () => {
    const at = { year: 2024, quarter: 1 } as const
    await fill(at, head())
    await test.database
      .sql`update person set active = false where id = ${world.organisation.actor('admin', 'other').personId}`
    const sentAt = await send(at)
    expect(await told()).toEqual(['admin own: sent', 'sekretariat other: sent', 'sekretariat own: sent'])
    await giveBack(at, sentAt)
    await forget()
    // Whoever checks may fill in for an OPD.
    await send(at, boss())
    expect(await told()).toEqual(['admin own: sent', 'sekretariat other: sent'])
  })

  it('[KB10] that it was returned or accepted is told who filled it in or sent it and who leads the OPD', async () => {
    const at = { year: 2024, quarter: 2 } as const
    await fill(at, staff())
    const first = await send(at)
    await forget()
    await giveBack(at, first)
    expect(await told()).toEqual(['kepala_opd own: returned', 'staf_opd own: returned'])
    await fill(at, boss('other'), 31)
    const second = await send(at, staff())
    await forget()
    clock.forward(60)
    // Whoever is second finds it decided.
    const both = [accept(at, second), accept(at, second, boss('other'))].map(one => world.refusalOf(one))
    expect((await Promise.all(both)).map(String).sort()).toEqual(['conflict,', 'done'])
    const [decided] = await test.database.sql<{ name: string }[]>`
      select p.name from opd_report r join person p on p.id = r.decided_by
      where r.year = ${at.year} and r.quarter = ${at.quarter}`
    // The cell is the work of the other one now; who has accepted is told nothing.
    const writers = ['kepala_opd own', 'sekretariat other', 'staf_opd own']
    expect(await told()).toEqual(
      writers.filter(name => name !== decided?.name).map(name => `${name}: accepted`),
    )
  })

  it('[KB10] is told once for each sending', async () => {
    const at = { year: 2024, quarter: 3 } as const
    await fill(at, head())
    const both = [send(at), send(at, staff())].map(one => world.refusalOf(one))
    expect((await Promise.all(both)).map(String).sort()).toEqual(['conflict,', 'done'])
    const ofBoss = async () => (await told()).filter(one => one.startsWith('sekretariat own'))
    expect(await ofBoss()).toEqual(['sekretariat own: sent'])
    await giveBack(at, defined((await open(at)).sentAt, 'sent'), boss('other'))
    await send(at)
    expect(await ofBoss()).toEqual(['sekretariat own: sent', 'sekretariat own: sent'])
  })

  it('[KB10] waits for none of those who check once one of them has decided', async () => {
    const at = { year: 2023, quarter: 1 } as const
    await fill(at, head())
    const first = await send(at)
    const unread = async () => {
      const people = [boss(), boss('other')].map(({ personId }) => personId)
      const counts = await services.unreadOf(ctx(), people)
      return people.map(id => counts.get(id) ?? 0)
    }
    expect(await unread()).toEqual([1, 1])
    await giveBack(at, first)
    expect(await unread()).toEqual([0, 0])
    const second = await send(at)
    expect(await unread()).toEqual([1, 1])
    await accept(at, second, boss('other'))
    expect(await unread()).toEqual([0, 0])
  })

  it('[KB10] is told nobody who may not read it any more', async () => {
    const at = { year: 2024, quarter: 4 } as const
    await fill(at, staff())
    const sentAt = await send(at)
    const { sql } = test.database
    await sql`update jabatan_holding set until_date = '2026-11-01' where person_id = ${staff().personId}`
    await forget()
    await giveBack(at, sentAt)
    expect(await told()).toEqual(['kepala_opd own: returned'])
    await sql`update jabatan_holding set until_date = null where person_id = ${staff().personId}`
  })

  it('[KB10] stands in the inbox by OPD and triwulan, and leads to the report, for who may read it', async () => {
    const at = { year: 2025, quarter: 1 } as const
    await fill(at, head())
    await giveBack(at, await send(at))
    const { groups } = await services.readInbox(ctx(), head(), 1)
    const { id } = await open(at)
    const link = `/target/laporan?id=${id}`
    expect(groups).toMatchObject([
      {
        ...{ about: { kind: 'report', id }, title: 'Dinas Sendiri', triwulan: at, link, rapatId: null },
        notices: [{ kind: 'report-returned', people: ['sekretariat own'], link, isRead: false }],
      },
    ])
    await test.database.sql`update notice set person_id = ${head('other').personId}
      where person_id = ${head().personId}`
    expect((await services.readInbox(ctx(), head('other'), 1)).groups).toMatchObject([
      { title: null, triwulan: null, link: null },
    ])
    expect(await services.markRead(ctx(), head('other'), { which: 'all', seenUntil: clock.now() })).toBe(1)
  })
})

describe('letters of it', () => {
  it('[KB7] come to who checks as they chose', async () => {
    const at = { year: 2025, quarter: 2 } as const
    for (const one of [boss(), boss('other')]) await address(one)
    await setting(boss('other'), { mail: 'instant' })
    await fill(at, head())
    await send(at)
    clock.forward(301)
    await services.mailNotices(ctx())
    expect([await lettersTo(boss()), await lettersTo(boss('other'))]).toEqual([[], ['notices']])
    const [letter] = await test.database.sql<{ groups: object[] }[]>`
      select data->'groups' as groups from mail where recipient = ${`${boss('other').personId}@contoh.go.id`}`
    expect(letter?.groups).toMatchObject([
      { title: 'Dinas Sendiri', triwulan: at, lines: [{ kind: 'report-sent', people: ['kepala_opd own'] }] },
    ])
    clock.forward(21 * HOUR)
    await services.mailNotices(ctx())
    await services.mailNotices(ctx())
    expect([await lettersTo(boss()), await lettersTo(boss('other'))]).toEqual([['notices'], ['notices']])
  })

  it('[KB11] one that is returned has its letter at once with the note, and is in no other', async () => {
    const at = { year: 2025, quarter: 3 } as const
    for (const one of [head(), staff()]) await address(one)
    await setting(staff(), { mail: 'none' })
    await fill(at, staff())
    await giveBack(at, await send(at))
    expect([await lettersTo(head()), await lettersTo(staff())]).toEqual([['report-returned'], []])
    clock.forward(21 * HOUR)
    await services.mailNotices(ctx())
    expect([await lettersTo(head()), await lettersTo(staff())]).toEqual([['report-returned'], []])
    expect((await services.unreadOf(ctx(), [head().personId])).get(head().personId)).toBe(1)
  })

  it('[KB11] in quiet hours it waits, and goes the way of all others', async () => {
    const at = { year: 2025, quarter: 4 } as const
    await test.database.sql`delete from mail`
    await address(head())
    await fill(at, head())
    const sentAt = await send(at)
    clock.forward(11 * HOUR)
    await giveBack(at, sentAt)
    await services.mailNotices(ctx())
    expect(await lettersTo(head())).toEqual([])
    clock.forward(10 * HOUR)
    await services.mailNotices(ctx())
    expect(await lettersTo(head())).toEqual(['notices'])
  })
})
