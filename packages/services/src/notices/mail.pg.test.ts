import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { NoticeWorld } from './test-world'

let test: TestDatabase
let world: NoticeWorld
beforeAll(async () => {
  test = await testDatabase()
  world = await NoticeWorld.open(test)
})
afterAll(() => test.close())
beforeEach(async () => {
  await world.clear()
  await world.address(world.head())
})

const HOUR = 3_600
/** The world begins at 10.00 WIB on Tuesday, 24 November 2026. */
const goTo = (day: number, hour: number): void => {
  const wanted = Date.parse('2026-11-24T00:00:00+07:00') + (day * 24 + hour) * HOUR * 1_000
  world.clock.forward((wanted - world.clock.now().getTime()) / 1_000)
}
const events = async () =>
  (await world.letters()).map(({ event }) => event.replace(world.head().personId, 'head'))
const happen = async (): Promise<string> => {
  const cardId = await world.card()
  await world.gather()
  return cardId
}

describe('letters of what people were told', () => {
  it('[KB7] are one a day at the hour, with what was not read, by card', async () => {
    const first = await happen()
    await world.mail()
    expect(await events()).toEqual([])
    await world.move(world.boss(), first)
    world.clock.forward(60)
    await world.card(null, world.boss(), 'Yang kedua')
    await world.gather()
    goTo(1, 7)
    await world.mail()
    await world.mail()
    expect(await events()).toEqual(['digest:head:2026-11-25'])
    const [letter] = await world.letters()
    expect(letter?.data.groups.map(({ title, lines }) => [title, lines.length])).toEqual([
      ['Yang kedua', 1],
      ['Menyusun daftar', 1],
    ])
    // What came after its hour is for the next day; what was read meanwhile for no letter.
    goTo(1, 9)
    await world.move(world.boss(), first, 'belum')
    await world.gather()
    await world.mail()
    expect(await events()).toHaveLength(1)
    await world.read(world.head())
    goTo(2, 7)
    await world.mail()
    expect(await events()).toHaveLength(1)
  })

  it('[KB7] are written once while the clock jumps a day to and fro', async () => {
    const cardId = await happen()
    for (const [n, [day, hour]] of [
      [1, 8],
      [2, 8],
      [1, 9],
      [0, 9],
      [1, 10],
      [2, 9],
      [3, 8],
      [2, 10],
      [3, 9],
    ].entries()) {
      goTo(day ?? 0, hour ?? 0)
      await world.move(world.boss(), cardId, n % 2 === 0 ? 'berjalan' : 'belum')
      await world.gather()
      await world.mail()
      await world.mail()
    }
    const all = await events()
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeLessThanOrEqual(3)
    // Nothing is lost: what the jumps held back is told once they are over.
    goTo(5, 8)
    await world.mail()
    const unmailed = world.test.database.sql`
      select 1 from notice where person_id = ${world.head().personId} and mailed_at is null and read_at is null`
    expect(await unmailed).toEqual([])
  })

  it('[KB7] come on workdays alone to who wants that', async () => {
    await world.setting(world.head(), { workdaysOnly: true })
    goTo(3, 12)
    await happen()
    for (const [day, hour] of [
      [4, 8],
      [5, 8],
      [6, 6.5],
    ] as const) {
      goTo(day, hour)
      await world.mail()
      expect([day, await events()]).toEqual([day, []])
    }
    goTo(6, 7)
    await world.mail()
    expect(await events()).toEqual(['digest:head:2026-11-30'])
  })

  it('[KB7] come within minutes to who wants that, several in one, and not at all to who does not', async () => {
    await world.setting(world.head(), { mail: 'instant' })
    const cardId = await happen()
    await world.mail()
    expect(await events()).toEqual([])
    world.clock.forward(200)
    await world.move(world.boss(), cardId)
    await world.card(null, world.boss(), 'Yang kedua')
    await world.gather()
    world.clock.forward(301)
    await world.mail()
    await world.mail()
    expect(await events()).toHaveLength(1)
    expect((await world.letters())[0]?.data.groups).toHaveLength(2)
    // The same notice grows, and is told again.
    await world.move(world.boss(), cardId, 'belum')
    await world.gather()
    world.clock.forward(301)
    await world.mail()
    expect(await events()).toHaveLength(2)
    await world.setting(world.head(), { mail: 'none' })
    await happen()
    world.clock.forward(301)
    await world.mail()
    goTo(1, 9)
    await world.mail()
    expect(await events()).toHaveLength(2)
  })

  it('[KB8] wait for the end of the quiet hours', async () => {
    await world.setting(world.head(), { mail: 'instant' })
    goTo(0, 20)
    await happen()
    for (const hour of [21, 29.9]) {
      goTo(0, hour)
      await world.mail()
      expect(await events()).toEqual([])
    }
    goTo(1, 6)
    await world.mail()
    expect(await events()).toHaveLength(1)
    await world.setting(world.head(), { mail: 'digest', hour: 21 })
    await happen()
    goTo(1, 22)
    await world.mail()
    expect(await events()).toHaveLength(1)
    goTo(2, 6)
    await world.mail()
    expect((await events()).at(-1)).toBe('digest:head:2026-11-25')
  })

  it('leave out what their reader may not open any more', async () => {
    const cardId = await happen()
    await world.test.database
      .sql`update card set owner_opd_id = ${world.organisation.otherOpd} where id = ${cardId}`
    goTo(1, 7)
    await world.mail()
    expect(await events()).toEqual([])
  })

  it('keep their Message-ID, and so their row, whatever is asked for twice', async () => {
    await happen()
    goTo(1, 7)
    await Promise.all([world.mail(), world.mail(), world.mail()])
    expect(await events()).toEqual(['digest:head:2026-11-25'])
  })
})
