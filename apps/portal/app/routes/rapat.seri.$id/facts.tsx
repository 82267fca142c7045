import type { SeriesDetail } from '@mufakat/services'
import { buttonClass, Card, CardHead } from '@mufakat/ui'
import { ChevronDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { hoursOf } from '~/rapat/when'

/** What each rapat of the series starts from. */
export function SeriesFacts({ series }: { series: SeriesDetail }) {
  const words = useAllWords()
  const none = words.t('rapat.field.none')
  const facts = [
    [words.t('seri.facts.pattern'), series.title],
    [words.t('seri.facts.when'), hoursOf({ ...series, date: null }, words) ?? none],
    [words.t('seri.field.place'), series.place || none],
    [words.t('seri.field.chair'), series.chair?.name ?? none],
    [words.t('seri.field.notulis'), series.notulis?.name ?? none],
    [
      words.t('seri.facts.invited'),
      words.t('seri.facts.invited.count', { opd: series.opd.length, people: series.guests.length }),
    ],
  ] as const
  return (
    <Card as="section" aria-labelledby="pola">
      <CardHead id="pola" title={words.t('seri.facts')} />
      <div className="grid gap-4 p-4 text-sm sm:p-5">
        <dl className="grid gap-2">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className="text-ink-2">{label}</dt>
              <dd className="break-words">{value}</dd>
            </div>
          ))}
        </dl>
        {series.cadence === 'tanggal' && (
          <p>{series.dates.map(date => words.date(date, 'short')).join(' · ')}</p>
        )}
        <details className="group">
          <summary className={buttonClass('quiet', 'sm', '-ml-3')}>
            {words.t('seri.facts.agenda')} ({series.agenda.length})
            <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
          </summary>
          <ol className="ml-5 grid list-decimal gap-1">
            {series.agenda.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: standing items have no identity and do not move here
              <li key={at}>
                {item.title}
                {item.carried && <em className="text-ink-2"> – {words.t('seri.facts.carried')}</em>}
              </li>
            ))}
          </ol>
        </details>
      </div>
    </Card>
  )
}
