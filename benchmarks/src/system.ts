import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The whole system, as `npm run up` starts it, on a free port with a fresh demo. */
export interface System {
  readonly baseUrl: string
  /** The process that serves live documents. */
  realtimePid(): number
  stop(): Promise<void>
}

/** @param kept a folder of the caller's, which stays when the system has ended */
export async function startSystem(kept?: string): Promise<System> {
  const dataDir = kept ?? (await mkdtemp(join(tmpdir(), 'mufakat-bench-')))
  const port = await freePort()
  const child = spawn(process.execPath, ['tools/up.mjs'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await said(child, 'Siap: ')
  return {
    baseUrl: `http://localhost:${port}`,
    realtimePid() {
      const note = JSON.parse(readFileSync(join(dataDir, 'run.json'), 'utf8')) as {
        children: { pid: number }[]
      }
      const realtime = note.children.find(({ pid }) =>
        readlinkSync(`/proc/${pid}/cwd`).endsWith('apps/realtime'),
      )
      if (realtime === undefined) throw new Error('realtime is not running')
      return realtime.pid
    },
    async stop() {
      if (child.exitCode === null) {
        const ended = new Promise(resolve => child.once('close', resolve))
        child.kill('SIGTERM')
        await ended
      }
      if (kept === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes(words)) resolve()
    })
    child.once('close', code => reject(new Error(`ended with ${code} before "${words}":\n${output}`)))
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
}
