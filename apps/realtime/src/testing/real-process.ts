import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { until } from './until'
import { ORIGIN } from './world'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))
const BUNDLE = `dist/main.test.${process.pid}.js`

/** Bundles the realtime process as it ships; for this run alone, another may be of another source. */
export function bundleRealtime(): void {
  const cwd = `${ROOT}apps/realtime/`
  execFileSync(process.execPath, ['../../tools/bundle.mjs', 'src/main.ts', BUNDLE], { cwd })
  process.once('exit', () => {
    for (const file of [BUNDLE, `${BUNDLE}.map`]) rmSync(`${cwd}${file}`, { force: true })
  })
}

/** Builds what is shipped, unless it is built: the portal takes a while. */
export function buildPortal(): void {
  execFileSync(process.execPath, ['tools/build.mjs'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] })
}

export interface RealProcess {
  readonly url: string
  /** Null when a signal has ended it. */
  readonly exitCode: Promise<number | null>
  /** False when it ends although nobody has asked it to. */
  readonly isAskedToEnd: boolean
  /** Resolves when it has ended. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Bytes of memory it has in use now. */
  residentBytes(): number
}

interface Plan {
  readonly app: 'realtime' | 'portal'
  readonly bundle: string
  readonly port: number
  /** Path that answers 200 when it is. */
  readonly ready: string
  readonly environment: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
}

async function start(plan: Plan): Promise<RealProcess> {
  const child: ChildProcess = spawn(process.execPath, [...(plan.nodeArguments ?? []), plan.bundle], {
    cwd: `${ROOT}apps/${plan.app}`,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      SESSION_SECRET: 'x'.repeat(32),
      BASE_URL: ORIGIN,
      HOST: '127.0.0.1',
      ...plan.environment,
    },
  })
  const exitCode = new Promise<number | null>(resolve => child.once('exit', resolve))
  let isAskedToEnd = false
  const url = `http://127.0.0.1:${plan.port}`
  await until(`${plan.app} answers`, async () => (await fetch(`${url}${plan.ready}`)).status === 200, {
    everyMs: 50,
  })
  return {
    url,
    exitCode,
    get isAskedToEnd() {
      return isAskedToEnd
    },
    async kill(signal) {
      isAskedToEnd = true
      child.kill(signal)
      await exitCode
    },
    signal: signal => void child.kill(signal),
    residentBytes() {
      const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))
      return Number(line?.[1] ?? 0) * 1_024
    },
  }
}

export interface ProcessOptions {
  readonly nodeArguments?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts the bundled realtime on a port; resolves when it can commit. */
export const spawnRealtime = (
  databaseUrl: string,
  port: number,
  { nodeArguments = [], environment = {} }: ProcessOptions = {},
): Promise<RealProcess> =>
  start({
    app: 'realtime',
    bundle: BUNDLE,
    port,
    ready: '/readyz',
    environment: { DATABASE_URL: databaseUrl, REALTIME_PORT: String(port), ...environment },
    nodeArguments,
  })

/** Starts the portal as built, which passes sockets on to the realtime. */
export const spawnPortal = (databaseUrl: string, port: number, realtimePort: number): Promise<RealProcess> =>
  start({
    app: 'portal',
    bundle: 'build/main.js',
    port,
    ready: '/masuk',
    environment: { DATABASE_URL: databaseUrl, REALTIME_PORT: String(realtimePort), PORT: String(port) },
  })

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
