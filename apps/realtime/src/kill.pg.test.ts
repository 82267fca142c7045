import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Database,
  type EmbeddedPostgres,
  migrate,
  openDatabase,
  startEmbeddedPostgres,
} from '@mufakat/db'
import { defined, systemClock } from '@mufakat/kernel'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { loadCopy } from './load'
import { bundleRealtime, freePort, type RealProcess, spawnRealtime } from './testing/real-process'
import { seeded, Typist, wordsIn } from './testing/typist'
import { openClients, seedWorld, words } from './testing/world'

/** Kills in `npm test`; more at leisure: `KILL_ROUNDS=100 KILL_SEED=7`. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20)
const SEED = Number(process.env.KILL_SEED ?? 20261124)

let dataDir: string
let server: EmbeddedPostgres
let realtime: RealProcess
let database: Database

beforeAll(async () => {
  bundleRealtime()
  dataDir = await mkdtemp(join(tmpdir(), 'mufakat-kill-'))
  await chmod(dataDir, 0o711)
  server = await startEmbeddedPostgres({ dataDir, durable: true })
  await migrate(server.url)
  database = openDatabase(server.url, { max: 4 })
})

afterAll(async () => {
  await realtime?.kill('SIGTERM')
  await database?.close()
  await server?.stop()
  await rm(dataDir, { recursive: true, force: true })
})

it(
  `loses and doubles nothing over ${ROUNDS} kills of realtime, Postgres and both (seed ${SEED})`,
  async () => {
    const port = await freePort()
    const seeds = await seedWorld({ database, clock: systemClock })
    const { documentId } = await seeds.rapat()
    realtime = await spawnRealtime(server.url, port)
    const clients = openClients(seeds, realtime.url)
    const random = seeded(SEED)
    const typists: Typist[] = []
    for (const [index, login] of ['sekretariat', 'bupati', 'kepala.perkim', 'staf.perkim'].entries()) {
      const live = await clients.live(login, documentId)
      await live.ready
      typists.push(new Typist('abcd'.charAt(index), live, random))
    }
    const typedSoFar = () => typists.reduce((sum, typist) => sum + typist.typed.length, 0)
    const inLog = async () => {
      const { copy } = await loadCopy(database.sql, documentId)
      return new Set(wordsIn(words(copy.doc)))
    }

    for (let round = 0; round < ROUNDS; round++) {
      const target = (['realtime', 'postgres', 'both'] as const)[round % 3] ?? 'both'
      const before = typedSoFar()
      const killAt = before + 30 + Math.floor(random() * 60)
      for (const typist of typists) typist.start()
      await vi.waitFor(() => expect(typedSoFar()).toBeGreaterThanOrEqual(killAt), {
        timeout: 30_000,
        interval: 1,
      })

      const dying: Promise<void>[] = []
      if (target !== 'postgres') dying.push(realtime.kill('SIGKILL'))
      if (target !== 'realtime') {
        process.kill(server.process.pid, 'SIGKILL')
        dying.push(server.exited)
      }
      await Promise.all(dying)
      if (target !== 'postgres') {
        await vi.waitFor(
          () => expect(typists.every(typist => typist.live.save.get().kind === 'offline')).toBe(true),
          { timeout: 2_000, interval: 5 },
        )
      }
      const promised = new Set(typists.flatMap(typist => [...typist.acknowledged, ...typist.seen()]))
      expect(promised.size).toBeGreaterThan(before / 2)
      if (target !== 'realtime') server = await startEmbeddedPostgres({ dataDir, durable: true })
      const kept = await vi.waitFor(inLog, { timeout: 20_000, interval: 50 })
      expect([...promised].filter(word => !kept.has(word))).toEqual([])

      if (target !== 'postgres') realtime = await spawnRealtime(server.url, port)
      for (const typist of typists) typist.rest()
      await vi.waitFor(
        () => {
          const [first, ...others] = typists.map(({ live }) => words(live.doc))
          expect(typists.map(({ live }) => live.save.get().kind)).toEqual(typists.map(() => 'saved'))
          for (const other of others) expect(other).toBe(first)
        },
        { timeout: 30_000, interval: 20 },
      )
      const text = wordsIn(words(defined(typists[0], 'typist').live.doc))
      const typed = typists.flatMap(typist => typist.typed)
      expect(text.length, `round ${round}: ${target}`).toBe(typed.length)
      expect(new Set(text)).toEqual(new Set(typed))
      expect(await inLog()).toEqual(new Set(typed))
    }
    console.log(`${typedSoFar()} edits, ${ROUNDS} kills, seed ${SEED}: none lost, none doubled`)
    await clients.close()
  },
  60_000 + ROUNDS * 30_000,
)
