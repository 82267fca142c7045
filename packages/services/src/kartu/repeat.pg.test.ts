import { addDays } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as services from '../index'
import { makeOrganisation, type TestOrganisation } from '../test-organisation'

let test: TestDatabase
let organisation: TestOrganisation
let today = '2026-11-24'
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: { now: () => new Date(`${today}T09:00:00+07:00`) } }
})
afterAll(() => test.close())

const boss = () => organisation.actor('sekretariat')
const head = () => organisation.actor('kepala_opd')
const about = (cardId: string) => ({ commandId: newId(), cardId })
const codeOf = (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'done',
    error => (error instanceof AppError ? error.code : Promise.reject(error)),
  )

async function add(every: 'bulan' | 'triwulan', due: string | null = null): Promise<string> {
  const { card } = await services.addCard(ctx, head(), {
    ...{ commandId: newId(), title: 'Melaporkan progres', ownerOpdId: organisation.ownOpd, due },
    ...{ priority: 'tinggi', strategy: null, status: 'belum', place: { end: 'last' } },
  })
  await services.repeatCard(ctx, head(), { ...about(card.id), every, day: 31 })
  return card.id
}
/** The newest first. */
const copies = (id: string) =>
  test.database.sql<{ id: string; due: string; every: string | null; done: boolean[] }[]>`
    select id, due::text as due, repeat_every as every, jsonb_path_query_array(subtasks, '$[*].done') as done
    from card where repeat_id = ${id} order by created_at desc, id desc`
const kinds = async (id: string) =>
  (await services.openCard(ctx, boss(), id)).activity.entries.map(({ kind }) => kind)
const finish = (id: string) =>
  services.moveCard(ctx, boss(), { ...about(id), status: 'dibatalkan', place: { after: id } })
const on = async (day: string) => {
  today = day
  await services.makeCopies(ctx)
}

it('[PP25] [PP26] makes one copy in each period, once the last is finished, whatever the clock does', async () => {
  today = '2026-11-24'
  const id = await add('bulan')
  await services.changeSubtask(ctx, head(), { ...about(id), did: 'added', title: 'Foto' })
  const [step] = (await services.openCard(ctx, boss(), id)).subtasks
  await services.changeSubtask(ctx, head(), { ...about(id), did: 'done', subtaskId: step?.id ?? '' })
  await on('2026-11-30')
  expect(await copies(id)).toHaveLength(1)

  // Still open when the period begins: it is told, once, however often one looks.
  for (const day of ['2026-12-01', '2026-12-02', '2026-11-30', '2026-12-01']) await on(day)
  await Promise.all([services.makeCopies(ctx), services.makeCopies(ctx), services.makeCopies(ctx)])
  expect(await copies(id)).toHaveLength(1)
  expect((await kinds(id)).filter(kind => kind === 'kept-open')).toHaveLength(1)

  // Finished within the period: the copy of this one is made, and no other.
  await finish(id)
  await Promise.all([services.makeCopies(ctx), services.makeCopies(ctx), services.makeCopies(ctx)])
  for (const day of ['2026-11-30', '2026-12-31', '2026-12-01']) await on(day)
  const [newest, ...others] = await copies(id)
  expect(newest).toMatchObject({ due: '2026-12-31', every: 'bulan', done: [false] })
  expect(others.map(one => [one.id, one.every])).toEqual([[id, null]])
  expect(await kinds(newest?.id ?? '')).toEqual(['repeated'])
  expect(await services.openCard(ctx, boss(), newest?.id ?? '')).toMatchObject({ startDate: '2026-12-01' })
  expect(await services.openCard(ctx, boss(), id)).toMatchObject({ repeat: { newestId: newest?.id } })

  // A clock that jumps ahead and back, and months in which nobody was up.
  await finish(newest?.id ?? '')
  for (const day of [
    '2027-02-27',
    addDays('2027-02-27', -1),
    addDays('2027-02-27', 1),
    '2026-12-31',
    '2027-02-28',
  ])
    await on(day)
  expect((await copies(id)).map(one => one.due)).toEqual(['2027-02-28', '2026-12-31', null])
})

it('keeps one open copy also when an old one is opened again, or brought back', async () => {
  today = '2026-11-24'
  const id = await add('triwulan', '2026-12-20')
  await services.removeCard(ctx, head(), about(id))
  await on('2027-01-01')
  const [newest] = await copies(id)
  expect(newest?.due).toBe('2027-03-31')
  expect(await codeOf(services.restoreCard(ctx, head(), about(id)))).toBe('invalid-input')
  await finish(newest?.id ?? '')
  expect(await codeOf(services.restoreCard(ctx, head(), about(id)))).toBe('done')
  const reopen = services.moveCard(ctx, boss(), {
    ...about(newest?.id ?? ''),
    status: 'belum',
    place: { end: 'last' },
  })
  expect(await codeOf(reopen)).toBe('invalid-input')
  // The old one is open, so that the next period makes none.
  await on('2027-04-01')
  expect(await copies(id)).toHaveLength(2)
  expect(await kinds(newest?.id ?? '')).toContain('kept-open')
})

it('ends when its OPD says so, is said of the newest copy alone, and of nothing that a rapat decided', async () => {
  today = '2026-11-24'
  const id = await add('bulan')
  await finish(id)
  await on('2026-12-01')
  const [newest] = await copies(id)
  const set = (cardId: string, every: 'bulan' | null) =>
    services.repeatCard(ctx, head(), { ...about(cardId), every, day: 1 })
  expect(await codeOf(set(id, 'bulan'))).toBe('conflict')
  await set(newest?.id ?? '', null)
  await finish(newest?.id ?? '')
  await on('2027-01-01')
  expect(await copies(id)).toHaveLength(2)
  expect(await kinds(newest?.id ?? '')).toEqual(['status', 'repeat', 'repeated'])
})
