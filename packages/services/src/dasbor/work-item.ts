import type { WorkRow } from '@mufakat/db'
import { daysBetween, type WorkSpan, type WorkState, workStateOf } from '@mufakat/domain'
import type { OpdRef } from '../views'
import type { WorkItem } from './views'

/** As it is told: what is late first. */
const ORDER = ['terlambat', 'menunggu', 'berjalan', 'lewat', 'tepat'] as const satisfies WorkState[]

/** A row with what it counts as; nothing where it is none of the work of the span. */
function itemOf(row: WorkRow, span: WorkSpan, opd: OpdRef | null): WorkItem | null {
  const state = workStateOf({ ...row, isDraft: false }, span)
  if (state === null) return null
  return {
    ...{ id: row.id, title: row.title, jabatan: row.jabatan, opd, due: row.due, status: row.status, state },
    daysLate: state === 'terlambat' && row.due !== null ? daysBetween(row.due, span.on) : null,
    ...{ finishedOn: row.finishedOn, postponed: row.postponed, isProven: row.isProven },
    from:
      row.rapatId === null || row.lineId === null
        ? null
        : { rapatId: row.rapatId, lineId: row.lineId, title: row.rapatTitle ?? '', date: row.rapatDate },
  }
}

/** Items in the order in which they ask to be looked at. */
export function itemsOf<Row extends WorkRow, More extends object>(
  rows: readonly Row[],
  span: WorkSpan,
  { refOf, more }: { refOf: (id: string | null) => OpdRef | null; more: (row: Row) => More },
): (WorkItem & More)[] {
  return rows
    .flatMap(row => {
      const item = itemOf(row, span, refOf(row.opdId))
      return item === null ? [] : [{ ...item, ...more(row) }]
    })
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
}
