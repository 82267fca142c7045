import { existsSync, statSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { endProcess, isAlive, startEmbeddedPostgres } from '@mufakat/db'
import { expect, test } from '@playwright/test'
import { freePort, freshDataDir, type Launch, launchSystem, type StartOptions } from '../harness/system'

// `npm run up` as a whole: what it prints, what it leaves, what it survives.
test.describe.configure({ timeout: 120_000 })

const status = async (url: string) => (await fetch(url, { redirect: 'manual' })).status

test.describe('one data folder through its days', () => {
  test.describe.configure({ mode: 'serial' })
  let dataDir: string
  let port: number
  let launch: Launch | null = null

  test.beforeAll(async () => {
    dataDir = await freshDataDir()
    port = await freePort()
  })
  test.afterAll(async () => {
    await launch?.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  async function up(options: StartOptions = {}): Promise<Launch> {
    launch = await launchSystem({ dataDir, port, ...options })
    return launch
  }

  test('says Siap as its last line once a page answers, and shows progress before', async () => {
    const first = await up({ throughNpm: true })
    await first.ready()
    expect(await status(`${first.baseUrl}/masuk`)).toBe(200)
    expect(first.lines.at(-1)).toBe(`Siap: ${first.baseUrl}`)
    expect(first.lines.length).toBeGreaterThan(3)
    expect(statSync(join(dataDir, 'session-secret')).mode & 0o777).toBe(0o600)
  })

  test('refuses a second start on the same data, which does not disturb the first', async () => {
    const second = await launchSystem({ dataDir, port: await freePort() })
    expect((await second.ended).code).toBe(1)
    expect(second.lines.at(-1)).toContain('Sudah berjalan')
    expect(await status(`http://localhost:${port}/masuk`)).toBe(200)
  })

  test('says in one line that the port is busy', async () => {
    const other = await freshDataDir()
    const third = await launchSystem({ dataDir: other, port })
    expect((await third.ended).code).toBe(1)
    expect(third.lines).toHaveLength(1)
    expect(third.lines[0]).toContain(`PORT ${port} sedang dipakai`)
    await rm(other, { recursive: true, force: true })
  })

  test('starts a killed app, and a killed database, again', async () => {
    if (launch === null) throw new Error('not started')
    const before = launch.processes()
    const victims = [...before.children, before.postgres].flatMap(mark => (mark === null ? [] : [mark]))
    for (const victim of victims) await endProcess(victim, ['SIGKILL'], 5_000)
    await expect
      .poll(() => status(`http://localhost:${port}/masuk`).catch(() => 0), { timeout: 30_000 })
      .toBe(200)
    await expect
      .poll(() => launch?.processes().children.length, { timeout: 30_000 })
      .toBe(before.children.length)
  })

  test('ends everything at Ctrl+C and leaves nothing behind', async () => {
    if (launch === null) throw new Error('not started')
    const { starter, children, postgres } = launch.processes()
    launch.signalGroup('SIGINT')
    await launch.ended
    for (const mark of [starter, ...children, postgres]) expect(mark !== null && isAlive(mark)).toBe(false)
    expect(existsSync(join(dataDir, 'run.json'))).toBe(false)
  })

  test('reaches Siap in under 10 s the second time', async () => {
    const begun = performance.now()
    await (await up({ throughNpm: true })).ready()
    expect(performance.now() - begun).toBeLessThan(10_000)
  })

  test('recovers when only the starter was killed: what it left running is ended first', async () => {
    if (launch === null) throw new Error('not started')
    const { starter, children, postgres } = launch.processes()
    if (starter !== null) await endProcess(starter, ['SIGKILL'], 5_000)
    await (await up()).ready()
    for (const mark of [...children, postgres]) expect(mark !== null && isAlive(mark)).toBe(false)
  })

  test('recovers after kill -9 of everything', async () => {
    if (launch === null) throw new Error('not started')
    await launch.killAll()
    await (await up()).ready()
    expect(await status(`http://localhost:${port}/masuk`)).toBe(200)
  })

  test('a port that a stranger took after a kill is not taken for ours', async () => {
    await launch?.killAll()
    const stranger = createServer()
    await new Promise<void>(done => stranger.listen(port, '127.0.0.1', done))
    const blocked = await launchSystem({ dataDir, port })
    expect((await blocked.ended).code).toBe(1)
    expect(blocked.lines.at(-1)).toContain(`PORT ${port} sedang dipakai`)
    await new Promise(done => stranger.close(done))
  })
})

test.describe('a wrong setting', () => {
  for (const [env, name] of [
    [{ PORT: 'tiga' }, 'PORT'],
    [{ HOST: '0.0.0.0', DEMO: '1' }, 'DEMO'],
    [{ BASE_URL: 'rapat.go.id' }, 'BASE_URL'],
    [{ SESSION_SECRET: 'pendek' }, 'SESSION_SECRET'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://x@127.0.0.1:1/y' }, 'DATABASE_URL'],
  ] as [Record<string, string>, string][]) {
    test(`is one clear line and exit 1: ${JSON.stringify(env)}`, async () => {
      const wrong = await launchSystem({ env })
      expect((await wrong.ended).code).toBe(1)
      expect(wrong.lines).toHaveLength(1)
      expect(wrong.lines[0]).toContain(name)
      await rm(wrong.dataDir, { recursive: true, force: true })
    })
  }
})

test('a database that would lose what it calls committed is refused in production', async () => {
  const folder = await freshDataDir()
  const server = await startEmbeddedPostgres({ dataDir: folder, durable: false })
  const refused = await launchSystem({ env: { DATABASE_URL: server.url } })
  expect((await refused.ended).code).toBe(1)
  expect(refused.lines).toHaveLength(1)
  expect(refused.lines[0]).toContain('fsync')
  await server.stop()
  for (const used of [folder, refused.dataDir]) await rm(used, { recursive: true, force: true })
})
