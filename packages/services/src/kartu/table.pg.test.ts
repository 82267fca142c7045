import { type CardFilter, type CardGroup, type CardSort, NO_FILTER } from '@mufakat/domain'
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
  await add('Citra', { due: '2026-12-03', priority: 'rendah' })
  await add('aneka', { due: '2020-01-02', priority: 'mendesak', status: 'menunggu_verifikasi' })
  await add('Bakti', { ownerOpdId: organisation.otherOpd, strategy: 'b', due: '2026-12-01' })
  await add('Dana', {}, 'kepala_opd')
})
afterAll(() => test.close())

const add = (
  title: string,
  more: Partial<services.AddCardInput>,
  role: 'sekretariat' | 'kepala_opd' = 'sekretariat',
) =>
  services.addCard(ctx, organisation.actor(role), {
    ...{ commandId: newId(), title, ownerOpdId: organisation.ownOpd, due: null, priority: null },
    ...{ strategy: null, status: 'belum', place: { end: 'last' } },
    ...more,
  })
const table = (
  filter: Partial<CardFilter>,
  look: { sort?: CardSort; isDown?: boolean; group?: CardGroup; page?: number } = {},
  role: 'sekretariat' | 'kepala_opd' = 'sekretariat',
) =>
  services.cardTable(ctx, organisation.actor(role), {
    filter: { ...NO_FILTER, ...filter },
    ...{ sort: 'papan', isDown: false, group: null, page: 1 },
    ...look,
  })
const titles = async (...asked: Parameters<typeof table>): Promise<string[]> =>
  (await table(...asked)).cards.map(card => card.title)

describe('the table of tindak lanjut', () => {
  it('stands in the order of the board, or by any column, what is empty last', async () => {
    expect(await titles({})).toEqual(['Citra', 'aneka', 'Bakti', 'Dana'])
    expect(await titles({}, { sort: 'judul' })).toEqual(['aneka', 'Bakti', 'Citra', 'Dana'])
    expect(await titles({}, { sort: 'tenggat' })).toEqual(['aneka', 'Bakti', 'Citra', 'Dana'])
    expect(await titles({}, { sort: 'tenggat', isDown: true })).toEqual(['Citra', 'Bakti', 'aneka', 'Dana'])
    expect(await titles({}, { sort: 'prioritas' })).toEqual(['aneka', 'Citra', 'Bakti', 'Dana'])
    for (const sort of ['opd', 'jabatan', 'status', 'strategi', 'progres', 'bukti', 'rapat'] as const)
      expect(await titles({}, { sort })).toHaveLength(4)
  })

  it('has groups with all that is in them', async () => {
    const { groups, cards } = await table({}, { group: 'bulan', sort: 'judul' })
    expect(groups).toEqual([
      { key: '2020-01', count: 1 },
      { key: '2026-12', count: 2 },
      { key: null, count: 1 },
    ])
    expect(cards.map(card => card.title)).toEqual(['aneka', 'Bakti', 'Citra', 'Dana'])
    const counts = async (group: CardGroup) => (await table({}, { group })).groups.map(one => one.count)
    expect((await counts('opd')).sort()).toEqual([1, 3])
    expect(await counts('status')).toEqual([3, 1])
    expect(await counts('strategi')).toEqual([1, 3])
    expect(await counts('rapat')).toEqual([4])
  })

  it('[PV2] finds what the filter says, within what a person may read', async () => {
    expect(await titles({ isLate: true })).toEqual(['aneka'])
    expect(await titles({ isToVerify: true })).toEqual(['aneka'])
    expect(await titles({ isToVerify: true, status: 'belum' })).toEqual([])
    expect(await titles({ priority: 'rendah' })).toEqual(['Citra'])
    expect(await titles({ strategy: 'b' })).toEqual(['Bakti'])
    expect(await titles({ dueFrom: '2026-12-01', dueTo: '2026-12-02' })).toEqual(['Bakti'])
    expect(await titles({ rapatId: newId() })).toEqual([])
    expect(await titles({ text: 'AN' })).toEqual(['aneka', 'Dana'])
    expect(await titles({}, {}, 'kepala_opd')).toEqual(['Citra', 'aneka', 'Dana'])
    expect(await titles({ whose: 'opd' }, {}, 'kepala_opd')).toEqual(['Citra', 'aneka', 'Dana'])
    expect(await titles({ whose: 'pribadi' }, {}, 'kepala_opd')).toEqual(['Dana'])
  })

  it('goes on page by page, and ends at the last', async () => {
    for (let n = 0; n < 100; n += 1) await add(`Baris ${n}`, { strategy: 'c' })
    const first = await table({ strategy: 'c', text: 'baris' })
    expect([first.total, first.page, first.pages, first.cards.length]).toEqual([100, 1, 1, 100])
    const last = await table({}, { page: 9 })
    expect([last.total, last.page, last.pages]).toEqual([104, 2, 2])
    expect(last.cards.map(card => card.title)).toEqual(['Baris 96', 'Baris 97', 'Baris 98', 'Baris 99'])
  })
})
