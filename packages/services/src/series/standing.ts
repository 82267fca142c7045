import {
  activeOpdIds,
  activePersonIds,
  listOpdRows,
  type Queryable,
  type SeriesRow,
  type Tx,
} from '@mufakat/db'
import { type Actor, opdIdsOf, type SeriesSubject, successorOf } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'

type Standing = Pick<SeriesRow, 'opdIds' | 'guests'>

/** What `may` looks at: standing invitees, with those that have taken their place (SPEC.md O3). */
export async function seriesSubject(db: Queryable, row: Standing): Promise<SeriesSubject> {
  const all = await listOpdRows(db)
  return { standingOpdIds: [...row.opdIds, ...row.opdIds.map(id => successorOf(all, id))] }
}

/** Of the OPD that somebody belongs to, those that are standing invitees. */
export const ownPresenters = (actor: Actor, { standingOpdIds }: SeriesSubject): string[] =>
  opdIdsOf(actor).filter(id => standingOpdIds.includes(id))

/** Whom the next rapat invites: successors in the place of what was merged, and only who is still there. */
export async function standingNow(
  tx: Tx,
  row: Standing,
): Promise<{ opdIds: string[]; guests: { personId: string; canWrite: boolean }[] }> {
  const all = await listOpdRows(tx)
  const heirs = [...new Set(row.opdIds.map(id => successorOf(all, id)))]
  const active = await activeOpdIds(tx, heirs)
  const people = await activePersonIds(
    tx,
    row.guests.map(guest => guest.personId),
  )
  return {
    opdIds: heirs.filter(id => active.has(id)),
    guests: row.guests.filter(guest => people.has(guest.personId)),
  }
}

/** Standing invitees must be there and active; who was one before may have left since. */
export async function checkStanding(tx: Tx, standing: Standing, before: Standing | null): Promise<void> {
  const newOpd = standing.opdIds.filter(id => !before?.opdIds.includes(id))
  if ((await activeOpdIds(tx, newOpd)).size !== newOpd.length) throw unknown('opdIds')
  const newPeople = standing.guests
    .map(guest => guest.personId)
    .filter(id => !before?.guests.some(guest => guest.personId === id))
  if ((await activePersonIds(tx, newPeople)).size !== newPeople.length) throw unknown('guests')
}

const unknown = (field: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: 'field.unknown' } })
