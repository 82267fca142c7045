import type { ActivityEntry } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { useAllWords } from '~/frame/words'
import { useActivityText } from './activity-text'
import { useCard } from './card-context'
import { Section } from './section'

function Entry({ entry }: { entry: ActivityEntry }) {
  const words = useAllWords()
  const textOf = useActivityText()
  const { by, at, reason, kind } = entry
  const [what, ...more] = textOf(entry)
  const isByClock = kind === 'repeated' || kind === 'kept-open'
  const who =
    by === null
      ? words.t(isByClock ? 'kartu.activity.clock' : 'kartu.activity.notula')
      : [by.name, [by.jabatan, by.opd].filter(Boolean).join(', ')].filter(Boolean).join(' · ')
  return (
    <li className="grid gap-0.5 border-l-2 border-line pl-3 text-sm">
      <span className="font-medium wrap-anywhere">{what}</span>
      {more.map(line => (
        <span key={line} className="wrap-anywhere">
          {line}
        </span>
      ))}
      {reason && <q className="wrap-anywhere whitespace-pre-wrap text-ink-2">{reason}</q>}
      {kind === 'repeated' && 'of' in entry.details && (
        <Link to={`/tindak-lanjut/${entry.details.of}`} className="inline-flex min-h-6 w-fit items-center">
          {words.t('kartu.activity.repeated.open')}
        </Link>
      )}
      <span className="text-xs text-ink-2">
        {who} · <time dateTime={at}>{words.dateTime(at)}</time>
      </span>
    </li>
  )
}

/** Who did what, when and why, the newest first. */
export function ActivitySection({ isNewest }: { isNewest: boolean }) {
  const words = useAllWords()
  const { page } = useCard()
  const { entries, next } = page.activity
  const here = `/tindak-lanjut/${page.card.id}`
  const link = buttonClass('quiet', 'sm')
  return (
    <Section id="aktivitas" title={words.t('kartu.activity')}>
      {entries.length === 0 ? (
        <p className="text-ink-2">{words.t('kartu.activity.none')}</p>
      ) : (
        <ol className="grid gap-4">
          {entries.map(entry => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <p className="flex flex-wrap gap-2 empty:hidden">
        {next !== null && (
          <Link to={`${here}?sebelum=${next}#aktivitas`} preventScrollReset className={link}>
            {words.t('kartu.activity.older')}
          </Link>
        )}
        {!isNewest && (
          <Link to={`${here}#aktivitas`} preventScrollReset className={link}>
            {words.t('kartu.activity.newest')}
          </Link>
        )}
      </p>
    </Section>
  )
}
