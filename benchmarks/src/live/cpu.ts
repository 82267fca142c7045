import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** Fields of /proc/<pid>/stat after the name, which may hold anything; null when the process is gone. */
function statOf(pid: number | string): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

const sumOf = (stat: string[], first: number, last: number) =>
  stat.slice(first, last + 1).reduce((sum, ticks) => sum + Number(ticks), 0)

/** CPU seconds of one process so far. */
export const cpuOf = (pid: number): number => sumOf(statOf(pid) ?? [], 11, 12) / TICKS_PER_SECOND

/** CPU seconds of a process, of its children that live and of those it has buried: all of Postgres. */
export function cpuOfFamily(pid: number): number {
  const own = statOf(pid)
  let ticks = own === null ? 0 : sumOf(own, 11, 14)
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const stat = statOf(entry)
    if (stat !== null && Number(stat[1]) === pid) ticks += sumOf(stat, 11, 12)
  }
  return ticks / TICKS_PER_SECOND
}

/** Resident memory in bytes. */
export function residentOf(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) * 1_024
}
