import { listMutedRapat, updateCard } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeRapat } from '../test-organisation'
import { NoticeWorld } from './test-world'

let test: TestDatabase
let world: NoticeWorld
beforeAll(async () => {
  test = await testDatabase()
  world = await NoticeWorld.open(test)
})
afterAll(() => test.close())
beforeEach(() => world.clear())

describe('what others did with a card', () => {
  it('[KB1] is told to the OPD whose work it is, and to nobody of what they did themselves', async () => {
    const cardId = await world.card()
    await world.move(world.head(), cardId)
    await world.gather()
    expect(await world.heard(world.staff())).toEqual(['changes 2'])
    expect(await world.heard(world.head())).toEqual(['changes 1'])
    expect(await world.heard(world.boss())).toEqual(['changes 1'])
    for (const nobody of [world.head('other'), world.staff('other'), world.organisation.actor('tamu')])
      expect(await world.heard(nobody)).toEqual([])
  })

  it('[KB1] is told to who follows it, as long as they may read it', async () => {
    const cardId = await world.card()
    const pimpinan = world.organisation.actor('pimpinan', 'other')
    await services.followCard(world.ctx, pimpinan, { cardId, following: 'ikut' })
    // Somebody who followed it before they went to another OPD.
    await world.test.database.sql`insert into card_follower (card_id, person_id, muted, since)
      values (${cardId}, ${world.staff('other').personId}, false, now())`
    await world.move(world.boss(), cardId)
    await world.gather()
    expect(await world.heard(pimpinan)).toEqual(['changes 2'])
    expect(await world.heard(world.staff('other'))).toEqual([])
    await world.test.database.sql`update person set active = false where id = ${pimpinan.personId}`
    await world.move(world.boss(), cardId, 'belum')
    await world.gather()
    expect(await world.heard(pimpinan)).toEqual(['changes 2'])
  })

  it('[KB1] is told to the OPD that supports it', async () => {
    const cardId = await world.card()
    await world.test.database
      .sql`update card set supporter_ids = array[${world.organisation.otherOpd}::uuid] where id = ${cardId}`
    await world.gather()
    expect(await world.heard(world.head('other'))).toEqual(['changes 1'])
  })

  it('[KB1] who is named in a comment is told by itself, once, also when it is written anew', async () => {
    const cardId = await world.card()
    const comment = {
      commandId: newId(),
      cardId,
      body: 'Mohon dilengkapi @staf_opd own dan @kepala_opd other.',
    }
    await services.addComment(world.ctx, world.boss(), comment)
    await world.gather()
    expect(await world.heard(world.staff())).toEqual(['changes 1', 'mention 1'])
    expect(await world.heard(world.head())).toEqual(['changes 2'])
    expect(await world.heard(world.head('other'))).toEqual([])
    const [row] = await world.test.database.sql<{ id: string }[]>`select id from card_comment`
    const commentId = row?.id ?? ''
    await services.editComment(world.ctx, world.boss(), {
      ...{ cardId, commentId, commandId: newId() },
      body: 'Mohon dilengkapi @staf_opd own, @Sendiri.',
    })
    await world.gather()
    expect(await world.heard(world.staff())).toEqual(['changes 1', 'mention 1'])
    expect(await world.heard(world.head())).toEqual(['changes 2', 'mention 1'])
    const { groups } = await services.readInbox(world.ctx, world.staff(), 1)
    expect(groups[0]?.notices.map(({ link }) => link)).toContain(
      `/tindak-lanjut/${cardId}#komentar-${commentId}`,
    )
  })

  it('[KB2] is told once, however often and by how many it is looked at', async () => {
    const cardId = await world.card()
    for (const status of ['berjalan', 'belum', 'berjalan'] as const)
      await world.move(world.boss(), cardId, status)
    await Promise.all([world.gather(), world.gather(), world.gather()])
    await world.gather()
    expect(await world.heard(world.head())).toEqual(['changes 4'])
  })

  it('[KB3] comes under one notice until that is read, with who did it, the latest first', async () => {
    const cardId = await world.card()
    await world.gather()
    await world.move(world.staff(), cardId)
    await world.gather()
    await world.move(world.boss(), cardId, 'menunggu_verifikasi')
    await world.gather()
    const inbox = await services.readInbox(world.ctx, world.head(), 1)
    expect(inbox).toMatchObject({ unread: 1, total: 1 })
    expect(inbox.groups).toMatchObject([
      {
        title: 'Menyusun daftar',
        link: `/tindak-lanjut/${cardId}`,
        notices: [
          {
            merged: 3,
            people: ['sekretariat own', 'staf_opd own'],
            change: { kind: 'status', to: 'menunggu_verifikasi' },
          },
        ],
      },
    ])
    expect(await world.read(world.head())).toBe(1)
    await world.move(world.boss(), cardId, 'berjalan')
    await world.gather()
    expect(await world.heard(world.head())).toEqual(['changes 3', 'changes 1'])
  })

  it('[KB3] read marks only what was seen', async () => {
    const cardId = await world.card()
    await world.gather()
    const { seenUntil } = await services.readInbox(world.ctx, world.head(), 1)
    world.clock.forward(60)
    await world.move(world.boss(), cardId)
    await world.gather()
    expect(await services.markRead(world.ctx, world.head(), { which: 'all', seenUntil })).toBe(0)
    expect(
      await services.markRead(world.ctx, world.head('other'), { which: 'all', seenUntil: world.clock.now() }),
    ).toBe(0)
    expect((await services.unreadOf(world.ctx, [world.head().personId])).get(world.head().personId)).toBe(1)
  })

  it('[KB6] is not told to who has muted the card or its rapat', async () => {
    const cardId = await world.card()
    await services.followCard(world.ctx, world.head(), { cardId, following: 'bisu' })
    await world.gather()
    expect(await world.heard(world.head())).toEqual([])
    await services.followCard(world.ctx, world.head(), { cardId, following: 'ikut' })
    const rapatId = await makeRapat(world.ctx, world.organisation)
    await services.muteRapat(world.ctx, world.head(), { rapatId, muted: true })
    const { sql } = world.test.database
    await sql`insert into tindak_lanjut (rapat_id, line_id, item_id, text, position)
      values (${rapatId}, 'a', 'i', 'Menyusun daftar', 0)`
    await sql`update card set rapat_id = ${rapatId}, line_id = 'a', created_by = null where id = ${cardId}`
    await world.move(world.boss(), cardId)
    await world.gather()
    expect(await world.heard(world.head())).toEqual([])
    await services.muteRapat(world.ctx, world.head(), { rapatId, muted: false })
    expect(await listMutedRapat(world.test.database.db, world.head().personId)).toEqual([])
    await world.move(world.boss(), cardId, 'belum')
    await world.gather()
    expect(await world.heard(world.head())).toEqual(['changes 1'])
  })

  it('tells nothing in the inbox of what its reader may not open any more', async () => {
    const cardId = await world.card()
    await world.gather()
    await inTransaction(world.ctx, tx =>
      updateCard(tx, { cardId, revision: 1, change: { ownerOpdId: world.organisation.otherOpd } }),
    )
    const { groups } = await services.readInbox(world.ctx, world.head(), 1)
    expect(groups).toMatchObject([{ title: null, link: null, notices: [{ link: null }] }])
  })

  it('is laid out in pages, what was not read first', async () => {
    for (let n = 0; n < 31; n++) await world.card(null, world.boss(), `Kartu ${n}`)
    await world.gather()
    const [first] = (await services.readInbox(world.ctx, world.head(), 1)).groups
    await services.markRead(world.ctx, world.head(), {
      which: [first?.notices[0]?.id ?? newId()],
      seenUntil: world.clock.now(),
    })
    const { groups, pages, page, unread } = await services.readInbox(world.ctx, world.head(), 9)
    expect({ pages, page, unread, titles: groups.map(({ title }) => title) }).toEqual({
      ...{ pages: 2, page: 2, unread: 30 },
      titles: [first?.title],
    })
  })

  it('is forgotten half a year after it was read', async () => {
    await world.card()
    await world.gather()
    await world.read(world.head())
    world.clock.forward(181 * 24 * 3_600)
    const other = await world.card()
    expect(other).toBeTruthy()
    await world.gather()
    expect(await services.applyRetention(world.ctx)).toMatchObject({ notices: 1 })
    expect((await world.told(world.head())).map(({ isRead }) => isRead)).toEqual([false])
  })
})
