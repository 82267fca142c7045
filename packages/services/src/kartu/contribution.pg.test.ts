import { type Actor, MAX_CONTRIBUTIONS } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeIndicator } from '../test-indicator'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { syncCards } from './of-notula'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
  const { sql } = test.database
  await sql`insert into district ${sql([
    { code: '17.06.01', regency_code: '17.06', name: 'Lubuk Pinang', active: true },
    { code: '17.06.02', regency_code: '17.06', name: 'Lama', active: false },
  ])}`
  await sql`insert into village ${sql({
    ...{ code: '17.06.01.2005', district_code: '17.06.01', name: 'Suka Pindah', kind: 'desa' },
  })}`
})
afterAll(() => test.close())

const head = (side: 'own' | 'other' = 'own') => organisation.actor('kepala_opd', side)
const indicator = (more = {}) => makeIndicator(test.database, organisation, more)
const codeOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    error => (error instanceof AppError ? [error.code, error.fields] : error),
  )
const add = async () =>
  (
    await services.addCard(ctx, head(), {
      ...{ commandId: newId(), title: 'Memperbaiki rumah', ownerOpdId: organisation.ownOpd, due: null },
      ...{ priority: null, strategy: null, status: 'belum', place: { end: 'last' } },
    })
  ).card.id
const said = (quantity: number | null, regionCode = '') => ({ quantity, regionCode })
type Said = ReturnType<typeof said>
const set = (
  cardId: string,
  indicatorId: string,
  {
    from = null,
    to,
    by = head(),
    commandId = newId(),
  }: { from?: Said | null; to: Said; by?: Actor; commandId?: string },
) =>
  services.setContribution(
    ctx,
    by,
    services.setContributionInput.parse({ commandId, cardId, indicatorId, from, to }),
  )
const remove = (cardId: string, indicatorId: string) =>
  services.removeContribution(ctx, head(), { commandId: newId(), cardId, indicatorId })
const of = async (cardId: string, by: Actor = head()) =>
  (await services.contributionPart(ctx, by, cardId)).contributions.map(
    ({ indicatorId, quantity, regionCode }) => [indicatorId, quantity, regionCode],
  )

describe('what a card contributes to an indicator', () => {
  it('[SK1] is a quantity and a place, said once however often it is sent, and told on the card', async () => {
    const [id, rtlh] = [await add(), await indicator()]
    const commandId = newId()
    const answers = await Promise.all(
      [1, 2].map(() => set(id, rtlh, { to: said(40.5, '17.06.01'), commandId })),
    )
    expect(answers[0]?.revision).toBe(answers[1]?.revision)
    await set(id, rtlh, { from: said(40.5, '17.06.01'), to: said(null, '17.06.01.2005') })
    expect(await of(id)).toEqual([[rtlh, null, '17.06.01.2005']])
    await remove(id, rtlh)
    await remove(id, rtlh)
    expect(await of(id)).toEqual([])
    const { entries } = (await services.openCard(ctx, head(), id)).activity
    expect(entries.map(({ kind, details }) => [kind, details])).toEqual([
      ['contribution', { indicatorId: rtlh, from: said(null, '17.06.01.2005'), to: null }],
      ['contribution', { indicatorId: rtlh, from: said(40.5, '17.06.01'), to: said(null, '17.06.01.2005') }],
      ['contribution', { indicatorId: rtlh, from: null, to: said(40.5, '17.06.01') }],
      ['added', {}],
    ])
    const audited = await test.database.sql`
      select details from audit_entry where action = 'kartu.contribute' and subject_id = ${id}`
    expect(audited).toHaveLength(3)
  })

  it('[SK1] tells the board, and is one of ten at most', async () => {
    const id = await add()
    const { revision } = await set(id, await indicator(), { to: said(1) })
    const told = defined(await services.changesSince(ctx, revision - 1), 'changes')
    expect(told.rows.map(row => row.id)).toEqual([id])
    for (let n = 1; n < MAX_CONTRIBUTIONS; n++)
      await set(id, await indicator({ name: `Indikator ${n}` }), { to: said(n) })
    expect(await codeOf(set(id, await indicator(), { to: said(1) }))).toEqual([
      'invalid-input',
      { indicatorId: 'field.contributions' },
    ])
    expect(await services.contributionPart(ctx, head(), id)).toMatchObject({ isFull: true, mayEdit: true })
  })

  it.each([said(0), said(-1), said(1e12), said(1, '17.06'), said(1, "17.06.01'")])(
    '[SK1] is not %j',
    async to => {
      const about = { commandId: newId(), cardId: newId(), indicatorId: newId(), from: null }
      expect(services.setContributionInput.safeParse({ ...about, to }).success).toBe(false)
    },
  )

  it('[SK3] is refused where somebody else has said something else meanwhile', async () => {
    const [id, rtlh] = [await add(), await indicator()]
    await set(id, rtlh, { to: said(40) })
    expect(await codeOf(set(id, rtlh, { to: said(35) }))).toEqual([
      'invalid-input',
      { indicatorId: 'field.contributed' },
    ])
    expect(await codeOf(set(id, rtlh, { from: said(30), to: said(35) }))).toEqual([
      'conflict',
      { quantity: 'field.changed' },
    ])
    expect(await codeOf(set(id, rtlh, { from: said(30), to: said(40) }))).toBe('done')
    expect(await of(id)).toEqual([[rtlh, 40, '']])
  })

  it('[SK4] is nothing new of an indicator or a place that has become inactive', async () => {
    const [id, rtlh] = [await add(), await indicator()]
    const choose = (field: string) => ['invalid-input', { [field]: 'field.choose' }]
    expect(await codeOf(set(id, newId(), { to: said(1) }))).toEqual(choose('indicatorId'))
    expect(await codeOf(set(id, await indicator({ active: false }), { to: said(1) }))).toEqual(
      choose('indicatorId'),
    )
    expect(await codeOf(set(id, rtlh, { to: said(1, '17.06.02') }))).toEqual(choose('regionCode'))
    await set(id, rtlh, { to: said(1, '17.06.01') })
    await test.database.sql`update indicator set active = false where id = ${rtlh}`
    expect(await of(id)).toEqual([[rtlh, 1, '17.06.01']])
    // How much it is may still be mended.
    await set(id, rtlh, { from: said(1, '17.06.01'), to: said(2, '17.06.01') })
    expect(await of(id)).toEqual([[rtlh, 2, '17.06.01']])
  })

  it('[SK2] is said by who edits the card, also while its notula is a draft', async () => {
    const { sql } = test.database
    const rapatId = await makeRapat(ctx, organisation)
    await sql`insert into tindak_lanjut ${sql({
      ...{ rapat_id: rapatId, line_id: 'a', item_id: 'i', position: 0, text: 'Memperbaiki rumah' },
      ...{ owner_opd_id: organisation.ownOpd, tenggat: '2026-12-20' },
    })}`
    await inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
    const [card] = await sql<{ id: string }[]>`select id from card where rapat_id = ${rapatId}`
    const [id, rtlh] = [defined(card, 'its card').id, await indicator()]
    const to = said(40)
    expect(await codeOf(set(id, rtlh, { to, by: head('other') }))).toMatchObject(['not-found', {}])
    expect(await codeOf(set(id, rtlh, { to, by: organisation.actor('pimpinan') }))).toMatchObject([
      'forbidden',
      {},
    ])
    await set(id, rtlh, { to })
    expect(await of(id, organisation.actor('pimpinan'))).toEqual([[rtlh, 40, '']])
    await sql`update tindak_lanjut set removed_at = now() where rapat_id = ${rapatId}`
    await inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
    expect(await codeOf(remove(id, rtlh))).toMatchObject(['conflict', {}])
    await sql`update tindak_lanjut set removed_at = null where rapat_id = ${rapatId}`
    await inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
    expect(await of(id)).toEqual([[rtlh, 40, '']])
  })

  it('[SK2] goes along to the next copy of a card that comes again', async () => {
    const [id, rtlh] = [await add(), await indicator()]
    await set(id, rtlh, { to: said(40, '17.06.01') })
    await services.repeatCard(ctx, head(), { commandId: newId(), cardId: id, every: 'bulan', day: 5 })
    await services.removeCard(ctx, head(), { commandId: newId(), cardId: id })
    const later = { ...ctx, clock: { now: () => new Date('2026-12-02T03:00:00Z') } }
    await services.makeCopies(later)
    const [copy] = await test.database.sql<{ id: string }[]>`
      select id from card where repeat_id = ${id} and id <> ${id}`
    expect(await of(defined(copy, 'a copy').id)).toEqual([[rtlh, 40, '17.06.01']])
  })
})
