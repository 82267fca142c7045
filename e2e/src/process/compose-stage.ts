import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBinaries, folderFor, openDatabase, runAs } from '@mufakat/db'
import { parse } from 'yaml'
import { freePort } from '../harness/system'

// The services of docker-compose.yml as compose would run them, without containers: their commands, environments and
// healthchecks as they stand there, with host names, ports and volumes of this machine.

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

interface ServiceFile {
  readonly command?: readonly string[]
  readonly entrypoint?: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly stop_grace_period?: string
}

const SECRETS: Readonly<Record<string, string>> = {
  SESSION_SECRET: 'rahasia-untuk-uji-compose-0123456789',
  POSTGRES_PASSWORD: 'pemilik1',
  POSTGRES_APP_PASSWORD: 'aplikasi1',
}

/** What the images of others set by themselves. */
const IMAGE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  proxy: { XDG_DATA_HOME: '/certs', XDG_CONFIG_HOME: '/certs' },
}

export const isHere = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))

/** A command that compose has started. */
export class Running {
  readonly ended: Promise<number | null>
  output = ''

  constructor(
    readonly child: ChildProcess,
    readonly graceMs: number,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString()
      })
    this.ended = new Promise(done => {
      child.once('close', code => done(code))
      child.once('error', () => done(-1))
    })
  }

  /** SIGTERM, and SIGKILL after the grace of its service: then there is no code. */
  async stop(): Promise<number | null> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), this.graceMs)
    this.child.kill('SIGTERM')
    return this.ended.finally(() => clearTimeout(late))
  }
}

export class ComposeStage {
  readonly baseUrl: string
  readonly #services: Readonly<Record<string, ServiceFile>>
  readonly #folder: string
  readonly #ports: ReadonlyMap<string, number>
  readonly #given: Readonly<Record<string, string>>

  private constructor(folder: string, ports: ReadonlyMap<string, number>) {
    this.#folder = folder
    this.#ports = ports
    this.#services = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }).services
    this.baseUrl = `https://localhost:${this.port('443')}`
    this.#given = {
      ...SECRETS,
      BASE_URL: this.baseUrl,
      CADDY_TLS: 'tls internal',
      CADDY_OPTIONS: `skip_install_trust\n\tdefault_bind 127.0.0.1\n\thttp_port ${this.port('80')}`,
    }
  }

  static async make(folder: string): Promise<ComposeStage> {
    const ports = new Map<string, number>()
    for (const inside of ['80', '443', '3000', '3001', '3002', '3003', '3080', '5432'])
      ports.set(inside, await freePort())
    for (const name of ['data', 'backups', 'certs']) await mkdir(join(folder, name))
    return new ComposeStage(folder, ports)
  }

  port(inside: string): number {
    return this.#ports.get(inside) ?? 0
  }

  /** As compose fills in `${NAME:?why}` and `${NAME:-}`, and then the places of this machine. */
  #here(text: string): string {
    const filled = text
      .replace(/\$\{(\w+):\?[^}]*\}/g, (_, name) => this.#given[name] ?? '')
      .replace(/\$\{(\w+):-([^}]*)\}/g, (_, name, initial) => this.#given[name] ?? initial)
    return filled
      .replace('@postgres:', '@127.0.0.1:')
      .replace('/etc/caddy/', join(ROOT, 'deploy/'))
      .replace(/^\/(data|backups|certs)(?=\/|$)/, (_, name) => join(this.#folder, name))
      .replace(/(?<=^|:)(3000|3001|3002|3003|3080|5432)(?=\/|$)/, inside => String(this.port(inside)))
  }

  environmentOf(name: string): Record<string, string> {
    const entries = Object.entries({ ...IMAGE[name], ...this.#services[name]?.environment })
    return {
      PATH: process.env.PATH ?? '',
      ...Object.fromEntries(entries.map(([key, value]) => [key, this.#here(String(value))])),
    }
  }

  /** Starts a service's command. */
  run(name: string, args: readonly string[] = []): Running {
    const service = this.#services[name]
    return this.command(name, [...(service?.entrypoint ?? []), ...(service?.command ?? []), ...args])
  }

  /** Starts another command in the place of a service. */
  command(name: string, [file = '', ...rest]: readonly string[]): Running {
    const child = spawn(
      file,
      rest.map(part => this.#here(part)),
      {
        cwd: ROOT,
        env: this.environmentOf(name),
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    return new Running(child, Number.parseInt(this.#services[name]?.stop_grace_period ?? '10s', 10) * 1_000)
  }

  /** Waits as `condition: service_healthy` does: its own healthcheck, until it is well or the process has ended. */
  async healthy(name: string, running: Running): Promise<void> {
    const [, file = '', ...args] = this.#services[name]?.healthcheck?.test ?? []
    let over = false
    void running.ended.then(() => {
      over = true
    })
    for (let tries = 0; tries < 200; tries += 1) {
      if (over) throw new Error(`${name} has ended:\n${running.output}`)
      if (await this.#isWell(name, file, args)) return
      await new Promise(done => setTimeout(done, 100))
    }
    throw new Error(`${name} is not well:\n${running.output}`)
  }

  #isWell(name: string, file: string, args: readonly string[]): Promise<boolean> {
    const here = args.map(part =>
      part.replace(/127\.0\.0\.1:(\d+)/, (_, port) => `127.0.0.1:${this.port(port)}`),
    )
    const [program, given] =
      file === 'pg_isready'
        ? [file, [...args, '-h', '127.0.0.1', '-p', String(this.port('5432'))]]
        : [file, here]
    // The embedded Postgres comes without its client programs.
    if (file === 'pg_isready' && !isHere(file)) return this.#answers('mufakat')
    const env = this.environmentOf(name)
    return new Promise(done => execFile(program, given, { cwd: ROOT, env }, error => done(error === null)))
  }

  async #answers(database: string): Promise<boolean> {
    const { POSTGRES_USER, POSTGRES_PASSWORD } = this.environmentOf('postgres')
    const url = `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@127.0.0.1:${this.port('5432')}/${database}`
    const opened = openDatabase(url, { max: 1 })
    return await opened.sql`select 1`
      .then(
        () => true,
        () => false,
      )
      .finally(() => opened.close())
  }

  /** What the image of Postgres does at its first start, with the binaries that are here. */
  async postgres(): Promise<Running> {
    const user = runAs()
    const { initdb, postgres } = await findBinaries(join(ROOT, 'packages/db'), user)
    const environment = this.environmentOf('postgres')
    const folder = join(this.#folder, 'database')
    const secret = join(this.#folder, 'sandi')
    await folderFor(folder, user)
    await writeFile(secret, environment.POSTGRES_PASSWORD ?? '', { mode: 0o644 })
    const how = { ...user, cwd: '/', env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' } }
    const args = (environment.POSTGRES_INITDB_ARGS ?? '').split(' ')
    const made = new Running(
      spawn(
        initdb,
        [
          '-D',
          folder,
          `--username=${environment.POSTGRES_USER}`,
          `--pwfile=${secret}`,
          '--auth=scram-sha-256',
          '--no-sync',
          ...args,
        ],
        how,
      ),
      60_000,
    )
    if ((await made.ended) !== 0) throw new Error(made.output)
    const listens = ['-h', '127.0.0.1', '-p', String(this.port('5432')), '-k', '']
    const running = new Running(spawn(postgres, ['-D', folder, ...listens], how), 60_000)
    for (let tries = 0; tries < 200 && !(await this.#answers('postgres')); tries += 1)
      await new Promise(done => setTimeout(done, 50))
    const { POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB } = environment
    const admin = openDatabase(
      `postgres://${POSTGRES_USER}:${POSTGRES_PASSWORD}@127.0.0.1:${this.port('5432')}/postgres`,
      { max: 1 },
    )
    await admin.sql.unsafe(`create database ${POSTGRES_DB}`)
    await admin.close()
    return running
  }
}
