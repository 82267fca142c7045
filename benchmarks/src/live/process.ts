import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { freePort } from '../system'

export interface ServerProcess {
  readonly pid: number
  readonly port: number
  /** Resolves when it has ended. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const READY_MS = 30_000

const alive = new Set<ChildProcess>()
// Whatever ends the load driver, its servers do not stay behind.
process.once('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

/** Starts a server of its own process and resolves when `path` is answered with anything but an error. */
export async function startProcess(options: {
  args: readonly string[]
  env: (port: number) => Readonly<Record<string, string>>
  cwd: string
  path: string
}): Promise<ServerProcess> {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...options.env(port) },
  })
  alive.add(child)
  const exited = new Promise<void>(resolve => {
    child.once('exit', () => {
      alive.delete(child)
      resolve()
    })
  })
  const { pid } = child
  if (pid === undefined) throw new Error('the server did not start')
  const deadline = performance.now() + READY_MS
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${options.path}`).catch(() => null)
    if (answer?.ok === true) break
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (performance.now() > deadline) throw new Error('the server is not ready')
    await delay(30)
  }
  return {
    pid,
    port,
    async end(signal = 'SIGTERM') {
      child.kill(signal)
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await exited
      clearTimeout(hard)
    },
  }
}
