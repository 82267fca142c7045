import type { ActivityKind } from './card-activity'
import { addDays, dayIn, daysBetween, type Tanggal, timeIn, type Zone, zoneHour } from './wib'

/** What became of the report of an OPD for a triwulan (SPEC.md KB10). */
const REPORT_NOTICES = ['report-sent', 'report-returned', 'report-accepted'] as const
export type ReportNotice = (typeof REPORT_NOTICES)[number]

/**
 * What somebody is told of. `changes`: what others did with a card; the rest, but `mention` and what became of a report,
 * comes by the clock.
 */
export const NOTICE_KINDS = [
  'changes',
  'mention',
  ...REPORT_NOTICES,
  'due-week',
  'due-day',
  'late',
  'late-head',
  'late-sekretariat',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** What a notula does with its cards as it is written: its ratification tells of it once. */
const AS_WRITTEN: readonly ActivityKind[] = ['decided', 'reworded', 'removed', 'restored']

/** Whether what happened to a card is told (SPEC.md KB1). */
export const isTold = ({ kind, personId }: { kind: ActivityKind; personId: string | null }): boolean =>
  personId !== null || !AS_WRITTEN.includes(kind)

/** What the clock says of a tenggat; each once for a card and that tenggat (SPEC.md KB4). */
export const REMINDERS = ['due-week', 'due-day', 'late', 'late-head', 'late-sekretariat'] as const
export type Reminder = (typeof REMINDERS)[number]

/** How e-mail comes: one letter a day, each within minutes, or none. */
export const NOTICE_MAIL = ['digest', 'instant', 'none'] as const
export type NoticeMail = (typeof NOTICE_MAIL)[number]

/** After how many days late a card goes to the head of its OPD, and to the sekretariat. */
export interface Escalation {
  readonly headDays: number
  readonly sekretariatDays: number
}

const WEEK = 7
/** A reminder that nobody was up for is made up for; what has been late for long is no news. */
const MADE_UP_DAYS = 30

/** Tenggat between which the clock has anything to say on a day, both included. */
export const remindedBetween = (
  today: Tanggal,
  { headDays, sekretariatDays }: Escalation,
): { from: Tanggal; to: Tanggal } => ({
  from: addDays(today, -(MADE_UP_DAYS + Math.max(headDays, sekretariatDays))),
  to: addDays(today, WEEK),
})

/** What is to have been said of a tenggat by a day (SPEC.md KB4, KB5), as long as it still says something. */
export function remindersOn(due: Tanggal, today: Tanggal, escalation: Escalation): Reminder[] {
  const late = daysBetween(due, today)
  const { headDays, sekretariatDays } = escalation
  const since = (days: number, until: number): boolean => late >= days && late <= until
  const said: readonly (readonly [Reminder, boolean])[] = [
    ['due-week', since(-WEEK, -2)],
    ['due-day', since(-1, 0)],
    ['late', since(1, MADE_UP_DAYS)],
    ['late-head', since(headDays, headDays + MADE_UP_DAYS)],
    ['late-sekretariat', since(sekretariatDays, sekretariatDays + MADE_UP_DAYS)],
  ]
  return said.filter(([, isSaid]) => isSaid).map(([kind]) => kind)
}

/** Whether a notice comes although its reader has muted the card or its rapat (SPEC.md KB6). */
export const passesMute = (kind: NoticeKind): boolean =>
  kind === 'mention' || kind === 'late-head' || kind === 'late-sekretariat'

/** Hours in which no letter goes out; from and to the same: none. */
export interface QuietHours {
  readonly quietFrom: number
  readonly quietTo: number
}

/** Whether letters wait at this moment (SPEC.md KB8). */
export function isQuiet({ quietFrom, quietTo }: QuietHours, now: Date, zone: Zone): boolean {
  const hour = Number(timeIn(zone, now).slice(0, 2))
  if (quietFrom <= quietTo) return quietFrom <= hour && hour < quietTo
  return quietFrom <= hour || hour < quietTo
}

export interface DigestRule {
  /** Of the clock of the regency. */
  readonly hour: number
  /** Null: every day. */
  readonly isWorkday: ((day: Tanggal) => boolean) | null
}

/** A holiday and its bridge days are shorter than that. */
const LOOKS_BACK_DAYS = 14

/**
 * The digest whose hour came last (SPEC.md KB7): its day, which it has its name from, and the moment up to which it
 * tells; null: none is due.
 */
export function digestDue(
  { hour, isWorkday }: DigestRule,
  now: Date,
  zone: Zone,
): { day: Tanggal; until: Date } | null {
  const today = dayIn(zone, now)
  if (isWorkday !== null && !isWorkday(today)) return null
  for (let back = 0; back <= LOOKS_BACK_DAYS; back++) {
    const day = addDays(today, -back)
    const until = zoneHour(zone, day, hour)
    if (until <= now && (isWorkday === null || isWorkday(day))) return { day, until }
  }
  return null
}
