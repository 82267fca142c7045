import type { Queryable, RapatRow } from '@mufakat/db'
import type { Tanggal } from '@mufakat/domain'
import { headsOf } from '../people'

/**
 * Everybody whom the invitation goes to, once each: who exercises the head's jabatan of an invited OPD (or of the one that
 * has taken its place) on the day, chair, notulis, and guests with an account. Guests by link have their link.
 */
export async function recipientsOf(db: Queryable, rapat: RapatRow, today: Tanggal): Promise<Set<string>> {
  const heads = await headsOf(db, [...rapat.invitedOpdIds, ...rapat.heirOpdIds], rapat.date ?? today)
  return new Set([
    ...[rapat.chairId, rapat.notulisId].filter(id => id !== null),
    ...[...heads.values()].map(head => head.id),
    ...rapat.guestIds.filter(guest => !guest.byLink).map(guest => guest.personId),
  ])
}
