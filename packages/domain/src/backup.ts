import { addDays, dayIn, type Tanggal, type Zone, zoneHour } from './wib'

/** `schedule`: by the clock; `manual`: a press in Pengaturan; `command`: `npm run backup`. */
export const BACKUP_KINDS = ['schedule', 'manual', 'command'] as const
export type BackupKind = (typeof BACKUP_KINDS)[number]

/** Where an archive lies: in the data folder, in the folder that the environment names, or where a command put it. */
export const BACKUP_PLACES = ['data', 'mounted', 'elsewhere'] as const
export type BackupPlace = (typeof BACKUP_PLACES)[number]

export const BACKUP_STATES = ['waiting', 'running', 'done', 'failed'] as const
export type BackupState = (typeof BACKUP_STATES)[number]

/** Why there is no archive; each has words that say what to do. */
export const BACKUP_FAILURES = [
  'disk-full',
  'folder-missing',
  'folder-refused',
  'database',
  'interrupted',
  'not-whole',
  'unexpected',
] as const
export type BackupFailure = (typeof BACKUP_FAILURES)[number]

export interface KeptArchive {
  readonly id: string
  readonly takenAt: Date
}

/** So many of each are kept: the newest of a day, of a week (from Monday) and of a month. */
export interface Retention {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

const DAY_MS = 24 * 60 * 60 * 1000

function weekOf(day: Tanggal): Tanggal {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/** The archives that may go [B1–B3]; days are those of the regency. */
export function archivesToRemove(
  archives: readonly KeptArchive[],
  retention: Retention,
  zone: Zone,
  now: Date,
): string[] {
  const newestFirst = [...archives].sort((a, b) => b.takenAt.getTime() - a.takenAt.getTime())
  const kept = new Set(newestFirst.slice(0, 1).map(({ id }) => id))
  const keep = (most: number, periodOf: (day: Tanggal) => string): void => {
    const periods = new Set<string>()
    for (const { id, takenAt } of newestFirst) {
      const period = periodOf(dayIn(zone, takenAt))
      if (periods.has(period) || periods.size >= most) continue
      periods.add(period)
      kept.add(id)
    }
  }
  keep(retention.daily, day => day)
  keep(retention.weekly, weekOf)
  keep(retention.monthly, day => day.slice(0, 7))
  return newestFirst
    .filter(({ id, takenAt }) => !kept.has(id) && now.getTime() - takenAt.getTime() >= DAY_MS)
    .map(({ id }) => id)
}

/** The last moment at or before `now` at which the clock of the regency showed this hour. */
export function lastHour(hour: number, zone: Zone, now: Date): Date {
  const today = zoneHour(zone, dayIn(zone, now), hour)
  return today <= now ? today : new Date(today.getTime() - DAY_MS)
}

/** So often a scheduled backup is tried, an hour apart, before the next day is waited for. */
const TRIES = 3

/**
 * Whether the clock asks for a backup now [B4].
 * @param lastGoodAt when the last good archive was begun
 * @param failedAt when scheduled backups failed, of late
 */
export function isBackupDue(
  asked: { hour: number; zone: Zone; lastGoodAt: Date | null; failedAt: readonly Date[] },
  now: Date,
): boolean {
  const moment = lastHour(asked.hour, asked.zone, now)
  if (asked.lastGoodAt !== null && asked.lastGoodAt >= moment) return false
  return asked.failedAt.filter(at => at >= moment).length < TRIES
}

const OLD_DAYS = 2

/** Whether nobody should rely on the last good archive any more [B5]. */
export const isBackupOld = (lastGoodAt: Date | null, now: Date): boolean =>
  lastGoodAt === null || now.getTime() - lastGoodAt.getTime() > OLD_DAYS * DAY_MS
