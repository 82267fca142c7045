import { NO_FILTER } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  for (let n = 0; n < 25; n += 1) await add(`Kartu ${n}`)
  await add('Berjalan 100%', { status: 'berjalan', ownerOpdId: organisation.otherOpd })
  await add('Terlambat', { due: '2020-01-01', status: 'menunggu_verifikasi' })
})
afterAll(() => test.close())

const add = (title: string, more: Partial<services.AddCardInput> = {}) =>
  services.addCard(ctx, organisation.actor('sekretariat'), {
    ...{
      commandId: newId(),
      title,
      ownerOpdId: organisation.ownOpd,
      due: null,
      priority: null,
      strategy: null,
    },
    ...{ status: 'belum', place: { end: 'last' } },
    ...more,
  })
const start = (
  more: Partial<services.BoardStartInput> = {},
  role: 'sekretariat' | 'kepala_opd' = 'sekretariat',
) =>
  services.boardStart(ctx, organisation.actor(role), {
    ...{ ...NO_FILTER, only: null, after: null },
    ...more,
  })
const titles = async (more: Partial<services.BoardStartInput>) =>
  (await start(more)).cards.map(card => card.title)

describe('the first cards of a board', () => {
  it('are some of each column in order, with how many there are', async () => {
    const { counts, cards } = await start()
    expect(counts).toEqual({ belum: 25, berjalan: 1, menunggu_verifikasi: 1, selesai: 0 })
    expect(cards.map(card => card.title)).toEqual([
      ...Array.from({ length: 20 }, (_, n) => `Kartu ${n}`),
      'Berjalan 100%',
      'Terlambat',
    ])
  })

  it('go on after a rank in one column', async () => {
    const { cards } = await start()
    const after = cards[19]?.rank ?? null
    expect(await titles({ only: 'belum', after })).toEqual([20, 21, 22, 23, 24].map(n => `Kartu ${n}`))
  })

  it('are those that somebody looks for, taken by the letter', async () => {
    expect(await titles({ text: 'kartu 24' })).toEqual(['Kartu 24'])
    expect(await titles({ text: '0%' })).toEqual(['Berjalan 100%'])
    expect(await titles({ text: '_' })).toEqual([])
    expect(await titles({ isLate: true })).toEqual(['Terlambat'])
    expect(await titles({ opdId: organisation.otherOpd })).toEqual(['Berjalan 100%'])
  })

  it('[PP7] [PP8] are within what a person may read, with what they may do', async () => {
    const own = await start({}, 'kepala_opd')
    expect(own.counts).toMatchObject({ belum: 25, berjalan: 0 })
    expect(own.rights).toEqual({
      ...{ movesAll: false, movesOwn: true, createsAll: false, createsOwn: true, verifies: false },
      ownOpdIds: [organisation.ownOpd],
    })
    expect((await start()).rights).toMatchObject({ movesAll: true, createsAll: true, verifies: true })
  })
})
