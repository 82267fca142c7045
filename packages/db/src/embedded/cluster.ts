// Invariants
// 1. A cluster folder under its final name is whole: initdb works beside it and the result is renamed.
// 2. One server per cluster: whatever postgres an earlier run left on it is ended before ours begins.
// 3. The cluster's note (port, passwords) is readable by us alone, and written before the cluster exists.
// 4. The server outlives a signal to our process group; only `stop` ends it, so that those who use it can
//    finish first. `exited` tells when it ended, whoever ended it.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import postgres from 'postgres'
import { type DatabaseUrls, makeRole } from '../app-role'
import { type Binaries, findBinaries, folderFor, isReachable, type RunAs, runAs, SHARED_PLACE } from './place'
import { endProcess, markProcess, type ProcessMark, pause } from './process'

export interface EmbeddedOptions {
  /** The folder that owns the cluster; the cluster lies in it unless its user could not get there. */
  readonly dataDir: string
  /** A folder inside the package that depends on the binaries; needed when this code is bundled. */
  readonly packageDir?: string
  /** False only for tests: a crash may then lose what was committed. */
  readonly durable?: boolean
  readonly database?: string
}

export interface EmbeddedPostgres {
  /** Connection URL of the database, for the apps. */
  readonly url: string
  /** The same, for who owns everything: the role that made the cluster. */
  readonly ownerUrl: string
  /** Both on the same server, for another database. */
  urlsOf(database: string): DatabaseUrls
  /** Where the cluster lies. */
  readonly folder: string
  /** True when `folder` is not inside `dataDir`, because the server's user cannot reach that. */
  readonly elsewhere: boolean
  /** True when this start made the cluster. */
  readonly isNew: boolean
  readonly process: ProcessMark
  /** Settles when the server has ended, for whatever reason. */
  readonly exited: Promise<void>
  /** Ends the server: connections are closed, everything committed is on disk. */
  stop(): Promise<void>
}

interface Note {
  readonly id: string
  /** Of the owner. */
  readonly password: string
  /** Of the apps. */
  readonly appPassword: string
  readonly port: number
}

const OWNER = 'mufakat'
const APP = 'mufakat_app'
const HOST = '127.0.0.1'
const NOTE = 'postgres.json'
const READY_MS = 60_000

/** Starts (and makes, when there is none) the Postgres that lives in the data folder. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const user = runAs()
  const database = options.database ?? 'mufakat'
  await mkdir(options.dataDir, { recursive: true, mode: 0o711 })
  const binaries = await findBinaries(options.packageDir ?? dirname(new URL(import.meta.url).pathname), user)
  const note = await readNote(options.dataDir)
  const elsewhere = !isReachable(options.dataDir, user)
  const parent = elsewhere ? join(SHARED_PLACE, note.id) : options.dataDir
  const folder = join(parent, 'postgres')

  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (isNew) await makeCluster(folder, note.password, binaries, user, options.durable ?? true)
  await endLeftover(folder)

  const port = await freePort(note.port)
  if (port !== note.port) await writeNote(options.dataDir, { ...note, port })
  const urlsOf = (name: string) => urlsFor(note, port, name)
  const server = await run({
    folder,
    port,
    binaries,
    user,
    durable: options.durable ?? true,
    ready: urlsOf('postgres').ownerUrl,
  })
  await makeDatabase(urlsOf('postgres').ownerUrl, database, note.appPassword)

  return {
    ...urlsOf(database),
    urlsOf,
    folder,
    elsewhere,
    isNew,
    process: server.mark,
    exited: server.exited,
    stop: async () => {
      await endProcess(server.mark, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 20_000)
      await server.exited
    },
  }
}

/** The database while another process runs the server of that data folder; null when none does. */
export async function runningEmbedded(dataDir: string, database = 'mufakat'): Promise<DatabaseUrls | null> {
  if (!existsSync(join(dataDir, NOTE))) return null
  const note = await readNote(dataDir)
  const parent = isReachable(dataDir, runAs()) ? dataDir : join(SHARED_PLACE, note.id)
  if (leftover(join(parent, 'postgres')) === null) return null
  return urlsFor(note, note.port, database)
}

async function readNote(dataDir: string): Promise<Note> {
  const path = join(dataDir, NOTE)
  const appPassword = randomBytes(24).toString('base64url')
  if (existsSync(path)) {
    const known = JSON.parse(await readFile(path, 'utf8')) as Omit<Note, 'appPassword'> & Partial<Note>
    if (known.appPassword !== undefined) return { ...known, appPassword: known.appPassword }
    // Of a folder from before the apps had a role of their own.
    await writeNote(dataDir, { ...known, appPassword })
    return { ...known, appPassword }
  }
  const note = {
    id: randomBytes(8).toString('hex'),
    password: randomBytes(24).toString('base64url'),
    appPassword,
    port: await freePort(0),
  }
  await writeNote(dataDir, note)
  return note
}

async function writeNote(dataDir: string, note: Note): Promise<void> {
  const path = join(dataDir, NOTE)
  await writeFile(`${path}.new`, JSON.stringify(note), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

async function makeCluster(
  folder: string,
  password: string,
  { initdb }: Binaries,
  user: RunAs | null,
  durable: boolean,
): Promise<void> {
  const half = `${folder}.new`
  const secret = `${folder}.secret`
  await mkdir(dirname(folder), { recursive: true, mode: 0o711 })
  await rm(half, { recursive: true, force: true })
  await folderFor(half, user)
  await writeFile(secret, password, { mode: 0o600 })
  if (user !== null) await chown(secret, user.uid, user.gid)
  const args = [
    ['-D', half],
    ['-U', OWNER],
    [`--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ['--locale=C', '--locale-provider=icu', '--icu-locale=id'],
    durable ? [] : ['--no-sync'],
  ].flat()
  try {
    await finished(
      spawn(initdb, args, { ...user, cwd: '/', env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] }),
    )
  } finally {
    await rm(secret, { force: true })
  }
  await rename(half, folder)
}

/** Nothing of ours leaks into the server: PG* variables would change it. */
const ENVIRONMENT = {
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: 'production' as const,
}

function finished(child: ChildProcess): Promise<void> {
  let output = ''
  child.stdout?.on('data', chunk => (output += chunk))
  child.stderr?.on('data', chunk => (output += chunk))
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('close', code => {
      if (code === 0) done()
      else failed(new Error(`initdb ended with ${code}: ${output.trim().split('\n').slice(-3).join(' ')}`))
    })
  })
}

const urlsFor = (note: Note, port: number, database: string): DatabaseUrls => ({
  url: `postgres://${APP}:${note.appPassword}@${HOST}:${port}/${database}`,
  ownerUrl: `postgres://${OWNER}:${note.password}@${HOST}:${port}/${database}`,
})

const pidFile = (folder: string) => join(folder, 'postmaster.pid')

/** The server that lives on this cluster, or null. */
function leftover(folder: string): ProcessMark | null {
  if (!existsSync(pidFile(folder))) return null
  const [pid, place] = readFileSync(pidFile(folder), 'utf8').split('\n')
  const mark = markProcess(Number(pid))
  return mark !== null && place === folder && looksLikePostgres(mark.pid) ? mark : null
}

/** Ends a server that an earlier run left on this cluster, and takes away a pid file nobody stands behind. */
async function endLeftover(folder: string): Promise<void> {
  const mark = leftover(folder)
  if (mark !== null) await endProcess(mark, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 10_000)
  await rm(pidFile(folder), { force: true })
}

function looksLikePostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('postgres') ?? false
  } catch {
    return false
  }
}

/** The wished port when it is free, else one that the system picks. */
async function freePort(wished: number): Promise<number> {
  const probe = (port: number) =>
    new Promise<number | null>(done => {
      const server = createServer()
      server.once('error', () => done(null))
      server.listen({ host: HOST, port, exclusive: true }, () => {
        const address = server.address()
        server.close(() => done(typeof address === 'object' && address !== null ? address.port : null))
      })
    })
  const port = (await probe(wished)) ?? (await probe(0))
  if (port === null) throw new Error('no free port for Postgres')
  return port
}

interface Run {
  readonly folder: string
  readonly port: number
  readonly binaries: Binaries
  readonly user: RunAs | null
  readonly durable: boolean
  readonly ready: string
}

interface Running {
  readonly mark: ProcessMark
  readonly exited: Promise<void>
}

async function run(plan: Run): Promise<Running> {
  const end = Date.now() + READY_MS
  // After a kill the old server's backends hold its shared memory for a moment: then the new one gives up
  // at once, and a second try goes through.
  for (;;) {
    const server = launch(plan)
    if (await answers(plan.ready, server, end)) return server
    if (Date.now() > end) {
      await endProcess(server.mark, ['SIGINT', 'SIGQUIT', 'SIGKILL'], 5_000)
      throw new Error(`Postgres does not answer: ${lastWords(plan.folder)}`)
    }
    await pause(200)
  }
}

function launch({ folder, port, binaries, user, durable }: Run): Running & { ended: () => boolean } {
  const settings = [
    `port=${port}`,
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    'max_connections=100',
    'timezone=UTC',
    'log_timezone=UTC',
    ...(durable
      ? []
      : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300']),
  ]
  const log = openSync(logFile(folder), 'w', 0o600)
  const child = spawn(binaries.postgres, ['-D', folder, ...settings.flatMap(setting => ['-c', setting])], {
    ...user,
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  })
  closeSync(log)
  let ended = false
  const exited = new Promise<void>(done => {
    const finish = () => {
      ended = true
      done()
    }
    child.once('exit', finish)
    child.once('error', finish)
  })
  const mark = child.pid === undefined ? null : markProcess(child.pid)
  return { mark: mark ?? { pid: 0, started: '' }, exited, ended: () => ended }
}

const logFile = (folder: string) => `${folder}.log`

function lastWords(folder: string): string {
  try {
    return readFileSync(logFile(folder), 'utf8').trim().split('\n').slice(-2).join(' ')
  } catch {
    return 'no log'
  }
}

async function answers(url: string, server: { ended: () => boolean }, end: number): Promise<boolean> {
  while (!server.ended() && Date.now() < end) {
    const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
    try {
      await sql`select 1`
      return true
    } catch {
      await pause(30)
    } finally {
      await sql.end({ timeout: 1 })
    }
  }
  return false
}

/** The database, and the role of the apps, which a cluster from before does not have. */
async function makeDatabase(url: string, name: string, appPassword: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (found === undefined) await sql`create database ${sql(name)}`
    await makeRole(sql, { name: APP, password: appPassword })
  } finally {
    await sql.end()
  }
}
