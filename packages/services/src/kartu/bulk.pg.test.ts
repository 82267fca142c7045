import { newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, TEST_NOW, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
let cards: services.CardView[]
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())
beforeEach(async () => {
  cards = []
  for (const opd of [organisation.ownOpd, organisation.ownOpd, organisation.otherOpd]) {
    const { card } = await services.addCard(ctx, boss(), {
      ...{ commandId: newId(), title: 'Kartu', ownerOpdId: opd, due: '2026-12-01', priority: null },
      ...{ strategy: null, status: 'belum', place: { end: 'last' } },
    })
    cards.push(card)
  }
})

const boss = () => organisation.actor('sekretariat')
const head = () => organisation.actor('kepala_opd')
const about = (field: services.ChangedField, from: string) => ({
  ...{ commandId: newId(), field, reason: '' },
  cards: cards.map(({ id }) => ({ id, from })),
})
const verdicts = async (input: services.ChangeCardsInput, actor = boss()) =>
  (await services.changeCards(ctx, actor, input)).map(({ verdict }) => verdict)
const now = async () => {
  const board = await services.readBoard(ctx, boss())
  return cards.map(({ id }) => board.cards.find(card => card.id === id))
}

describe('a change of many cards', () => {
  it('[PV5] is done where it may be, and says of each other card why not', async () => {
    expect(await verdicts({ ...about('status', 'belum'), value: 'berjalan' }, head())).toEqual([
      ...['done', 'done', 'gone'],
    ])
    expect((await now()).map(card => card?.status)).toEqual(['berjalan', 'berjalan', 'belum'])
    expect(await verdicts({ ...about('status', 'belum'), value: 'selesai' }, head())).toEqual([
      ...['forbidden', 'forbidden', 'gone'],
    ])
    expect(await verdicts({ ...about('status', 'belum'), value: 'selesai' })).toEqual([
      ...['evidence', 'evidence', 'evidence'],
    ])
    expect(await verdicts({ ...about('prioritas', ''), value: 'tinggi' })).toEqual(['done', 'done', 'done'])
    expect(await verdicts({ ...about('prioritas', ''), value: 'rendah' })).toEqual([
      ...['changed', 'changed', 'changed'],
    ])
    expect(await verdicts({ ...about('prioritas', 'tinggi'), value: 'tinggi' })).toEqual([
      ...['same', 'same', 'same'],
    ])
  })

  it('[PV5] of tenggat or owner has one reason for all', async () => {
    const due = { ...about('tenggat', '2026-12-01'), value: '2026-12-31' }
    expect(await verdicts(due)).toEqual(['reason', 'reason', 'reason'])
    expect(await verdicts({ ...due, value: '2020-01-01', reason: 'Anggaran' })).toEqual([
      'past',
      'past',
      'past',
    ])
    expect(await verdicts({ ...due, reason: 'NIK 1706010101900001' })).toEqual(['nik', 'nik', 'nik'])
    expect(await verdicts({ ...due, reason: 'Anggaran' })).toEqual(['done', 'done', 'done'])
    // What was cut off is sent again: nothing is put off twice.
    expect(await verdicts({ ...due, reason: 'Anggaran', commandId: due.commandId })).toHaveLength(3)
    expect((await now()).map(card => [card?.due, card?.postponed])).toEqual([
      ...[
        ['2026-12-31', 1],
        ['2026-12-31', 1],
        ['2026-12-31', 1],
      ],
    ])
    const owner = about('opd', organisation.ownOpd)
    const other = { ...owner, value: organisation.otherOpd, reason: 'Tugas pokok' }
    expect(await verdicts(other)).toEqual(['done', 'done', 'changed'])
    const again = { ...other, commandId: newId(), value: newId() }
    expect(await verdicts(again)).toEqual(['changed', 'changed', 'changed'])
  })

  it('takes nothing that is no value of the field', async () => {
    for (const [field, value] of [
      ['status', 'x'],
      ['prioritas', 'x'],
      ['opd', 'x'],
      ['tenggat', '31/12/2026'],
    ] as const)
      await expect(verdicts({ ...about(field, ''), value })).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('a month of the calendar', () => {
  it('has what is due in it, within what a person may read, and its holidays', async () => {
    await services.addFixedHolidays(ctx, organisation.actor('admin'), { year: 2026 })
    const filter = services.cardFilterInput.parse({
      ...{ text: '', opdId: null, strategy: null, status: null, priority: null, rapatId: null },
      ...{ whose: null, isLate: false, isToVerify: false, dueFrom: null, dueTo: null },
    })
    const month = (of: string, actor = boss()) => services.cardCalendar(ctx, actor, { filter, month: of })
    const ids = cards.map(({ id }) => id)
    const december = await month('2026-12')
    expect(december.cards.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    expect(december.holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2027-01-01'].slice(0, 1))
    // November's last week ends in December.
    expect((await month('2026-11')).cards.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
    expect((await month('2026-10')).cards).toEqual([])
    const own = (await month('2026-12', head())).cards.map(({ id }) => id)
    expect([own.includes(ids[0] ?? ''), own.includes(ids[2] ?? '')]).toEqual([true, false])
  })
})
