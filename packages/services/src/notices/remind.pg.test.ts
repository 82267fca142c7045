import { writeSetting } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { NoticeWorld } from './test-world'

let test: TestDatabase
let world: NoticeWorld
beforeAll(async () => {
  test = await testDatabase()
  world = await NoticeWorld.open(test)
})
afterAll(() => test.close())
beforeEach(() => world.clear())

const DAY = 24 * 3_600
/** The world's first day is 24 November 2026. */
const goTo = (day: number): void => world.clock.forward((day - dayNow()) * DAY)
const dayNow = (): number =>
  Math.round((world.clock.now().getTime() - Date.parse('2026-11-24T03:00:00Z')) / 86_400_000)
/** Without what was told of the card being added. */
const said = async (actor = world.head()) =>
  (await world.told(actor)).map(({ kind }) => kind).filter(kind => kind !== 'changes')

describe('what the clock says of a tenggat', () => {
  it('[KB4] [KB5] comes in turn to the owner, the head and the sekretariat, each once', async () => {
    const cardId = await world.card('2026-12-04')
    await world.test.database.sql`update card set jabatan = 'Jabatan staf_opd' where id = ${cardId}`
    const boss = world.organisation.actor('sekretariat', 'other')
    const days: Record<number, [string[], string[], string[]]> = {
      2: [[], [], []],
      3: [['due-week'], [], []],
      9: [['due-week', 'due-day'], [], []],
      11: [['due-week', 'due-day', 'late'], [], []],
      13: [['due-week', 'due-day', 'late'], ['late-head'], []],
      17: [['due-week', 'due-day', 'late'], ['late-head'], ['late-sekretariat']],
      40: [['due-week', 'due-day', 'late'], ['late-head'], ['late-sekretariat']],
    }
    for (const [day, expected] of Object.entries(days)) {
      goTo(Number(day))
      await world.remind()
      await world.remind()
      expect([day, await said(world.staff()), await said(), await said(boss)]).toEqual([day, ...expected])
    }
    expect(await said(world.head('other'))).toEqual([])
  })

  it('[KB4] says nothing twice while the clock jumps a day to and fro', async () => {
    for (const due of ['2026-11-26', '2026-11-25', '2026-11-24', '2026-11-23', '2026-11-21', '2026-11-17'])
      await world.card(due)
    for (const day of [0, 1, 0, -1, 0, 1, 2, 1, 0, -1, 1, 0, 2]) {
      goTo(day)
      await Promise.all([world.remind(), world.remind()])
    }
    const rows = await world.test.database.sql`
      select person_id, card_id, kind, count(*)::int as n from notice group by 1, 2, 3 having count(*) > 1`
    expect(rows).toEqual([])
    const events = await world.test.database
      .sql`select event from notice where person_id = ${world.head().personId}`
    expect(events.length).toBeGreaterThan(10)
  })

  it('[KB4] begins anew with a tenggat that was postponed, and ends with the card', async () => {
    const cardId = await world.card('2026-11-25')
    await world.remind()
    await world.test.database.sql`update card set due = '2026-12-10' where id = ${cardId}`
    goTo(15)
    await world.remind()
    expect(await said()).toEqual(['due-day', 'due-day'])
    goTo(17)
    await world.test.database
      .sql`update card set status = 'selesai', finished_at = now() where id = ${cardId}`
    await world.remind()
    expect(await said()).toEqual(['due-day', 'due-day'])
  })

  it('[KB4] waits for somebody whom it concerns, and makes up for what was missed', async () => {
    await world.card('2026-11-25')
    const { sql } = world.test.database
    await sql`update jabatan set is_head = false`
    await world.remind()
    expect(await sql`select 1 from card_reminder`).toEqual([])
    await sql`update jabatan set is_head = true where name = 'Jabatan kepala_opd'`
    await world.remind()
    expect(await said()).toEqual(['due-day'])
    goTo(30)
    await world.remind()
    expect(await said()).toEqual(['due-day', 'late', 'late-head'])
  })

  it('[KB5] counts the days that are set', async () => {
    await world.card('2026-11-20')
    await writeSetting(world.test.database.db, {
      key: 'reminders',
      value: { headDays: 4, sekretariatDays: 5 },
      now: world.clock.now(),
    })
    await world.remind()
    expect(await said()).toEqual(['late', 'late-head'])
    expect(await said(world.boss())).toEqual([])
    await world.test.database.sql`delete from setting where key = 'reminders'`
    const refused = services.SETTINGS.reminders.schema.safeParse({ headDays: 8, sekretariatDays: 7 })
    expect(refused.error?.issues).toMatchObject([{ path: ['sekretariatDays'], message: 'field.after-head' }])
  })

  it('[KB6] passes a mute only by office', async () => {
    const cardId = await world.card('2026-11-20')
    await services.followCard(world.ctx, world.head(), { cardId, following: 'bisu' })
    await world.remind()
    expect(await said()).toEqual(['late-head'])
  })

  it('reads many cards in bounded rounds', async () => {
    const { ownOpd } = world.organisation
    await world.card('2026-11-25')
    await world.test.database.sql`
      insert into card (id, title, owner_opd_id, due, rank, revision, created_by, created_at, updated_at)
      select gen_random_uuid(), 'Kartu', ${ownOpd}, '2026-11-25', 'z' || lpad(n::text, 4, '0'), 1,
        ${world.boss().personId}, now(), now() from generate_series(1, 250) n`
    await world.remind()
    expect(await said()).toHaveLength(251)
    expect(newId()).toBeTruthy()
  })
})
