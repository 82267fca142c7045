import type { TimelineEntry } from '@mufakat/services'
import { Avatar, Badge, buttonClass, classes } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { Bookmark, FileClock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { hoursOf } from './people'
import { isPoint, STEP_LOOKS, stepText } from './steps'

type Person = Extract<TimelineEntry, { kind: 'work' }>['people'][number]

/** More people than this are a number. */
const NAMED = 3

const officeOf = ({ jabatan, opd }: Person): string => [jabatan, opd?.shortName].filter(Boolean).join(' · ')

/** Each with what they were then; those who wrote most first. */
function People({ people, quiet }: { people: readonly Person[]; quiet?: boolean }) {
  const words = useAllWords()
  if (people.length === 0) return <p className="text-sm text-ink-2">{words.t('versi.nobody')}</p>
  return (
    <ul>
      {people.slice(0, NAMED).map(person => (
        <li key={person.id} className={classes('[overflow-wrap:anywhere]', quiet && 'text-sm')}>
          <span className={quiet ? 'text-ink' : 'font-medium'}>{person.name}</span>
          {officeOf(person) && <span className="text-sm text-ink-2"> · {officeOf(person)}</span>}
        </li>
      ))}
      {people.length > NAMED && (
        <li className="text-sm text-ink-2">{words.t('riwayat.people.more', { n: people.length - NAMED })}</li>
      )}
    </ul>
  )
}

function Mark({ entry }: { entry: TimelineEntry }) {
  if (entry.kind === 'work' && entry.people[0]) return <Avatar name={entry.people[0].name} />
  const [ground, Icon] =
    entry.kind === 'step'
      ? STEP_LOOKS[entry.step]
      : ['bg-accent-soft text-accent-strong', entry.kind === 'named' ? Bookmark : FileClock]
  return (
    <span className={classes('grid size-9 place-items-center rounded-full', ground)}>
      <Icon aria-hidden className="size-4.5" />
    </span>
  )
}

function Told({ entry }: { entry: TimelineEntry }) {
  const words = useAllWords()
  if (entry.kind === 'work') return <People people={entry.people} />
  if (entry.kind === 'kept') return <p className="font-medium">{words.t('versi.kept')}</p>
  if (entry.kind === 'named')
    return (
      <>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold [overflow-wrap:anywhere]">
          {entry.name}
          <Badge tone="accent" icon={Bookmark}>
            {words.t('versi.named')}
          </Badge>
        </p>
        <People people={entry.by ? [entry.by] : []} quiet />
      </>
    )
  return (
    <>
      <p className="font-semibold">{stepText(entry, words)}</p>
      {entry.note && <p className="text-sm [overflow-wrap:anywhere]">“{entry.note}”</p>}
      <People people={entry.people} quiet />
    </>
  )
}

function Ways({ entry, base, headSeq }: { entry: TimelineEntry; base: string; headSeq: number }) {
  const words = useAllWords()
  const link = buttonClass('quiet', 'sm')
  const address = `${base}/riwayat/${entry.seq}`
  return (
    <div className="screen-only -ml-3 flex flex-wrap">
      {isPoint(entry) && (
        <Link to={address} className={link}>
          {words.t('versi.view')}
        </Link>
      )}
      {entry.kind === 'work' && (
        <Link to={`${address}?dari=${entry.fromSeq - 1}`} className={link}>
          {words.t('versi.changes')}
        </Link>
      )}
      {entry.kind === 'step' && entry.fromSeq !== null && (
        <Link to={`${address}?dari=${entry.seq - 1}`} className={link}>
          {words.t('versi.changes')}
        </Link>
      )}
      {isPoint(entry) && entry.seq !== headSeq && (
        <Link to={`${address}?banding=kini`} className={link}>
          {words.t('versi.compare-now')}
        </Link>
      )}
    </div>
  )
}

/** One entry: who, when, what; `end` offers it for comparing. */
export function Entry({
  entry,
  base,
  headSeq,
  end,
}: {
  entry: TimelineEntry
  base: string
  headSeq: number
  end: ReactNode
}) {
  const words = useAllWords()
  const from = entry.kind === 'work' ? entry.from : entry.at
  return (
    <li className="keep-together grid grid-cols-[2.25rem_minmax(0,1fr)] items-start gap-x-3 px-4 py-3 sm:grid-cols-[2.25rem_minmax(0,1fr)_auto] sm:px-5">
      <span className="print:hidden">
        <Mark entry={entry} />
      </span>
      <div className="min-w-0">
        <Told entry={entry} />
        <p className="text-sm text-ink-2">
          <time dateTime={entry.at.toISOString()} title={words.dateTime(entry.at)}>
            {hoursOf(from, entry.at, words)}
          </time>
        </p>
        <Ways entry={entry} base={base} headSeq={headSeq} />
      </div>
      {end}
    </li>
  )
}
