import { listCardActivity } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../context'
import * as services from '../index'
import { makeOrganisation, makeRapat, TEST_NOW, type TestOrganisation } from '../test-organisation'
import { postponeCardOfLine, syncCards, touchCards } from './of-notula'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => TEST_NOW } }
})
afterAll(() => test.close())

/** The oldest first. */
const activity = async (cardId: string) =>
  (await listCardActivity(test.database.db, { cardId, before: null, limit: 100 })).reverse()

it('tells who did what to a card, why, and in the order of the board’s revisions', async () => {
  const boss = organisation.actor('sekretariat')
  const head = organisation.actor('kepala_opd')
  const about = (cardId: string) => ({ commandId: newId(), cardId })
  const { card } = await services.addCard(ctx, head, {
    ...{ commandId: newId(), title: 'A', ownerOpdId: organisation.ownOpd, due: null, priority: null },
    ...{ strategy: null, status: 'belum', place: { end: 'last' } },
  })
  const to = { ...about(card.id), status: 'berjalan', place: { end: 'last' } } as const
  await services.moveCard(ctx, head, to)
  // What comes twice is done, and told, once; where a card stands is nothing to tell of.
  await services.moveCard(ctx, head, to)
  await services.moveCard(ctx, head, { ...to, commandId: newId(), place: { end: 'first' } })
  const proof = { ...about(card.id), title: 'Foto', url: 'https://contoh.go.id/1' }
  await services.addEvidence(ctx, head, proof)
  const evidenceId = defined((await services.evidenceOf(ctx, boss, card.id))[0], 'evidence').id
  const judged = { state: 'dikembalikan', note: 'Buram' } as const
  await services.judgeEvidence(ctx, boss, { ...about(card.id), evidenceId, ...judged })
  const rows = await activity(card.id)
  expect(rows).toMatchObject([
    { kind: 'added', personId: head.personId, details: {}, reason: '' },
    { kind: 'status', personId: head.personId, details: { from: 'belum', to: 'berjalan' } },
    { kind: 'evidence', details: { evidenceId } },
    {
      kind: 'judged',
      personId: boss.personId,
      details: { evidenceId, state: 'dikembalikan' },
      reason: 'Buram',
    },
  ])
  const revisions = rows.map(row => row.revision)
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
  expect(new Set(revisions).size).toBe(4)
  expect(
    await listCardActivity(test.database.db, { cardId: card.id, before: revisions[1] ?? 0, limit: 9 }),
  ).toMatchObject([{ kind: 'added' }])
})

it('tells what a notula has made of a card, without its text', async () => {
  const rapatId = await makeRapat(ctx, organisation)
  const line = { rapatId, lineId: 'a' }
  const { sql } = test.database
  await sql`insert into tindak_lanjut ${sql({
    ...{ rapat_id: rapatId, line_id: 'a', item_id: 'i', position: 0, text: 'Menyusun rencana' },
    ...{ owner_opd_id: organisation.ownOpd, tenggat: '2026-12-20' },
  })}`
  const sync = () => inTransaction(ctx, tx => syncCards(tx, rapatId, TEST_NOW))
  await sync()
  await sync()
  await sql`update tindak_lanjut set text = 'Rahasia', tenggat = '2027-01-10' where rapat_id = ${rapatId}`
  await sync()
  await sql`update tindak_lanjut set removed_at = ${TEST_NOW} where rapat_id = ${rapatId}`
  await sync()
  await sql`update tindak_lanjut set removed_at = null where rapat_id = ${rapatId}`
  await sync()
  await inTransaction(ctx, async tx => {
    await touchCards(tx, rapatId, TEST_NOW, { kind: 'ratified', details: {} })
    await touchCards(tx, rapatId, TEST_NOW)
    const step = { from: '2027-01-10', to: '2027-02-01', reason: 'Cuaca', at: TEST_NOW, duringRapatId: null }
    await postponeCardOfLine(tx, line, { ...step, by: organisation.actor('sekretariat').personId })
  })
  const [{ id } = { id: '' }] = await sql<{ id: string }[]>`select id from card where rapat_id = ${rapatId}`
  const told = await activity(id)
  expect(told.map(({ kind, personId }) => [kind, personId === null])).toEqual([
    ['decided', true],
    ['reworded', true],
    ['removed', true],
    ['restored', true],
    ['ratified', true],
    ['postponed', false],
  ])
  expect(told[1]?.details).toEqual({
    fields: ['title', 'due'],
    values: { due: { from: '2026-12-20', to: '2027-01-10' } },
  })
})
