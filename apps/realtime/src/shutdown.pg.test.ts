import { systemClock } from '@mufakat/kernel'
import { testDatabase } from '@mufakat/testing'
import { expect, it, vi } from 'vitest'
import { loadCopy } from './load'
import { openReader } from './reader'
import { bundleRealtime, freePort, spawnRealtime } from './testing/real-process'
import { seeded, Typist, wordsIn } from './testing/typist'
import { openClients, seedWorld, words } from './testing/world'

const ROUNDS = 3
const SEED = 20261125

it(`loses nothing and ends in order when it is told to end under load (seed ${SEED})`, async () => {
  bundleRealtime()
  const test = await testDatabase({ max: 4 })
  const { sql } = test.database
  const seeds = await seedWorld({ database: test.database, clock: systemClock })
  const { documentId } = await seeds.rapat()
  const port = await freePort()
  let realtime = await spawnRealtime(test.url, port)
  const clients = openClients(seeds, realtime.url)
  const random = seeded(SEED)
  const typists: Typist[] = []
  for (const [index, login] of ['sekretariat', 'bupati', 'kepala.perkim'].entries()) {
    const live = await clients.live(login, documentId)
    await live.ready
    typists.push(new Typist('abc'.charAt(index), live, random))
  }
  const typed = () => typists.flatMap(typist => typist.typed)
  for (let round = 0; round < ROUNDS; round++) {
    const goal = typed().length + 60
    for (const typist of typists) typist.start()
    await vi.waitFor(() => expect(typed().length).toBeGreaterThan(goal), { timeout: 30_000, interval: 1 })
    await realtime.kill('SIGTERM')
    expect(await realtime.exitCode).toBe(0)
    // All that was called saved or seen elsewhere is there, and so is the snapshot's source: facts are up to date.
    const { copy } = await loadCopy(openReader(sql), documentId)
    const kept = new Set(wordsIn(words(copy.doc)))
    const promised = typists.flatMap(typist => [...typist.acknowledged.keys(), ...typist.seen()])
    expect(promised.filter(word => !kept.has(word))).toEqual([])
    const [projected] = await sql`
        select c.seq = d.head_seq as current from notula_content c
        join rapat r on r.id = c.rapat_id join document d on d.id = r.document_id where d.id = ${documentId}`
    expect(projected?.current).toBe(true)
    expect(await sql`select 1 from document_node`).toHaveLength(0)
    realtime = await spawnRealtime(test.url, port)
    for (const typist of typists) typist.rest()
    await vi.waitFor(
      () => {
        expect(typists.map(({ live }) => live.save.get().kind)).toEqual(typists.map(() => 'saved'))
        expect(new Set(typists.map(({ live }) => words(live.doc))).size).toBe(1)
      },
      { timeout: 30_000, interval: 20 },
    )
    expect(wordsIn(words(typists[0]?.live.doc as never)).sort()).toEqual(typed().sort())
  }
  await clients.close()
  await realtime.kill('SIGTERM')
  await test.close()
}, 120_000)
