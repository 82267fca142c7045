import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type DatabaseUrls,
  endProcess,
  isAlive,
  markProcess,
  type ProcessMark,
  runningEmbedded,
} from '@mufakat/db'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

const READY_MS = 180_000

export interface StartOptions {
  /** The folder of an earlier run, to start on it again; else a fresh one is made. */
  readonly dataDir?: string
  readonly port?: number
  /** Settings beyond PORT and DATA_DIR. */
  readonly env?: Readonly<Record<string, string>>
  /** `npm run up` as a person types it; by default its program directly, which is half a second faster. */
  readonly throughNpm?: boolean
}

interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** `npm run up` as a process that a test watches, stops and kills. */
export class Launch {
  readonly dataDir: string
  readonly port: number
  readonly #child: ChildProcess
  readonly ended: Promise<Ended>
  #output = ''
  #over: Ended | null = null
  #heard = () => {}

  constructor(dataDir: string, port: number, options: StartOptions) {
    this.dataDir = dataDir
    this.port = port
    const [file, ...args] = options.throughNpm ? ['npm', 'run', 'up'] : [process.execPath, 'tools/up.mjs']
    this.#child = spawn(file ?? '', args, {
      cwd: ROOT,
      env: { ...baseEnvironment(), PORT: String(port), DATA_DIR: dataDir, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: a Ctrl+C can be sent to all of it, as a terminal does.
      detached: true,
    })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.#output += chunk.toString()
        this.#heard()
      })
    }
    this.ended = new Promise(done => {
      this.#child.once('close', (code, signal) => {
        this.#over = { code, signal }
        this.#heard()
        done(this.#over)
      })
    })
  }

  get baseUrl(): string {
    return `http://localhost:${this.port}`
  }

  /** Everything printed so far, both streams. */
  get output(): string {
    return this.#output
  }

  get lines(): string[] {
    return this.#output.trim().split('\n')
  }

  /** Resolves at the line `Siap:`; rejects with the output when the process ends or the time is over. */
  ready(): Promise<void> {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new Error(`no Siap in time:\n${this.#output}`)), READY_MS)
      this.#heard = () => {
        const isReady = /^Siap: /m.test(this.#output)
        if (!isReady && this.#over === null) return
        clearTimeout(late)
        if (isReady) done()
        else failed(new Error(`ended before Siap:\n${this.#output}`))
      }
      this.#heard()
    })
  }

  /** A signal to every process of the group, as a terminal sends Ctrl+C. */
  signalGroup(name: NodeJS.Signals): void {
    if (this.#child.pid === undefined || this.#over !== null) return
    process.kill(-this.#child.pid, name)
  }

  /** Asks the start to end everything, and waits for it. */
  async stop(): Promise<Ended> {
    if (this.#over === null) this.signalGroup('SIGTERM')
    return this.ended
  }

  /** The processes of this system that live now, by what they are. */
  processes(): { starter: ProcessMark | null; children: ProcessMark[]; postgres: ProcessMark | null } {
    const note = JSON.parse(readFileSync(join(this.dataDir, 'run.json'), 'utf8')) as {
      starter: ProcessMark
      children: ProcessMark[]
    }
    const pid = Number(readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    return { starter: note.starter, children: note.children, postgres: markProcess(pid) }
  }

  /** `kill -9` of everything at once: starter, apps, and the database with all its processes. */
  async killAll(): Promise<void> {
    const { starter, children, postgres } = this.processes()
    const marks = [starter, ...children, postgres].filter(mark => mark !== null && isAlive(mark))
    const family = marks.flatMap(mark => (mark === null ? [] : [mark, ...childrenOf(mark.pid)]))
    await Promise.all(family.map(mark => endProcess(mark, ['SIGKILL'], 5_000)))
    await this.ended
  }

  /** URLs of the embedded database of this system, for the apps and for its owner. */
  async databaseUrls(): Promise<DatabaseUrls> {
    const urls = await runningEmbedded(this.dataDir)
    if (urls === null) throw new Error('the database is not running')
    return urls
  }
}

export interface RunningSystem extends AsyncDisposable {
  readonly launch: Launch
  readonly baseUrl: string
  /** Ends the system and forgets its data, unless the folder was given. */
  close(): Promise<void>
}

/** Starts a launch without waiting for `Siap:`. */
export async function launchSystem(options: StartOptions = {}): Promise<Launch> {
  const dataDir = options.dataDir ?? (await freshDataDir())
  return new Launch(dataDir, options.port ?? (await freePort()), options)
}

/** The whole system with a demo of its own, on a free port. */
export async function startSystem(options: StartOptions = {}): Promise<RunningSystem> {
  const launch = await launchSystem(options)
  const close = async () => {
    await launch.stop()
    if (options.dataDir === undefined) await rm(launch.dataDir, { recursive: true, force: true })
  }
  try {
    await launch.ready()
  } catch (error) {
    await close()
    throw error
  }
  return { launch, baseUrl: launch.baseUrl, close, [Symbol.asyncDispose]: close }
}

export async function freshDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mufakat-e2e-'))
  // Under root the database's user must be able to walk into it.
  await chmod(folder, 0o711)
  return folder
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

/** Our own settings must not leak into the system under test. */
function baseEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS']
  return Object.fromEntries(
    kept.flatMap(name => (process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']])),
  )
}

function childrenOf(parent: number): ProcessMark[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const mark = Number(ppid) === parent ? markProcess(Number(name)) : null
        return mark === null ? [] : [mark]
      } catch {
        return []
      }
    })
}
