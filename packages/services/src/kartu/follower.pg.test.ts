import type { Actor, Following } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let cardId: string
const boss = () => organisation.actor('sekretariat', 'other')
const head = () => organisation.actor('kepala_opd')
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  const { card } = await services.addCard(ctx, boss(), {
    ...{ commandId: newId(), title: 'Menyusun rencana', ownerOpdId: organisation.ownOpd },
    ...{ due: null, priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
  })
  cardId = card.id
})
afterAll(() => test.close())

const follow = (actor: Actor, following: Following) => services.followCard(ctx, actor, { cardId, following })
const stands = async (actor: Actor) => (await services.followingOfCard(ctx, actor, cardId)).following
const entries = async () =>
  (
    await test.database.sql<{ following: string }[]>`
      select details->>'following' as following from audit_link join audit_entry on id = entry_id
      where action = 'kartu.follow' order by number`
  ).map(({ following }) => following)

describe('who follows a card', () => {
  it('[BD2] is its OPD without a word, which mutes it but never leaves it', async () => {
    expect(await stands(head())).toBe('ikut')
    expect((await follow(head(), 'tidak')).following).toBe('bisu')
    expect(await stands(head())).toBe('bisu')
    expect((await follow(head(), 'ikut')).following).toBe('ikut')
  })

  it('[BD2] is who says so, until they say otherwise; the same twice is once', async () => {
    const before = (await entries()).length
    expect(await stands(boss())).toBe('tidak')
    for (const following of ['ikut', 'ikut', 'bisu', 'bisu', 'tidak', 'tidak'] as const)
      expect((await follow(boss(), following)).following).toBe(following)
    expect((await entries()).slice(before)).toEqual(['ikut', 'bisu', 'tidak'])
    const rows = await test.database.sql`select 1 from card_follower where person_id = ${boss().personId}`
    expect(rows).toEqual([])
  })

  it('[BD1] is nobody who may not read it, nor who only looks as another', async () => {
    const other = organisation.actor('kepala_opd', 'other')
    await expect(follow(other, 'ikut')).rejects.toMatchObject({ code: 'not-found' })
    const viewer = { ...head(), viewedBy: boss().personId }
    await expect(follow(viewer, 'bisu')).rejects.toMatchObject({ code: 'view-only' })
    expect(await services.followingOfCard(ctx, viewer, cardId)).toMatchObject({ mayChange: false })
  })
})
