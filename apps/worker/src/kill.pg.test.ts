import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { queueMail } from '@mufakat/services'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { numbersOf } from './testing/numbers'
import { bundleWorker, startWorkerProcess, type WorkerProcess } from './testing/process'
import { PHASES, Sink } from './testing/sink'
import { until } from './testing/until'

// The worker as it ships, killed with SIGKILL: no letter twice, none lost.

let test: TestDatabase
let dataDir: string
let sink: Sink
let smtp: Record<string, string>
let worker: WorkerProcess | null = null

beforeAll(() => bundleWorker(), 60_000)
beforeEach(async () => {
  test = await testDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-worker-'))
  sink = new Sink()
  const port = await sink.listen()
  smtp = {
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(port),
    SMTP_TLS: 'none',
    MAIL_FROM: 'Portal Rapat <rapat@contoh.go.id>',
  }
})
afterEach(async () => {
  await worker?.kill('SIGKILL')
  worker = null
  await sink.close()
  await test.close()
  await rm(dataDir, { recursive: true, force: true })
})

const environment = (more: Record<string, string> = {}) => ({
  DATABASE_URL: test.url,
  DATA_DIR: dataDir,
  ...more,
})

const queue = (event: string) =>
  test.database.db.transaction(tx =>
    queueMail(tx, {
      event,
      to: `${event.replace(':', '-')}@contoh.go.id`,
      locale: 'id',
      template: 'password-reset',
      data: {
        name: 'Budi',
        link: `https://rapat.contoh.go.id/${event}`,
        expiresAt: '2126-01-01T00:00:00.000Z',
      },
    }),
  )

const rows = () =>
  test.database.sql<
    { id: string; state: string; messageId: string; unknown: number; attempts: number; data: unknown }[]
  >`
    select id, state, message_id as "messageId", unknown_outcomes as unknown, attempts, data from mail order by event`

const allSent = (count: number) => async () => {
  const [row] = await test.database.sql<{ n: number }[]>`
    select count(*)::int as n from mail where state = 'sent'`
  return row?.n === count
}

describe('a worker that is killed', () => {
  it.each(PHASES)('while the mail server is silent at %s: the letter goes out once', async phase => {
    const reached = sink.silent(phase)
    await queue('reset:1')
    worker = await startWorkerProcess(environment(smtp))
    await reached
    expect((await rows()).map(row => row.state)).toEqual(['sending'])
    await worker.kill('SIGKILL')
    sink.talk()
    worker = await startWorkerProcess(environment(smtp))
    await until('the letter is out', allSent(1))
    const [row] = await rows()
    expect(sink.accepted.map(({ messageId }) => messageId)).toEqual([row?.messageId])
    expect(row).toMatchObject({
      messageId: `<${row?.id}@rapat.contoh.go.id>`,
      attempts: 2,
      unknown: 1,
      data: null,
    })
  })

  it('between the yes of the mail server and the record: once more at most, as the same letter to the byte', async () => {
    for (let n = 0; n < 3; n++) await queue(`reset:${n}`)
    const kills: Promise<unknown>[] = []
    // The sender has not read the yes yet.
    sink.onAccepted = () => {
      if (kills.length < 2 && worker !== null) kills.push(worker.kill('SIGKILL'))
    }
    for (let start = 0; start < 3; start++) {
      worker = await startWorkerProcess(environment(smtp), { isAwaited: false })
      await until('killed, or done', async () => kills.length > start || (await allSent(3)()))
      await kills[start]
    }
    await until('all letters are out', allSent(3))
    const sent = await rows()
    const letters = new Map(sent.map(row => [row.messageId, new Set<string>()]))
    for (const { messageId, raw } of sink.accepted) letters.get(messageId)?.add(raw)
    // A receiver that goes by the Message-ID keeps one of each.
    expect([...letters.values()].map(kept => kept.size)).toEqual([1, 1, 1])
    for (const row of sent) {
      const times = sink.accepted.filter(({ messageId }) => messageId === row.messageId).length
      // Nothing went out twice that the row does not own up to.
      expect(times).toBeLessThanOrEqual(1 + row.unknown)
    }
  }, 120_000)

  it.each([11, 23])(
    'at random moments, into the outbox: each letter is there once (seed %i)',
    async seed => {
      const number = numbersOf(seed)
      const LETTERS = 60
      const KILLS = 8
      let queued = 0
      for (let kill = 0; kill < KILLS; kill++) {
        for (; queued < ((kill + 1) * LETTERS) / KILLS; queued++) await queue(`reset:${seed}-${queued}`)
        worker = await startWorkerProcess(environment(), { isAwaited: number() < 0.5 })
        await delay(number() * 400)
        await worker.kill('SIGKILL')
      }
      worker = await startWorkerProcess(environment())
      await until('all letters are out', allSent(queued))
      const files = await readdir(join(dataDir, 'outbox'))
      const sent = await rows()
      expect(files.sort()).toEqual(sent.map(row => `${row.id}.eml`).sort())
      for (const row of sent) {
        const letter = await readFile(join(dataDir, 'outbox', `${row.id}.eml`), 'utf8')
        expect(letter).toContain(`Message-ID: ${row.messageId}`)
        // Whole: the last boundary stands.
        expect(letter.trimEnd().endsWith('--')).toBe(true)
      }
      const [left] = await test.database.sql<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs`
      expect(left?.n).toBe(0)
    },
    180_000,
  )

  it('at random moments, to a mail server: none lost, and none twice to who goes by the Message-ID', async () => {
    const number = numbersOf(47)
    let queued = 0
    for (let kill = 0; kill < 8; kill++) {
      for (let n = 0; n < 6; n++) await queue(`reset:${queued++}`)
      worker = await startWorkerProcess(environment(smtp), { isAwaited: number() < 0.5 })
      await delay(number() * 400)
      await worker.kill('SIGKILL')
    }
    worker = await startWorkerProcess(environment(smtp))
    await until('all letters are out', allSent(queued))
    const sent = await rows()
    expect(new Set(sink.accepted.map(({ messageId }) => messageId))).toEqual(
      new Set(sent.map(row => row.messageId)),
    )
    for (const row of sent) {
      const times = sink.accepted.filter(({ messageId }) => messageId === row.messageId)
      expect(times.length).toBeLessThanOrEqual(1 + row.unknown)
      expect(new Set(times.map(({ raw }) => raw)).size).toBe(1)
    }
  }, 180_000)

  it('ends at SIGTERM with 0', async () => {
    worker = await startWorkerProcess(environment())
    await queue('reset:1')
    await until('the letter is out', allSent(1))
    expect(await worker.kill('SIGTERM')).toBe(0)
    worker = null
  })
})
