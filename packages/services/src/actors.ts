import { findPeople, listGuests, listHoldings, listOpdRows, type Queryable } from '@mufakat/db'
import { type Actor, mainHoldingOf, type Tanggal } from '@mufakat/domain'

/** People as `may` sees them when they are signed in; who is nobody is left out. */
export async function actorsOf(
  db: Queryable,
  personIds: readonly string[],
  today: Tanggal,
): Promise<Map<string, Actor>> {
  if (personIds.length === 0) return new Map()
  const people = await findPeople(db, personIds)
  const holdings = await listHoldings(db, { on: today, personIds })
  const guests = await listGuests(db, personIds)
  const opds = await listOpdRows(db)
  return new Map(
    people.map(({ id, role }) => {
      const opdId = mainHoldingOf(holdings, id, today)?.opdId ?? null
      const held = holdings.filter(one => one.personId === id && one.opdId !== opdId).map(one => one.opdId)
      const opdKind = opds.find(opd => opd.id === opdId)?.kind ?? null
      const guestOf = guests.find(guest => guest.personId === id)?.rapatId ?? null
      return [id, { personId: id, role, opdId, otherOpdIds: [...new Set(held)], opdKind, guestOf }]
    }),
  )
}
