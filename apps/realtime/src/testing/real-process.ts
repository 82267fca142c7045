import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { ORIGIN } from './world'

const APP = fileURLToPath(new URL('../..', import.meta.url))
const BUNDLE = 'dist/main.test.js'

/** Bundles the realtime process as it ships. */
export function bundleRealtime(): void {
  execFileSync(process.execPath, ['../../tools/bundle.mjs', 'src/main.ts', BUNDLE], { cwd: APP })
}

export interface RealProcess {
  readonly url: string
  /** Null when a signal has ended it. */
  readonly exitCode: Promise<number | null>
  /** Resolves when it has ended. */
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** Starts the bundled realtime on a port; resolves when it can commit. */
export async function spawnRealtime(databaseUrl: string, port: number): Promise<RealProcess> {
  const child: ChildProcess = spawn(process.execPath, [BUNDLE], {
    cwd: APP,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env.PATH ?? '',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      REALTIME_PORT: String(port),
      SESSION_SECRET: 'x'.repeat(32),
      BASE_URL: ORIGIN,
      HOST: '127.0.0.1',
    },
  })
  const exitCode = new Promise<number | null>(resolve => child.once('exit', resolve))
  const url = `http://127.0.0.1:${port}`
  await vi.waitFor(
    async () => {
      if ((await fetch(`${url}/readyz`)).status !== 200) throw new Error('not ready')
    },
    { timeout: 30_000, interval: 50 },
  )
  return {
    url,
    exitCode,
    async kill(signal) {
      child.kill(signal)
      await exitCode
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
