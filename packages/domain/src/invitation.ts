import type { RapatStatus } from './codes'
import type { Tanggal } from './wib'

/** Of an invitation what people plan by: a change of one of these is worth a letter. */
export const TOLD_FACTS = ['title', 'date', 'startTime', 'place'] as const
export type ToldFact = (typeof TOLD_FACTS)[number]

export interface InvitationFacts {
  readonly title: string
  readonly date: Tanggal | null
  /** HH:MM. */
  readonly startTime: string | null
  readonly place: string
  readonly plannedMinutes: number | null
}

/** Whether people are expected: `held` at its hour, `postponed` to one that is not known, `called-off`, or `begun`. */
export type Standing = 'held' | 'postponed' | 'called-off' | 'begun'

const STANDING: Readonly<Record<RapatStatus, Standing>> = {
  draf: 'called-off',
  terjadwal: 'held',
  berlangsung: 'begun',
  selesai: 'begun',
  ditunda: 'postponed',
  dibatalkan: 'called-off',
}

export const standingOf = (status: RapatStatus): Standing => STANDING[status]

/** What the invited know: as it was last told. */
export interface ToldInvitation {
  readonly standing: Standing
  readonly facts: InvitationFacts
}

/**
 * Letters about an invitation.
 * - `invited`: for the first time, or anew after it was called off
 * - `changed`: facts are others now
 * - `rescheduled`: it has a day again
 * - `postponed`, `cancelled`: it is not held then
 * - `withdrawn`: it is held, without this person
 */
export const TELLINGS = ['invited', 'changed', 'rescheduled', 'postponed', 'cancelled', 'withdrawn'] as const
export type Telling = (typeof TELLINGS)[number]

export const changedFacts = (before: InvitationFacts, after: InvitationFacts): ToldFact[] =>
  TOLD_FACTS.filter(fact => before[fact] !== after[fact])

/**
 * The letter that somebody needs now (SPEC.md I1–I3), or null when they know what there is to know.
 * @param told what this person was told last; null: nothing
 */
export function tellingFor(
  told: ToldInvitation | null,
  now: ToldInvitation,
  isInvited: boolean,
): Telling | null {
  if (now.standing === 'begun') return null
  if (told === null || told.standing === 'called-off')
    return isInvited && now.standing === 'held' ? 'invited' : null
  if (now.standing === 'called-off') return 'cancelled'
  if (told.standing === 'postponed') return isInvited && now.standing === 'held' ? 'rescheduled' : null
  if (!isInvited) return 'withdrawn'
  if (now.standing === 'postponed') return 'postponed'
  return changedFacts(told.facts, now.facts).length > 0 ? 'changed' : null
}

/** Whether a letter puts the rapat into a calendar, or takes it out (SPEC.md I4). */
export const keepsInCalendar = (telling: Telling): boolean =>
  telling === 'invited' || telling === 'changed' || telling === 'rescheduled'

/** Minutes that a rapat without a planned length takes in a calendar. */
export const USUAL_MINUTES = 120

/** WhatsApp with a text to send to whom its person then chooses (SPEC.md I5). */
export const whatsappLink = (text: string): string =>
  `https://wa.me/?text=${encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'))}`
