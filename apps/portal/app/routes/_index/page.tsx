import type { Role } from '@mufakat/domain'
import type { PageKey, PageWords } from '@mufakat/i18n'
import type { Beranda, OpenWork, RapatSummary } from '@mufakat/services'
import { Badge, buttonClass, Card, CardHead, Empty } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import {
  CalendarClock,
  CalendarPlus2,
  ClipboardCheck,
  ClockAlert,
  FileCheck2,
  Hourglass,
  MapPin,
} from 'lucide-react'
import { useWords } from '~/frame/words'
import type { WaitingReports } from '~/lapor/beranda.server'
import { ExampleBadge, NotulaBadge, RapatBadge, TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { hoursOf, whenOf } from '~/rapat/when'
import { Proposals, type ProposedCard } from './proposals'
import { Reports } from './reports'

interface BerandaPageProps extends Beranda {
  proposed: ProposedCard | null
  reports: WaitingReports | null
  recent: readonly RapatSummary[]
  now: Date
  name: string
  role: Role
}

/** As people greet in Indonesia: pagi to 10, siang to 15, sore to 18, then malam. */
function greetingKey(now: Date, words: PageWords): Extract<PageKey, `beranda.greeting.${string}`> {
  const hour = words.hour(now)
  if (hour >= 4 && hour < 10) return 'beranda.greeting.pagi'
  if (hour >= 10 && hour < 15) return 'beranda.greeting.siang'
  if (hour >= 15 && hour < 18) return 'beranda.greeting.sore'
  return 'beranda.greeting.malam'
}

function NextRapat({ rapat, now }: { rapat: RapatSummary; now: Date }) {
  const words = useWords()
  const live = rapat.status === 'berlangsung'
  return (
    <Card as="section" aria-labelledby="berikutnya" className="overflow-hidden">
      <div className="grid gap-5 border-l-4 border-accent p-5 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:p-6">
        <div className="grid gap-2">
          <p
            id="berikutnya"
            className="flex flex-wrap items-center gap-2 text-sm font-semibold text-accent-strong"
          >
            {words.t(live ? 'beranda.next.live' : 'beranda.next')}
            {rapat.date && !live && (
              <span className="font-medium text-ink-2">· {words.relative(rapat.date, now)}</span>
            )}
          </p>
          <h2 className="text-lg leading-snug sm:text-xl">
            <Link to={`/rapat/${rapat.id}`} className="text-ink no-underline hover:underline">
              {rapat.title}
            </Link>
          </h2>
          <ul className="grid gap-1 text-ink-2">
            <li className="flex items-start gap-2">
              <CalendarClock aria-hidden className="mt-0.75 size-4.5 flex-none" />
              {whenOf(rapat, words)}
            </li>
            {rapat.place && (
              <li className="flex items-start gap-2">
                <MapPin aria-hidden className="mt-0.75 size-4.5 flex-none" />
                {rapat.place}
              </li>
            )}
          </ul>
          <div className="flex flex-wrap gap-2 pt-1">
            <RapatBadge status={rapat.status} />
            {rapat.isExample && <ExampleBadge />}
          </div>
        </div>
        <Link to={`/rapat/${rapat.id}`} className={buttonClass('primary')}>
          {words.t(live ? 'beranda.next.join' : 'beranda.next.open')}
        </Link>
      </div>
    </Card>
  )
}

function TaskList({ tasks }: { tasks: readonly OpenWork[] }) {
  const words = useWords()
  return (
    <ul className="divide-y divide-line">
      {tasks.map(task => (
        <li key={task.cardId}>
          <Link
            to={`/tindak-lanjut/${task.cardId}`}
            className="grid gap-1.5 px-4 py-3 text-ink no-underline transition-colors hover:bg-sunken sm:px-5"
          >
            <span className="line-clamp-2 font-medium">{task.title || words.t('tl.untitled')}</span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              {task.owner && <span className="font-semibold text-ink">{task.owner.shortName}</span>}
              <span>{task.due ? words.date(task.due, 'short') : words.t('tl.no-tenggat')}</span>
              {task.tenggatState ? (
                <TenggatBadge state={task.tenggatState} />
              ) : (
                <TindakLanjutBadge status={task.status} />
              )}
              {task.from?.isDraft && <span>{words.t('tl.draft')}</span>}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function RapatList({ rapat, notula }: { rapat: readonly RapatSummary[]; notula?: boolean }) {
  const words = useWords()
  return (
    <ul className="divide-y divide-line">
      {rapat.map(one => (
        <li key={one.id}>
          <Link
            to={`/rapat/${one.id}`}
            prefetch="intent"
            className="grid gap-1.5 px-4 py-3 text-ink no-underline transition-colors hover:bg-sunken sm:px-5"
          >
            <span className="line-clamp-2 font-medium">{one.title}</span>
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              <span>{one.date ? words.date(one.date, 'short') : words.triwulan(one.triwulan)}</span>
              {!notula && <span>{hoursOf(one, words)}</span>}
              {notula ? <NotulaBadge state={one.notulaState} /> : <RapatBadge status={one.status} />}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

export function BerandaPage({
  next,
  proposed,
  reports,
  work,
  lateCount,
  dueSoonCount,
  notulaToCheck,
  recent,
  now,
  name,
  role,
}: BerandaPageProps) {
  const words = useWords()
  const everybody = role === 'admin' || role === 'sekretariat' || role === 'pimpinan'
  return (
    <>
      <div className="mb-6">
        <h1 className="text-xl sm:text-2xl">{words.t(greetingKey(now, words), { name })}</h1>
        <p className="mt-1 text-ink-2">{words.date(now, 'full')}</p>
      </div>
      <div className="grid gap-6">
        {next ? (
          <NextRapat rapat={next} now={now} />
        ) : (
          <Card as="section">
            <Empty
              compact
              icon={CalendarPlus2}
              title={words.t('beranda.next.empty')}
              help={words.t('beranda.next.empty.help')}
            />
          </Card>
        )}
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <Card as="section" aria-labelledby="tugas">
            <CardHead
              id="tugas"
              title={words.t(everybody ? 'beranda.tindak-lanjut.all' : 'beranda.tindak-lanjut')}
              end={
                <span className="flex flex-wrap gap-2">
                  {lateCount > 0 && (
                    <Badge tone="danger" icon={ClockAlert}>
                      {words.t('beranda.late', { n: lateCount })}
                    </Badge>
                  )}
                  {dueSoonCount > 0 && (
                    <Badge tone="warn" icon={Hourglass}>
                      {words.t('beranda.due-soon', { n: dueSoonCount })}
                    </Badge>
                  )}
                </span>
              }
            />
            {work.length > 0 ? (
              <TaskList tasks={work} />
            ) : (
              <Empty
                compact
                icon={ClipboardCheck}
                title={words.t('beranda.tindak-lanjut.empty')}
                help={words.t('beranda.tindak-lanjut.empty.help')}
              />
            )}
          </Card>
          <div className="grid gap-6">
            <Card as="section" aria-labelledby="periksa">
              <CardHead id="periksa" title={words.t('beranda.notula')} />
              {notulaToCheck.length > 0 ? (
                <RapatList rapat={notulaToCheck} notula />
              ) : (
                <Empty
                  compact
                  icon={FileCheck2}
                  title={words.t('beranda.notula.empty')}
                  help={words.t('beranda.notula.empty.help')}
                />
              )}
            </Card>
            {reports && <Reports waiting={reports} />}
            {proposed && <Proposals card={proposed} />}
            {recent.length > 0 && (
              <Card as="section" aria-labelledby="terakhir">
                <CardHead id="terakhir" title={words.t('beranda.recent')} />
                <RapatList rapat={recent} />
              </Card>
            )}
          </div>
        </div>
      </div>
    </>
  )
}
