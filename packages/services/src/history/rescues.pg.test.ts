import { appendLines, itemPlainText, itemText, listItems, removeItem } from '@mufakat/doc-model'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, makeRapat, TestClock, type TestOrganisation } from '../test-organisation'
import { TestWriter } from '../test-writer'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let rapatId: string
let ani: TestWriter
let budi: TestWriter

const writer = () => organisation.actor('staf_opd')
const deleter = () => organisation.actor('sekretariat')
const notulis = () => organisation.actor('kepala_opd')
const offered = async (actor = writer()) => services.rescues(ctx, actor, rapatId)
const words = async () => {
  const { content } = await services.notulaContent(ctx, writer(), rapatId)
  return content.items.map(item => itemPlainText(item))
}

beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock() }
})
afterAll(() => test.close())
beforeEach(async () => {
  rapatId = await makeRapat(ctx, organisation, {
    notulisId: notulis().personId,
    agenda: [
      { title: 'Pembukaan', minutes: 10, presenter: null },
      { title: 'Penutup', minutes: null, presenter: null },
    ],
  })
  const { documentId } = await services.getRapat(ctx, writer(), rapatId)
  ani = await TestWriter.open(ctx, documentId, writer().personId)
  const [first, second] = listItems(ani.doc)
  appendLines(ani.doc, itemText(ani.doc, first?.id ?? ''), [
    { id: 'l1', text: 'Anggaran disetujui bersama.' },
  ])
  appendLines(ani.doc, itemText(ani.doc, second?.id ?? ''), [{ id: 'm1', text: 'Ditutup.' }])
  await ani.commit()
  budi = await TestWriter.open(ctx, documentId, deleter().personId)
})

/** One writes into a sentence that the other cuts out, and into an item that the other removes. */
async function collide(): Promise<void> {
  ani.text().insert(1 + 'Anggaran'.length, ' lima miliar')
  ani.text(1).insert(1 + 'Ditutup'.length, ' pukul 12')
  budi.text().delete(1, 'Anggaran disetujui bersama.'.length)
  removeItem(budi.doc, listItems(budi.doc)[1]?.id ?? '')
  await ani.commit()
  await budi.commit()
}

describe('sentences that were saved', () => {
  it('are offered to the one who wrote, the one who deleted and the notulis, and to nobody else', async () => {
    expect(await offered()).toEqual([])
    await collide()
    for (const actor of [writer(), deleter(), notulis()])
      expect(await offered(actor)).toMatchObject([
        { words: ' lima miliar', state: 'shown', item: 'Pembukaan', writer: { id: writer().personId } },
        { words: ' pukul 12', state: 'hidden', item: 'Penutup', deleter: { id: deleter().personId } },
      ])
    expect(await offered(organisation.actor('admin'))).toEqual([])
    const [rescue] = await offered()
    await expect(
      services.settleRescue(ctx, organisation.actor('admin'), {
        rapatId,
        key: rescue?.key ?? '',
        outcome: 'dismissed',
      }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })

  it('come back as an edit of whoever brings them back, and are then offered to nobody', async () => {
    await collide()
    const keys = (await offered()).map(rescue => rescue.key)
    for (const key of keys) await services.settleRescue(ctx, notulis(), { rapatId, key, outcome: 'restored' })
    expect(await words()).toEqual(['Anggaran lima miliar disetujui bersama.', 'Ditutup pukul 12.'])
    for (const actor of [writer(), deleter(), notulis()]) expect(await offered(actor)).toEqual([])
    const { entries: points } = await services.notulaTimeline(ctx, writer(), {
      rapatId,
      before: null,
      onlyNamed: false,
    })
    expect(points[0]).toMatchObject({ kind: 'work' })
    const entries = (await services.riwayat(ctx, writer(), rapatId)).filter(
      ({ action }) => action === 'riwayat.rescue',
    )
    expect(entries).toMatchObject([
      { actor: { id: notulis().personId }, details: { outcome: 'restored' } },
      { details: { outcome: 'restored' } },
    ])
  })

  it('of two people in one sentence that a third cut out come back into one sentence', async () => {
    const chandra = await TestWriter.open(ctx, ani.documentId, notulis().personId)
    ani.text().insert(1 + 'Anggaran'.length, ' lima miliar')
    chandra.text().insert(1 + 'Anggaran disetujui'.length, ' semua')
    budi.text().delete(1, 'Anggaran disetujui bersama.'.length)
    for (const one of [ani, chandra, budi]) await one.commit()
    const [rescue] = await offered()
    await services.settleRescue(ctx, writer(), { rapatId, key: rescue?.key ?? '', outcome: 'restored' })
    expect((await words())[0]).toBe('Anggaran lima miliar disetujui semua bersama.')
    expect(await offered(notulis())).toEqual([])
  })

  it('come back once when two bring them back at the same time', async () => {
    await collide()
    const [rescue] = await offered()
    const restore = (actor: ReturnType<typeof writer>) =>
      services.settleRescue(ctx, actor, { rapatId, key: rescue?.key ?? '', outcome: 'restored' })
    const outcomes = await Promise.allSettled([writer(), deleter(), notulis()].map(restore))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'not-found' })
    expect((await words())[0]).toBe('Anggaran lima miliar disetujui bersama.')
  })

  it('are let go by each for themselves, and not offered where nobody writes any more', async () => {
    await collide()
    const [rescue] = await offered()
    const settle = () =>
      services.settleRescue(ctx, writer(), { rapatId, key: rescue?.key ?? '', outcome: 'dismissed' })
    await settle()
    expect(await offered()).toHaveLength(1)
    expect(await offered(deleter())).toHaveLength(2)
    await expect(settle()).rejects.toMatchObject({ code: 'not-found' })
    await test.database.sql`update rapat set notula_state = 'disahkan' where id = ${rapatId}`
    expect(await offered(deleter())).toEqual([])
  })
})
