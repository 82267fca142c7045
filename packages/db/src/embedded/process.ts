import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A process is known by its id and the moment it began: ids are used again, and ending a stranger who got
 * an old id of ours would be worse than leaving an orphan.
 */
export interface ProcessMark {
  readonly pid: number
  readonly started: string
}

/** When the process began, in the system's own words; null when there is none (or only a zombie). */
function processStart(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      // The name in brackets may hold anything, so counting begins after it: state is field 3, the number of
      // threads 20, start 22. Of a killed process the first thread can be over while others still hold its port.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const over = fields[0] === 'Z' && Number(fields[17]) <= 1
      return over ? null : (fields[19] ?? null)
    } catch {
      return null
    }
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

export function markProcess(pid: number): ProcessMark | null {
  const started = processStart(pid)
  return started === null ? null : { pid, started }
}

export const isAlive = (mark: ProcessMark): boolean => processStart(mark.pid) === mark.started

/** Signals the process unless it is gone already. */
export function signal(mark: ProcessMark, name: NodeJS.Signals): void {
  if (!isAlive(mark)) return
  try {
    process.kill(mark.pid, name)
  } catch {
    // Gone between the look and the signal.
  }
}

export const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))

/** Waits until the process is gone; false when it still lives after `ms`. */
export async function gone(mark: ProcessMark, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; isAlive(mark); await pause(20)) {
    if (Date.now() > end) return false
  }
  return true
}

/** Asks with each signal in turn, and waits up to `ms` after each. */
export async function endProcess(mark: ProcessMark, signals: NodeJS.Signals[], ms: number): Promise<void> {
  for (const name of signals) {
    signal(mark, name)
    if (await gone(mark, ms)) return
  }
}
