import type { Log } from './ports'

/**
 * Runs the chores one after the other, then waits `everyMs`; one that fails is tried again the next time.
 * @param everyMs infinite: never
 */
export function startChores(
  log: Log,
  everyMs: number,
  chores: readonly (() => Promise<void>)[],
): { stop(): Promise<void> } {
  let stopped = everyMs === Number.POSITIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  const run = async () => {
    for (const chore of chores) {
      if (stopped) return
      await chore().catch(error => log.warn({ err: error }, 'chore failed'))
    }
    if (!stopped) timer = setTimeout(start, everyMs)
  }
  const start = () => {
    round = run()
  }
  start()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
