import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import { addCard, markRead, moveCard } from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { numbersOf } from './testing/numbers'
import { bundleWorker, startWorkerProcess, type WorkerProcess } from './testing/process'
import { until } from './testing/until'

// The worker as it ships, several at once, killed a hundred times with SIGKILL while it tells people what happened to
// cards, reminds of tenggat and writes letters: nothing is told twice, and nothing is lost.

const ROUNDS = 20
const AT_ONCE = 5

let test: TestDatabase
let dataDir: string
beforeAll(async () => {
  bundleWorker()
  test = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-notices-'))
}, 60_000)
afterAll(async () => {
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const [opdId, headId, staffId] = [newId(), newId(), newId()]
const staff: Actor = { personId: staffId, role: 'sekretariat', opdId: null }
const head: Actor = { personId: headId, role: 'kepala_opd', opdId }

/** An OPD and its head, who wants letters at any hour. */
async function people(): Promise<void> {
  const { sql } = test.database
  const jabatanId = newId()
  await sql`insert into opd (id, name, short_name, kind, position) values (${opdId}, 'Dinas Contoh', 'Contoh', 'dinas', 1)`
  await sql`insert into person (id, name, role, email, created_at) values
    (${headId}, 'Kepala', 'kepala_opd', 'kepala@contoh.go.id', now()), (${staffId}, 'Petugas', 'sekretariat', null, now())`
  await sql`insert into jabatan (id, opd_id, name, is_head) values (${jabatanId}, ${opdId}, 'Kepala Dinas', true)`
  await sql`insert into jabatan_holding (id, jabatan_id, person_id, kind, from_date)
    values (${newId()}, ${jabatanId}, ${headId}, 'definitif', '2020-01-01')`
  await sql`insert into notice_setting (person_id, mail, quiet_from, quiet_to, updated_at)
    values (${headId}, 'instant', 0, 0, now())`
}

/** An hour ago, so that letters do not wait for more. */
const ctx = () => ({
  database: test.database,
  clock: { now: () => new Date(Date.now() - 3_600_000) },
})
const place = { end: 'last' } as const
const yesterday = () => new Date(Date.now() - 24 * 3_600_000).toISOString().slice(0, 10)

async function newCard(): Promise<string> {
  const draft = { priority: null, strategy: null, status: 'belum', place } as const
  const card = { title: 'Menyusun daftar', ownerOpdId: opdId, due: yesterday(), ...draft }
  return (await addCard(ctx(), staff, { commandId: newId(), ...card })).card.id
}

/** Now, and once: one that was killed before begins anew. */
const ask = (job: string) =>
  test.database.sql`select from graphile_worker.add_job(${job}, '{}'::json, job_key => ${job})`

/** How many changes the head was told of each card; and how often of each reminder. */
const told = () => test.database.sql<{ cardId: string; kind: string; n: number; rows: number }[]>`
  select card_id as "cardId", kind, sum(merged)::int as n, count(*)::int as rows from notice
  where person_id = ${headId} group by 1, 2`

it('tells once over a hundred kills, and each letter keeps its Message-ID', async () => {
  await people()
  const done = new Map<string, number>()
  for (let n = 0; n < 6; n++) done.set(await newCard(), 1)
  const environment = { DATABASE_URL: test.url, DATA_DIR: dataDir }
  const start = (isAwaited: boolean) => startWorkerProcess(environment, { isAwaited })
  const number = numbersOf(31)
  let kills = 0
  for (let round = 0; round < ROUNDS; round++) {
    const workers: WorkerProcess[] = []
    for (let n = 0; n < AT_ONCE; n++) workers.push(await start(n === AT_ONCE - 1))
    for (const job of ['notice.remind', 'notice.mail', 'notice.gather']) await ask(job)
    // While they work: something happens, and somebody reads.
    const killing = workers.map(async (worker, nth) => {
      await delay(20 + number() * 120 * (nth + 1))
      await worker.kill('SIGKILL')
      kills++
    })
    for (const [nth, [cardId, count]] of [...done].entries()) {
      const status = count % 2 === 1 ? 'berjalan' : 'belum'
      await moveCard(ctx(), staff, { commandId: newId(), cardId, status, place })
      done.set(cardId, count + 1)
      await ask(nth % 2 === 0 ? 'notice.mail' : 'notice.gather')
      if (nth === 3 && round % 3 === 0)
        await markRead(ctx(), head, { which: 'all', seenUntil: new Date('2199-01-01') })
    }
    if (round % 5 === 0) done.set(await newCard(), 1)
    await Promise.all(killing)
  }
  expect(kills).toBe(ROUNDS * AT_ONCE)

  const last = await start(true)
  for (const job of ['notice.gather', 'notice.remind', 'notice.mail']) await ask(job)
  await until(
    'all is told, and all letters are out',
    async () => {
      const [row] = await test.database.sql<{ behind: number; unmailed: number; letters: number }[]>`
        select (select revision from board) - (select revision from notice_cursor) as behind,
          (select count(*)::int from notice
            where person_id = ${headId} and read_at is null and mailed_at is null) as unmailed,
          (select count(*)::int from mail where state <> 'sent') as letters`
      return Number(row?.behind) === 0 && row?.unmailed === 0 && row.letters === 0
    },
    { withinMs: 120_000, everyMs: 200 },
  )
  await last.kill('SIGTERM')

  const rows = await told()
  const changes = new Map(rows.filter(row => row.kind === 'changes').map(row => [row.cardId, row.n]))
  expect(Object.fromEntries(changes)).toEqual(Object.fromEntries(done))
  const late = rows.filter(row => row.kind === 'late')
  expect(late.map(row => row.rows)).toEqual(late.map(() => 1))
  expect(new Set(late.map(row => row.cardId))).toEqual(new Set(done.keys()))

  const letters = await test.database.sql<{ id: string; messageId: string }[]>`
    select id, message_id as "messageId" from mail where template = 'notices'`
  expect(letters.length).toBeGreaterThan(0)
  for (const { id, messageId } of letters) expect(messageId).toBe(`<${id}@rapat.contoh.go.id>`)
  // The outbox has each under the name of its row, however often it was written.
  const files = await readdir(join(dataDir, 'outbox'))
  expect(files.sort()).toEqual(letters.map(({ id }) => `${id}.eml`).sort())
}, 600_000)
