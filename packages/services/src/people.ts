import type { HoldingRow, Queryable } from '@mufakat/db'
import { findPeople, listGuests, listHoldings } from '@mufakat/db'
import type { HoldingKind, Tanggal } from '@mufakat/domain'
import { holderOn, mainHoldingOf } from '@mufakat/domain'
import type { PersonRef } from './views'

const PREFIX = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' } as const

/** A jabatan as its holder is named on papers: "Plt. Kepala Dinas …". */
export const heldTitle = (jabatan: string, kind: HoldingKind): string => `${PREFIX[kind]}${jabatan}`

/** A person with the jabatan that counts among these holdings. */
export function personRef(
  person: { readonly id: string; readonly name: string },
  holding: HoldingRow | null,
): PersonRef {
  return {
    id: person.id,
    name: person.name,
    jabatan: holding === null ? null : heldTitle(holding.jabatan, holding.kind),
    opd:
      holding === null ? null : { id: holding.opdId, shortName: holding.opdShortName, name: holding.opdName },
  }
}

/** People by id, with their main jabatan on a day; guests by link with whom they come from. */
export async function personRefs(
  db: Queryable,
  ids: readonly (string | null)[],
  on: Tanggal,
): Promise<Map<string, PersonRef>> {
  const wanted = [...new Set(ids.filter(id => id !== null))]
  if (wanted.length === 0) return new Map()
  const people = await findPeople(db, wanted)
  const holdings = await listHoldings(db, { on, personIds: wanted })
  const guests = await listGuests(db, wanted)
  return new Map(
    people.map(person => {
      const ref = personRef(person, mainHoldingOf(holdings, person.id, on))
      const agency = guests.find(guest => guest.personId === person.id)?.agency
      return [person.id, agency === undefined ? ref : { ...ref, jabatan: agency }]
    }),
  )
}

/** Looks people up as they were on a day, guests by link as above; null: nobody. */
export async function peopleOverTime(
  db: Queryable,
  ids: Iterable<string>,
): Promise<(personId: string, on: Tanggal) => PersonRef | null> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return () => null
  const people = new Map((await findPeople(db, wanted)).map(person => [person.id, person]))
  const holdings = await listHoldings(db, { personIds: wanted })
  const agencies = new Map((await listGuests(db, wanted)).map(guest => [guest.personId, guest.agency]))
  return (personId, on) => {
    const person = people.get(personId)
    if (person === undefined) return null
    const ref = personRef(person, mainHoldingOf(holdings, personId, on))
    const agency = agencies.get(personId)
    return agency === undefined ? ref : { ...ref, jabatan: agency }
  }
}

/** Who speaks for each of these OPD on a day: the holder of its head's jabatan. */
export async function headsOf(
  db: Queryable,
  opdIds: readonly string[],
  on: Tanggal,
): Promise<Map<string, PersonRef>> {
  if (opdIds.length === 0) return new Map()
  const heads = (await listHoldings(db, { on, opdIds })).filter(holding => holding.isHead)
  const people = await findPeople(db, [...new Set(heads.map(holding => holding.personId))])
  const found = new Map<string, PersonRef>()
  for (const { opdId, jabatanId } of heads) {
    const holding = holderOn(heads, jabatanId, on)
    const person = people.find(candidate => candidate.id === holding?.personId)
    if (holding !== null && person !== undefined && !found.has(opdId))
      found.set(opdId, personRef(person, holding))
  }
  return found
}
