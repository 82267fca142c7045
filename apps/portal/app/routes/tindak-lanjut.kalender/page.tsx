import { cardFilterOf, monthOn } from '@mufakat/domain'
import type { CardCalendarView, SavedFilterView } from '@mufakat/services'
import { buttonClass, Card, Empty } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { CalendarX2, ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { useAllWords } from '~/frame/words'
import { DayCard } from '~/kalender/day-list'
import { calendarWeeks, isEmptyDay } from '~/kalender/days'
import { MonthGrid } from '~/kalender/month-grid'
import { changedAddress, VIEW_PATHS } from '~/saringan/address'
import { CardViewsHead } from '~/saringan/card-views'
import { FilterBar } from '~/saringan/filter-bar'
import { SavedMenu } from '~/saringan/saved-menu'
import type { ChangeAnswer } from '~/tabel/change-form.server'
import { type TableNames, TableNamesProvider, tableNamesOf } from '~/tabel/table-names'
import { Verdicts } from '~/tabel/verdicts'

interface CalendarPageProps {
  calendar: CardCalendarView
  opd: TableNames['opd']
  saved: readonly SavedFilterView[]
  commandId: string
  answer: ChangeAnswer | undefined
}

export function CalendarPage({ calendar, opd, saved, commandId, answer }: CalendarPageProps) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const filter = useMemo(() => cardFilterOf(params), [params])
  const names = useMemo(() => tableNamesOf(calendar, opd), [calendar, opd])
  const weeks = useMemo(() => calendarWeeks(calendar), [calendar])
  const { month, today } = calendar
  const days = weeks.flat()
  const asked = days.find(({ date }) => date === params.get('hari'))
  const first = `${month}-01`
  const chosen = asked?.date ?? (today.startsWith(month) ? today : first)
  const named = words.date(first).replace(/^\d+ /, '')
  const monthTo = (by: number) =>
    changedAddress(VIEW_PATHS.kalender, params, { bulan: monthOn(month, by), hari: null })
  const full = days.filter(day => day.isInMonth && !isEmptyDay(day))
  const dueInMonth = days.reduce((sum, day) => sum + (day.isInMonth ? day.cards.length : 0), 0)
  return (
    <TableNamesProvider value={names}>
      <CardViewsHead
        view="kalender"
        filter={filter}
        title={words.t('papan.title')}
        lead={`${named}: ${words.t('tampilan.count', { n: dueInMonth })}`}
        end={<SavedMenu view="kalender" saved={saved} />}
      />
      <FilterBar
        path={VIEW_PATHS.kalender}
        filter={filter}
        hasOpd={calendar.rights.ownOpdIds.length > 0}
        choices={{ opd, rapat: calendar.rapat }}
      />
      <Verdicts answer={answer} cards={calendar.cards} />
      <nav
        className="screen-only mb-3 flex flex-wrap items-center gap-2"
        aria-label={words.t('tampilan.month.list')}
      >
        <Link to={monthTo(-1)} preventScrollReset className={buttonClass('secondary', 'sm')}>
          <ChevronLeft aria-hidden />
          <span className="sr-only">{words.t('tampilan.month.before')}</span>
        </Link>
        <h2 className="min-w-36 text-center text-base">{named}</h2>
        <Link to={monthTo(1)} preventScrollReset className={buttonClass('secondary', 'sm')}>
          <span className="sr-only">{words.t('tampilan.month.after')}</span>
          <ChevronRight aria-hidden />
        </Link>
        <Link
          to={changedAddress(VIEW_PATHS.kalender, params, { bulan: null, hari: today })}
          className={buttonClass('quiet', 'sm')}
        >
          {words.t('tampilan.month.today')}
        </Link>
      </nav>
      <MonthGrid weeks={weeks} chosen={chosen} month={named} today={today} monthTo={monthTo} />
      <p className="screen-only mt-1 hidden text-xs text-ink-2 md:block pointer-coarse:hidden">
        {words.t('tampilan.calendar.keys')}
      </p>
      {asked && (
        <div className="mt-4 hidden md:block">
          <DayCard id="hari" day={asked} commandId={commandId} />
        </div>
      )}
      {/* On a phone a month is a list of its days that hold something. */}
      <div className="grid gap-3 md:hidden">
        {full.map(day => (
          <DayCard key={day.date} day={day} commandId={commandId} />
        ))}
        {full.length === 0 && (
          <Card>
            <Empty compact icon={CalendarX2} title={named} help={words.t('tampilan.calendar.empty')} />
          </Card>
        )}
      </div>
    </TableNamesProvider>
  )
}
