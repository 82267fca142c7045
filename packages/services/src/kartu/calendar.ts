import { listCardsByDue, listHolidays, listRapatOn } from '@mufakat/db'
import { type Actor, type CardFilter, may, weeksOf } from '@mufakat/domain'
import { z } from 'zod'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import { filteredFor } from './filter'
import { cardFilterInput } from './filter-inputs'
import { cardView } from './scope'
import type { CardCalendarView } from './table-views'

export const cardCalendarInput = z.object({
  filter: cardFilterInput,
  /** YYYY-MM; null: that of today. */
  month: z
    .string()
    .regex(/^(?:20\d\d|2100)-(?:0[1-9]|1[0-2])$/, 'field.date')
    .nullable(),
})

/** A later first day and an earlier last one hold. */
const within = ({ dueFrom, dueTo }: CardFilter, from: string, to: string) => ({
  dueFrom: dueFrom !== null && dueFrom > from ? dueFrom : from,
  dueTo: dueTo !== null && dueTo < to ? dueTo : to,
})

/** A month with what is due in it, rapat and holidays; the days of its neighbours that fill its weeks are among them. */
export async function cardCalendar(
  ctx: ServiceContext,
  actor: Actor | null,
  input: z.infer<typeof cardCalendarInput>,
): Promise<CardCalendarView> {
  authorise(actor, 'kartu.list')
  const { filter } = input
  const today = await todayOf(ctx)
  const month = input.month ?? today.slice(0, 7)
  const weeks = weeksOf(month)
  const days = { from: weeks[0]?.[0] ?? '', to: weeks.at(-1)?.[6] ?? '' }
  return inTransaction(ctx, async tx => {
    const { scope, looked, rights, rapat } = await filteredFor(tx, actor, filter, today)
    const due = await listCardsByDue(tx, scope, { ...looked, ...within(filter, days.from, days.to) })
    return {
      ...{ today, month, weeks, rights, rapat },
      cards: due.map(cardView),
      holidays: await listHolidays(tx, days),
      meetings: (await listRapatOn(tx, days))
        .filter(row => may(actor, 'rapat.read', subjectOf(row)))
        .map(({ id, title, date }) => ({ id, title, date })),
    }
  })
}
