// Invariants
// 1. At most one process of a service lives; a new one begins only after the old one has ended.
// 2. A service that ends without being told to is started again, after a pause that grows while it keeps
//    failing. After `stop` nothing is started any more.
// 3. Children lead their own process group: a Ctrl+C reaches only the starter, which ends them in order.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { endProcess, markProcess, type ProcessMark } from '@mufakat/db'
import { StartRefused, say } from './say'

const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
/** Having lived so long, a service counts as well again. */
const WELL_MS = 30_000
const LOG_BYTES = 20_000_000
/** So often may a service fail before it has answered even once; then the start is given up. */
const TRIES_BEFORE_FIRST_ANSWER = 3

export interface ServicePlan {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly cwd: string
  readonly environment: Readonly<Record<string, string>>
  /** Asked until it answers 200. */
  readonly health: string
  readonly log: string
  /** The list of living processes has changed. */
  readonly changed: () => void
}

export class Service {
  readonly #plan: ServicePlan
  #environment: Readonly<Record<string, string>>
  #child: ChildProcess | null = null
  #mark: ProcessMark | null = null
  #begun = 0
  #failures = 0
  #answered = false
  #stopping = false
  #timer: NodeJS.Timeout | null = null

  constructor(plan: ServicePlan) {
    this.#plan = plan
    this.#environment = plan.environment
  }

  get mark(): ProcessMark | null {
    return this.#mark
  }

  /** Starts it and waits for its first answer. Rejects when it fails again and again, or takes too long. */
  async start(timeoutMs: number): Promise<void> {
    this.#launch()
    for (const end = Date.now() + timeoutMs; ; await pause(50)) {
      if (this.#stopping) return
      if (this.#mark !== null && (await this.#answers())) break
      if (this.#failures >= TRIES_BEFORE_FIRST_ANSWER || Date.now() > end) {
        throw new StartRefused(
          `${this.#plan.name} tidak menjawab; catatan terakhir (${this.#plan.log}):\n${this.#lastWords()}`,
        )
      }
    }
    this.#answered = true
  }

  /** Ends it; with SIGKILL when it does not end by itself. */
  async stop(): Promise<void> {
    this.#stopping = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    if (this.#mark !== null) await endProcess(this.#mark, ['SIGTERM', 'SIGKILL'], 10_000)
  }

  /** Goes on with another environment: the running process ends and a new one begins. */
  restartWith(environment: Readonly<Record<string, string>>): void {
    this.#environment = environment
    if (this.#mark !== null) void endProcess(this.#mark, ['SIGTERM', 'SIGKILL'], 10_000)
  }

  #launch(): void {
    const { command, cwd, name, log, changed } = this.#plan
    const [file, ...args] = command
    const output = openLog(log)
    this.#begun = Date.now()
    const child = spawn(file, args, {
      cwd,
      env: this.#environment,
      stdio: ['ignore', output, output],
      detached: true,
    })
    closeSync(output)
    this.#child = child
    this.#mark = child.pid === undefined ? null : markProcess(child.pid)
    changed()
    let over = false
    const ended = (how: string) => {
      if (over || this.#child !== child) return
      over = true
      this.#child = null
      this.#mark = null
      changed()
      if (!this.#stopping) this.#again(name, how)
    }
    child.once('error', error => ended(error.message))
    child.once('exit', (code, signalName) => ended(signalName ?? `kode ${code}`))
  }

  #again(name: string, how: string): void {
    this.#failures = Date.now() - this.#begun > WELL_MS ? 1 : this.#failures + 1
    const wait = Math.min(FIRST_PAUSE_MS * 2 ** (this.#failures - 1), LONGEST_PAUSE_MS)
    if (this.#answered) say(`${name} berhenti (${how}); dijalankan lagi …`)
    this.#timer = setTimeout(() => this.#launch(), wait)
  }

  async #answers(): Promise<boolean> {
    try {
      const response = await fetch(this.#plan.health, {
        redirect: 'manual',
        signal: AbortSignal.timeout(5_000),
      })
      await response.arrayBuffer()
      return response.status === 200
    } catch {
      return false
    }
  }

  #lastWords(): string {
    const lines = readFileSync(this.#plan.log, 'utf8').trim().split('\n').slice(-12)
    return lines.map(line => line.slice(0, 300)).join('\n')
  }
}

const pause = (ms: number) => new Promise<void>(done => setTimeout(done, ms))

function openLog(path: string): number {
  try {
    if (statSync(path).size > LOG_BYTES) renameSync(path, `${path}.1`)
  } catch {
    // There is none yet.
  }
  return openSync(path, 'a', 0o600)
}
