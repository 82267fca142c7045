import { addDays, type Tanggal } from './wib'

const MARK = '(tamu)'

/** The name of a guest by link as it stands everywhere, with the mark once (SPEC.md G1). */
export const guestName = (name: string): string =>
  `${name.replaceAll(MARK, ' ').replace(/\s+/g, ' ').trim()} ${MARK}`

/** The name as one is addressed by it. */
export const unmarkedGuestName = (name: string): string => name.replaceAll(MARK, '').trim()

/** So many days a link may last beyond the rapat, and lasts unless it is said otherwise. */
export const MAX_GUEST_DAYS = 28
const USUAL_GUEST_DAYS = 3

/** The days that may be the last one of a guest's link, and which it is unless it is said otherwise (SPEC.md G2). */
export function guestDays(
  rapatDate: Tanggal | null,
  today: Tanggal,
): { readonly first: Tanggal; readonly usual: Tanggal; readonly last: Tanggal } {
  const from = rapatDate !== null && rapatDate > today ? rapatDate : today
  return { first: today, usual: addDays(from, USUAL_GUEST_DAYS), last: addDays(from, MAX_GUEST_DAYS) }
}

export type GuestLinkState = 'open' | 'void' | 'expired'

/** Whether a guest's link opens (SPEC.md G3). */
export function guestLinkState(
  link: { readonly voidedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): GuestLinkState {
  if (link.voidedAt !== null) return 'void'
  return link.expiresAt > now ? 'open' : 'expired'
}
