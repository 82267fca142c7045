import { tenggatState } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { Button, Card, CardHead, Field, Input } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CalendarDays } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { lockOf } from '~/tabel/fields'
import { useTableNames } from '~/tabel/table-names'
import type { CalendarDay } from './days'
import { HolidayName } from './month-grid'

/** Moves a tenggat, with the reason; the same as on the card's own page. */
function MoveForm({ card, commandId }: { card: CardView; commandId: string }) {
  const words = useAllWords()
  const names = useTableNames()
  const lock = lockOf(card, 'tenggat', names)
  if (lock === 'draft') return <p className="text-xs text-ink-2">{words.t('tampilan.edit.draft')}</p>
  if (lock !== null) return null
  const title = words.t('tampilan.calendar.move.of', { title: card.title })
  return (
    <details>
      <summary
        aria-label={title}
        className="inline-flex min-h-11 items-center text-sm font-semibold text-accent-strong pointer-fine:min-h-8"
      >
        {words.t('tampilan.calendar.move')}
      </summary>
      <Form method="post" className="grid gap-3 py-2 sm:flex sm:flex-wrap sm:items-end">
        <input type="hidden" name="commandId" value={commandId} />
        <input type="hidden" name="cards" value={JSON.stringify([{ id: card.id, from: card.due ?? '' }])} />
        <Field id={`ke-${card.id}`} label={words.t('tampilan.calendar.to')}>
          <Input id={`ke-${card.id}`} type="date" name="value" required min={names.today} />
        </Field>
        <Field
          id={`alasan-${card.id}`}
          label={words.t('tampilan.edit.reason')}
          className="sm:min-w-64 sm:flex-1"
        >
          <Input id={`alasan-${card.id}`} name="reason" required maxLength={1_000} />
        </Field>
        <Button type="submit">{words.t('tampilan.calendar.move')}</Button>
      </Form>
    </details>
  )
}

/** All of one day: holiday, rapat, and what is due. */
export function DayCard({ day, id, commandId }: { day: CalendarDay; id?: string; commandId: string }) {
  const words = useAllWords()
  const { opdById, today } = useTableNames()
  const heading = id ?? `tanggal-${day.date}`
  return (
    <Card as="section" aria-labelledby={heading} className="scroll-mt-4">
      <CardHead
        id={heading}
        title={words.date(day.date, 'full')}
        end={
          day.isToday && (
            <span className="rounded-full bg-accent px-2 text-xs font-semibold text-on-accent">
              {words.t('tampilan.month.today')}
            </span>
          )
        }
      />
      <div className="grid gap-2 px-4 py-2 sm:px-5 empty:hidden">
        {day.holiday && <HolidayName day={day} />}
        {day.meetings.map(({ id: rapatId, title }) => (
          <a key={rapatId} href={`/rapat/${rapatId}`} className="flex min-h-11 items-center gap-2 text-sm">
            <CalendarDays aria-hidden className="size-4 flex-none" />
            {title}
          </a>
        ))}
      </div>
      <ul className="divide-y divide-line">
        {day.cards.map(card => (
          <li key={card.id} className="grid gap-1 px-4 py-3 sm:px-5">
            <a href={`/tindak-lanjut/${card.id}`} className="min-h-6 font-medium text-ink">
              {card.title || words.t('tl.untitled')}
            </a>
            <p className="flex flex-wrap items-center gap-2 text-sm">
              <span className="font-semibold">
                {opdById.get(card.opdId ?? '')?.shortName ?? words.t('papan.no-owner')}
              </span>
              <TindakLanjutBadge status={card.status} />
              <TenggatBadge state={tenggatState({ status: card.status, tenggat: card.due }, today)} />
            </p>
            <MoveForm card={card} commandId={commandId} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
