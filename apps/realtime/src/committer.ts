import { setTimeout as delay } from 'node:timers/promises'
import { type Append, type AppendOutcome, appendFlush, findFlush } from '@mufakat/db'
import { newId } from '@mufakat/kernel'
import type { Log, Sql } from './ports'

/** What a commit has come to. `failed`: the database will never take it, as it is. */
export type CommitOutcome = AppendOutcome | 'failed'

/**
 * Group commit: rows of many documents in one statement.
 *
 * 1. One statement is in flight; what is asked meanwhile goes into the next. A room asks for one append at a time.
 * 2. What goes into a statement is made up when it starts, so that it takes along all that has come until then.
 * 3. An outcome is handed out only when it is certain. When the answer was lost, the flush id is looked for under
 *    the heads' locks, for as long as it takes Postgres to come back.
 * 4. A database that answers but takes nothing (its disk is full) is asked ever more rarely, at least once a second.
 * 5. When quiet nothing waits; when busy, statements start at most once per window, so that edits gather.
 */
export class Committer {
  readonly #sql: Sql
  readonly #log: Log
  readonly #windowMs: number
  #asked: Asked[] = []
  #isRunning = false
  #idle: Promise<void> = Promise.resolve()
  #startedAt = Number.NEGATIVE_INFINITY
  /** After a statement that came to nothing. */
  #pauseMs = LEAST_PAUSE_MS

  constructor(sql: Sql, log: Log, { windowMs }: { windowMs: number }) {
    this.#sql = sql
    this.#log = log
    this.#windowMs = windowMs
  }

  /**
   * @param makeUp called once, when the statement starts; null when there is nothing to append after all
   * @returns null in that case
   */
  append(makeUp: () => Append | null): Promise<CommitOutcome | null> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ makeUp, resolve, reject })
      if (!this.#isRunning) this.#idle = this.#run()
    })
  }

  /** Resolves when nothing is asked for or in flight. */
  async idle(): Promise<void> {
    while (this.#isRunning) await this.#idle
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    while (this.#asked.length > 0) {
      const early = this.#startedAt + this.#windowMs - performance.now()
      if (early > 0) await delay(early)
      this.#startedAt = performance.now()
      const batch = this.#madeUp()
      if (batch.length === 0) continue
      const outcomes = await this.#flush(batch.map(({ append }) => append))
      for (const { append, resolve } of batch) resolve(outcomes.get(append.documentId) ?? 'gone')
    }
    // In the same breath as the last look at `#asked`: who asks a moment later must find nobody running.
    this.#isRunning = false
  }

  #madeUp(): MadeUp[] {
    const batch: MadeUp[] = []
    let bytes = 0
    for (const [at, { makeUp, resolve, reject }] of this.#asked.entries()) {
      if (bytes > MAX_FLUSH_BYTES) {
        this.#asked = this.#asked.slice(at)
        return batch
      }
      try {
        const append = makeUp()
        if (append === null) resolve(null)
        else {
          batch.push({ append, resolve })
          bytes += append.parts.length
        }
      } catch (error) {
        reject(error)
      }
    }
    this.#asked = []
    return batch
  }

  async #flush(appends: Append[]): Promise<Map<string, CommitOutcome>> {
    const flushId = newId()
    try {
      const outcomes = await appendFlush(this.#sql, flushId, appends)
      this.#pauseMs = LEAST_PAUSE_MS
      return outcomes
    } catch (error) {
      if (isAboutTheData(error)) return await this.#oneByOne(appends, error)
      this.#log.warn({ err: error, flushId, documents: appends.length }, 'commit outcome unknown')
      const outcomes = await this.#settle(flushId, appends)
      if (![...outcomes.values()].includes('written')) {
        await delay(this.#pauseMs)
        this.#pauseMs = longer(this.#pauseMs)
      }
      return outcomes
    }
  }

  /** A row that Postgres will not have must not take its neighbours with it. */
  async #oneByOne(appends: Append[], error: unknown): Promise<Map<string, CommitOutcome>> {
    const [first] = appends
    if (appends.length === 1 && first !== undefined) {
      this.#log.error({ err: error, documentId: first.documentId }, 'append refused by the database')
      return new Map([[first.documentId, 'failed']])
    }
    const outcomes = new Map<string, CommitOutcome>()
    for (const append of appends) {
      for (const [id, outcome] of await this.#flush([append])) outcomes.set(id, outcome)
    }
    return outcomes
  }

  async #settle(flushId: string, appends: Append[]): Promise<Map<string, AppendOutcome>> {
    for (let pause = LEAST_PAUSE_MS; ; pause = longer(pause)) {
      try {
        const found = await findFlush(
          this.#sql,
          flushId,
          appends.map(append => append.documentId),
        )
        // Not found under the locks: it never will be. `moved` makes the room judge again and ask anew.
        return new Map(
          appends.map(({ documentId }) => [documentId, found.has(documentId) ? 'written' : 'moved']),
        )
      } catch (error) {
        this.#log.warn({ err: error, flushId }, 'database away, outcome still unknown')
        await delay(pause)
      }
    }
  }
}

interface Asked {
  readonly makeUp: () => Append | null
  readonly resolve: (outcome: CommitOutcome | null) => void
  readonly reject: (error: unknown) => void
}

interface MadeUp {
  readonly append: Append
  readonly resolve: Asked['resolve']
}

const MAX_FLUSH_BYTES = 8_000_000
const LEAST_PAUSE_MS = 20
const longer = (pauseMs: number): number => Math.min(pauseMs * 2, 1_000)

/** SQLSTATE classes 22 (data), 23 (constraint), 42 (statement): asking again changes nothing. */
function isAboutTheData(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(22|23|42)[0-9A-Z]{3}$/.test(code)
}
