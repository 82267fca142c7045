import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { until } from './until'

const CWD = fileURLToPath(new URL('../..', import.meta.url))
const BUNDLE = `dist/main.test.${process.pid}.js`

/** Bundles the worker as it ships, for this run alone. */
export function bundleWorker(): void {
  execFileSync(process.execPath, ['../../tools/bundle.mjs', 'src/main.ts', BUNDLE], { cwd: CWD })
  process.once('exit', () => {
    for (const file of [BUNDLE, `${BUNDLE}.map`]) rmSync(`${CWD}${file}`, { force: true })
  })
}

export interface WorkerProcess {
  readonly url: string
  /** Resolves when it has ended, with its code; null: a signal has ended it. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts the bundled worker; resolves when it takes jobs, or at once when `isAwaited` is false. */
export async function startWorkerProcess(
  environment: Readonly<Record<string, string>>,
  { isAwaited = true } = {},
): Promise<WorkerProcess> {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, [BUNDLE], {
    cwd: CWD,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      SESSION_SECRET: 'x'.repeat(32),
      BASE_URL: 'https://rapat.contoh.go.id',
      REALTIME_PORT: '1',
      WORKER_PORT: String(port),
      ...environment,
    },
  })
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  if (isAwaited) await until('the worker takes jobs', async () => (await fetch(`${url}/readyz`)).ok)
  return {
    url,
    kill: signal => {
      child.kill(signal)
      return ended
    },
  }
}

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
