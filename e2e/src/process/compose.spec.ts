// docker-compose.yml run by hand: its commands, with its environments, in its order, waited for by its healthchecks.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { type IncomingMessage, request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ComposeStage, isHere, type Running } from './compose-stage'

test.describe.configure({ mode: 'serial', timeout: 120_000 })

const PASSWORD = 'hujan di atas atap seng'
const HAS_PROXY = isHere('caddy')

let folder: string
let stage: ComposeStage
/** In the order in which they were started. */
const running = new Map<string, Running>()

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mufakat-compose-'))
  await chmod(folder, 0o711)
  stage = await ComposeStage.make(folder)
})
test.afterAll(async () => {
  for (const one of [...running.values()].reverse()) await one.stop()
  await rm(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

interface Asked {
  readonly form?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks as a browser of a person would: through the proxy, or where there is none the portal as a proxy would. */
function ask(path: string, { form, headers }: Asked = {}): Promise<Answer> {
  const body = form === undefined ? null : new URLSearchParams(form).toString()
  const origin = new URL(stage.baseUrl)
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body?.length ?? 0 }
  const options = {
    host: '127.0.0.1',
    path,
    method: body === null ? 'GET' : 'POST',
    headers: {
      host: origin.host,
      ...(body === null ? {} : { origin: stage.baseUrl, ...type }),
      ...headers,
    },
  }
  return new Promise((done, failed) => {
    const asking = HAS_PROXY
      ? secure({ ...options, port: origin.port, servername: 'localhost', rejectUnauthorized: false })
      : plain({ ...options, port: stage.port('3000') })
    asking.once('error', failed)
    // A socket that was opened is an answer, too.
    asking.once('upgrade', (response: IncomingMessage, socket) => {
      socket.destroy()
      done({ status: response.statusCode ?? 0, headers: response.headers, text: '' })
    })
    asking.once('response', (response: IncomingMessage) => {
      let text = ''
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString()
      })
      response.once('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asking.end(body ?? undefined)
  })
}

/** What a browser would send back. */
const cookiesOf = ({ headers }: Answer): string =>
  (headers['set-cookie'] ?? []).map(cookie => cookie.split(';')[0]).join('; ')

test('each service starts when those it depends on are well', async () => {
  const start = async (name: string): Promise<void> => {
    running.set(name, stage.run(name))
    await stage.healthy(name, running.get(name) as Running)
  }
  const database = await stage.postgres()
  running.set('postgres', database)
  await stage.healthy('postgres', database)
  const migrated = stage.run('migrate')
  expect([await migrated.ended, migrated.output]).toEqual([
    0,
    expect.stringContaining('Skema sudah mutakhir.'),
  ])
  if (HAS_PROXY) await start('proxy')
  await Promise.all(['portal', 'realtime', 'worker'].map(start))
})

test('the first admin comes in over it, and a live line opens', async () => {
  const link = await setupLink()
  expect(link.origin).toBe(stage.baseUrl)
  const person = { name: 'Rina Contoh', email: 'rina@contoh.go.id', nip: '' }
  const made = await ask(link.pathname, { form: { ...person, password: PASSWORD, repeated: PASSWORD } })
  expect(made.status).toBe(302)
  const door = await ask('/masuk', { form: { login: person.email, password: PASSWORD } })
  expect(door.status).toBe(302)
  const cookie = cookiesOf(door)
  expect(cookie).toMatch(/^__Host-/)
  const home = await ask('/', { headers: { cookie } })
  expect([home.status, home.text.includes('Rina Contoh')]).toEqual([200, true])
  expect(home.headers['strict-transport-security']).toContain('max-age=15724800')
  const live = await ask('/socket.io/?EIO=4&transport=websocket', {
    headers: {
      ...{ cookie, origin: stage.baseUrl, connection: 'Upgrade', upgrade: 'websocket' },
      ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==' },
    },
  })
  expect(live.status).toBe(101)
})

test('a backup is taken while it runs', async () => {
  const taken = stage.run('backup', ['/backups/coba.tar'])
  expect([await taken.ended, taken.output]).toEqual([0, expect.stringContaining('Tersimpan: ')])
  expect(await readdir(join(folder, 'backups'))).toEqual(['coba.tar'])
})

test('the proxy keeps numbers inside and believes nobody about who they are', async () => {
  test.skip(!HAS_PROXY, 'caddy is not installed here: deploy/Caddyfile was not run')
  for (const path of ['/metrics', '/readyz']) expect((await ask(path)).status).toBe(404)
  const foreign = await ask('/socket.io/?EIO=4&transport=polling', { headers: { origin: 'https://lain.id' } })
  expect(foreign.status).toBeGreaterThanOrEqual(400)
  // Failed sign-ins are counted by network; what a stranger claims to be is not one.
  for (let nth = 0; nth < 7; nth += 1)
    await ask('/masuk', {
      form: { login: 'rina@contoh.go.id', password: 'keliru sekali' },
      headers: { 'x-forwarded-for': `198.51.100.${nth}` },
    })
  const slowed = await ask('/masuk', { form: { login: 'rina@contoh.go.id', password: 'keliru sekali' } })
  expect(slowed.status).toBe(429)
})

test('each ends by itself when it is asked to, within its grace', async () => {
  const codes: [string, number | null][] = []
  for (const name of ['worker', 'realtime', 'portal', 'proxy', 'postgres']) {
    const one = running.get(name)
    if (one !== undefined) codes.push([name, await one.stop()])
    running.delete(name)
  }
  expect(codes.filter(([, code]) => code !== 0)).toEqual([])
})

/** `docker compose run --rm portal node apps/starter/dist/db-command.js setup` */
async function setupLink(): Promise<URL> {
  const setup = stage.command('portal', ['node', 'apps/starter/dist/db-command.js', 'setup'])
  expect(await setup.ended).toBe(0)
  return new URL(setup.output.trim().split('\n').at(-1) ?? '')
}
