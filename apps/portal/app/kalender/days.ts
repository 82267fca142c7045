import type { Tanggal } from '@mufakat/domain'
import type { CardCalendarView, CardView } from '@mufakat/services'

/** What one day of the calendar holds. */
export interface CalendarDay {
  readonly date: Tanggal
  readonly isInMonth: boolean
  readonly isToday: boolean
  readonly cards: readonly CardView[]
  readonly meetings: CardCalendarView['meetings']
  readonly holiday: CardCalendarView['holidays'][number] | null
}

/** The month day by day, in its weeks. */
export function calendarWeeks(calendar: CardCalendarView): CalendarDay[][] {
  const { today, month, weeks, cards, meetings, holidays } = calendar
  return weeks.map(week =>
    week.map(date => ({
      date,
      isInMonth: date.startsWith(month),
      isToday: date === today,
      cards: cards.filter(({ due }) => due === date),
      meetings: meetings.filter(one => one.date === date),
      holiday: holidays.find(one => one.date === date) ?? null,
    })),
  )
}

/** Whether there is something to say of a day. */
export const isEmptyDay = ({ cards, meetings, holiday }: CalendarDay): boolean =>
  cards.length + meetings.length === 0 && holiday === null
