import type { Queryable, RapatRow, Tx } from '@mufakat/db'
import { findRapat, lockRapat } from '@mufakat/db'
import type { Action, Actor, RapatSubject } from '@mufakat/domain'
import { isQuarter } from '@mufakat/domain'
import { AppError, assert } from '@mufakat/kernel'
import { authorise, isRowId } from './context'
import type { RapatSummary } from './views'

/** What `may` looks at. */
export const subjectOf = (row: RapatRow): RapatSubject => ({
  rapatId: row.id,
  status: row.status,
  notulaState: row.notulaState,
  invitedOpdIds: [...row.invitedOpdIds, ...row.heirOpdIds],
  guestIds: row.guestIds,
  chairId: row.chairId,
  notulisId: row.notulisId,
})

/** A rapat this person may do the action to; `not-found` also when it may not be seen. */
export async function rapatFor(
  db: Queryable,
  actor: Actor | null,
  action: Action,
  rapatId: string,
): Promise<RapatRow> {
  return judged(actor, action, isRowId(rapatId) && actor !== null ? await findRapat(db, rapatId) : null)
}

/** The same, locked: what was judged still holds when the transaction commits. */
export async function lockedRapatFor(
  tx: Tx,
  actor: Actor | null,
  action: Action,
  rapatId: string,
): Promise<RapatRow> {
  return judged(actor, action, isRowId(rapatId) && actor !== null ? await lockRapat(tx, rapatId) : null)
}

function judged(actor: Actor | null, action: Action, row: RapatRow | null): RapatRow {
  if (actor === null) throw new AppError('not-signed-in', action)
  if (row === null) throw new AppError('not-found', action)
  authorise(actor, action, subjectOf(row))
  return row
}

/** HH:MM of the HH:MM:SS that Postgres gives. */
const hour = (time: string | null): string | null => time?.slice(0, 5) ?? null

export function summaryOf(
  row: RapatRow & { keputusanCount: number; tindakLanjutCount: number },
): RapatSummary {
  assert(isQuarter(row.quarter), 'quarter is 1 to 4')
  return {
    id: row.id,
    title: row.title,
    triwulan: { year: row.year, quarter: row.quarter },
    date: row.date,
    startTime: hour(row.startTime),
    plannedMinutes: row.plannedMinutes,
    place: row.place,
    status: row.status,
    notulaState: row.notulaState,
    isExample: row.isExample,
    invitedCount: row.invitedOpdIds.length,
    keputusanCount: row.keputusanCount,
    tindakLanjutCount: row.tindakLanjutCount,
  }
}
