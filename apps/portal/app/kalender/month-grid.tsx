import { addDays, tenggatState, weekdayOf } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { useNavigate, useSearchParams } from '@remix-run/react'
import { CalendarDays, Check, ClockAlert, PartyPopper } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useAllWords } from '~/frame/words'
import { changedAddress, VIEW_PATHS } from '~/saringan/address'
import { useTableNames } from '~/tabel/table-names'
import type { CalendarDay } from './days'

/** Cards that a day names before it counts the others. */
const SHOWN = 3

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export function HolidayName({ day }: { day: CalendarDay }) {
  const words = useAllWords()
  if (day.holiday === null) return null
  return (
    <span className="flex items-start gap-1 text-xs font-medium text-danger-ink">
      <PartyPopper aria-hidden className="mt-0.5 size-3 flex-none" />
      <span className="min-w-0 wrap-anywhere">
        {day.holiday.name}
        <span className="sr-only"> ({words.t(`tampilan.libur.${day.holiday.kind}`)})</span>
      </span>
    </span>
  )
}

/** Whose a card is and what it is called, with how far it is. */
function CardLine({ card, today }: { card: CardView; today: string }) {
  const words = useAllWords()
  const { opdById } = useTableNames()
  const isLate = tenggatState({ status: card.status, tenggat: card.due }, today) === 'terlambat'
  const isDone = card.status === 'selesai'
  const Icon = isLate ? ClockAlert : isDone ? Check : null
  const owner = opdById.get(card.opdId ?? '')
  return (
    <span
      className={classes(
        'line-clamp-3 rounded-sm border-l-3 bg-neutral-soft px-1 text-xs leading-snug',
        isLate ? 'border-danger-ink' : isDone ? 'border-success-ink' : 'border-accent',
      )}
    >
      {Icon && (
        <Icon
          aria-hidden
          className={classes(
            'mr-0.5 inline size-3 align-[-2px]',
            isLate ? 'text-danger-ink' : 'text-success-ink',
          )}
        />
      )}
      {owner && <span className="font-semibold">{owner.shortName} </span>}
      {card.title || words.t('tl.untitled')}
    </span>
  )
}

function DayCell({ day, isChosen, today }: { day: CalendarDay; isChosen: boolean; today: string }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const { date, cards, meetings } = day
  const isOff = day.holiday !== null || [0, 6].includes(weekdayOf(date))
  const name = words.t('tampilan.calendar.day', { date: words.date(date, 'full'), n: cards.length })
  const said = [name, day.holiday?.name, ...meetings.map(({ title }) => title)].filter(Boolean).join(', ')
  return (
    <td
      className={classes(
        'h-28 border border-line p-0 align-top',
        isOff ? 'bg-sunken' : 'bg-surface',
        isChosen && 'outline-2 -outline-offset-2 outline-accent',
      )}
    >
      <a
        href={`${changedAddress(VIEW_PATHS.kalender, params, { hari: date })}#hari`}
        data-day={date}
        tabIndex={isChosen ? 0 : -1}
        aria-label={said}
        aria-current={day.isToday ? 'date' : undefined}
        className="grid h-full grid-cols-1 content-start gap-0.5 p-1 text-ink no-underline"
      >
        <span
          className={classes(
            'inline-flex size-6 items-center justify-center rounded-full text-xs tabular-nums',
            day.isToday && 'bg-accent font-bold text-on-accent',
            !day.isToday && (day.isInMonth ? 'font-semibold' : 'text-ink-2'),
          )}
        >
          {Number(date.slice(8))}
        </span>
        <HolidayName day={day} />
        {meetings.map(({ id, title }) => (
          <span key={id} className="flex items-start gap-1 text-xs leading-snug text-info-ink">
            <CalendarDays aria-hidden className="mt-0.5 size-3 flex-none" />
            <span className="line-clamp-2 min-w-0">{title}</span>
          </span>
        ))}
        {cards.slice(0, SHOWN).map(card => (
          <CardLine key={card.id} card={card} today={today} />
        ))}
        {cards.length > SHOWN && (
          <span className="text-xs font-semibold text-ink-2">
            {words.t('tampilan.calendar.more', { n: cards.length - SHOWN })}
          </span>
        )}
      </a>
    </td>
  )
}

/** A month as weeks, on a desk; arrows go from day to day, Page Up and Page Down from month to month. */
export function MonthGrid({
  weeks,
  chosen,
  month,
  today,
  monthTo,
}: {
  weeks: readonly (readonly CalendarDay[])[]
  chosen: string
  month: string
  today: string
  monthTo: (by: number) => string
}) {
  const words = useAllWords()
  const box = useRef<HTMLTableElement>(null)
  const navigate = useNavigate()
  const onKeyDown = (event: KeyboardEvent) => {
    const date = event.target instanceof HTMLElement ? event.target.dataset.day : undefined
    if (date === undefined) return
    const step = STEPS[event.key]
    if (step !== undefined) {
      const next = box.current?.querySelector<HTMLElement>(`[data-day="${addDays(date, step)}"]`)
      next?.focus()
    } else if (event.key === 'PageUp' || event.key === 'PageDown')
      navigate(monthTo(event.key === 'PageUp' ? -1 : 1), { preventScrollReset: true })
    else return
    event.preventDefault()
  }
  return (
    <table ref={box} onKeyDown={onKeyDown} className="hidden w-full table-fixed border-collapse md:table">
      <caption className="sr-only">{words.t('tampilan.calendar', { month })}</caption>
      <thead>
        <tr>
          {(weeks[0] ?? []).map(({ date }) => (
            <th key={date} scope="col" className="py-1 text-xs font-semibold text-ink-2">
              {words.date(date, 'full').split(',')[0]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(week => (
          <tr key={week[0]?.date}>
            {week.map(day => (
              <DayCell key={day.date} day={day} isChosen={day.date === chosen} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
