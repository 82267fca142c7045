import type { Dashboard } from '@mufakat/services'
import { Badge, Card, classes } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { CircleDashed, CircleX, Route } from 'lucide-react'
import type { ReactNode } from 'react'
import { shareText, valueText } from '~/dasbor/said'
import { useAllWords } from '~/frame/words'
import { amountText } from '~/target/amount'

function Answer({
  id,
  title,
  end,
  children,
}: {
  id: string
  title: string
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <Card as="section" aria-labelledby={id} className="keep-together grid content-start gap-1 px-4 py-2.5">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-x-3">
        <h2 id={id} className="text-sm font-bold text-ink-2">
          {title}
        </h2>
        {end}
      </div>
      {children}
    </Card>
  )
}

const CHIP =
  'inline-flex min-h-11 items-center gap-1.5 rounded-md border border-line bg-sunken px-3 text-sm font-semibold text-ink no-underline hover:border-line-strong'

function Chips({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {children}
    </ul>
  )
}

/** Are we on the way to 0? */
function Zero({ zero, search }: { zero: Dashboard['zero']; search: string }) {
  const words = useAllWords()
  if (zero === null || zero.way === null)
    return (
      <Answer id="nol" title={words.t('dasbor.zero.title', { target: '0' })}>
        <p className="text-sm text-ink-2">{words.t('dasbor.zero.none')}</p>
      </Answer>
    )
  const { way } = zero
  const share = way.share === null ? 0 : Math.min(1, Math.max(0, way.share))
  return (
    <Answer
      id="nol"
      title={words.t('dasbor.zero.title', { target: amountText(words, way.target, zero) })}
      end={
        way.isOn === null ? (
          <Badge tone="neutral" icon={CircleDashed}>
            {words.t('dasbor.way.none')}
          </Badge>
        ) : way.isOn ? (
          <Badge tone="success" icon={Route}>
            {words.t('dasbor.way.yes')}
          </Badge>
        ) : (
          <Badge tone="danger" icon={CircleX}>
            {words.t('dasbor.way.no')}
          </Badge>
        )
      }
    >
      <p className="flex flex-wrap items-baseline gap-x-2">
        <Link
          to={`/dasbor/indikator/${zero.id}${search}`}
          className="inline-flex min-h-11 items-center gap-2 text-ink no-underline hover:underline"
        >
          <span className="text-2xl font-bold tabular-nums">{valueText(words, zero, zero)}</span>
          <span className="text-sm font-semibold">{zero.name}</span>
        </Link>
      </p>
      <svg width="100%" height="10" aria-hidden="true" className="rounded-full bg-neutral-soft">
        <rect width={`${share * 100}%`} height="10" rx="5" className="fill-accent" />
      </svg>
      <p className="text-xs text-ink-2">
        {[
          ...(way.share === null
            ? []
            : [words.t('dasbor.zero.behind', { share: shareText(words, way.share) })]),
          ...(way.expected === null
            ? []
            : [words.t('dasbor.way.expected', { value: amountText(words, way.expected, zero) })]),
          words.t('dasbor.zero.by', {
            target: amountText(words, way.target, zero),
            year: way.by.slice(0, 4),
          }),
        ].join(' · ')}
      </p>
    </Answer>
  )
}

const NAMED = 3

/** Which OPD are late? */
function Late({ opd, search }: { opd: Dashboard['opd']; search: string }) {
  const words = useAllWords()
  const late = opd.filter(({ figures }) => figures.late > 0)
  const n = late.reduce((sum, { figures }) => sum + figures.late, 0)
  return (
    <Answer
      id="terlambat"
      title={words.t('dasbor.late.title')}
      end={
        n > 0 && (
          <span className="text-sm font-semibold">
            {words.t('dasbor.late.sum', { n, opd: late.filter(one => one.opd !== null).length })}
          </span>
        )
      }
    >
      {n === 0 ? (
        <p className="text-sm">{words.t('dasbor.late.none')}</p>
      ) : (
        <Chips label={words.t('dasbor.late.title')}>
          {late.slice(0, NAMED).map(({ opd: ref, figures }) => (
            <li key={ref?.id ?? ''}>
              {ref === null ? (
                <span className={CHIP}>
                  {words.t('dasbor.opd.nobody')} <b className="tabular-nums">{figures.late}</b>
                </span>
              ) : (
                <Link
                  to={`/dasbor/opd/${ref.id}${search}`}
                  aria-label={words.t('dasbor.opd.late', { opd: ref.shortName, n: figures.late })}
                  className={CHIP}
                >
                  {ref.shortName} <b className="text-danger-ink tabular-nums">{figures.late}</b>
                </Link>
              )}
            </li>
          ))}
          {late.length > NAMED && (
            <li>
              <a href="#per-opd" className={classes(CHIP, 'text-accent-strong')}>
                {words.t('dasbor.late.more', { n: late.length - NAMED })}
              </a>
            </li>
          )}
        </Chips>
      )}
    </Answer>
  )
}

/** What has changed since the last rapat? */
function Since({ since, search }: { since: Dashboard['since']; search: string }) {
  const words = useAllWords()
  if (since === null)
    return (
      <Answer id="sejak" title={words.t('dasbor.since.none')}>
        <p className="text-sm text-ink-2">{words.t('dasbor.since.nothing')}</p>
      </Answer>
    )
  const said = [
    since.finished > 0 && words.t('dasbor.since.finished', { n: since.finished }),
    since.becameLate > 0 && words.t('dasbor.since.late', { n: since.becameLate }),
    since.added > 0 && words.t('dasbor.since.added', { n: since.added }),
    since.postponed > 0 && words.t('dasbor.since.postponed', { n: since.postponed }),
  ].filter(text => text !== false)
  const [first, ...others] = since.indicators
  return (
    <Answer
      id="sejak"
      title={words.t('dasbor.since.title', { date: words.date(since.last.date, 'short') })}
      end={
        <Link
          to={`/rapat/${since.last.id}`}
          className="inline-flex min-h-11 items-center text-sm font-semibold"
        >
          {words.t('dasbor.since.open')}
        </Link>
      }
    >
      <p className="text-sm font-semibold">
        {said.length === 0 && first === undefined ? words.t('dasbor.since.nothing') : said.join(' · ')}
      </p>
      {first && (
        <p className="text-sm">
          <Link to={`/dasbor/indikator/${first.id}${search}`} className="inline-flex min-h-11 items-center">
            {words.t('dasbor.since.indicator', {
              name: first.name,
              value: valueText(words, first, first),
              unit: first.standing.trend === null ? '' : words.t(`dasbor.trend.${first.standing.trend}`),
            })}
          </Link>
          {others.length > 0 && ` · ${words.t('dasbor.late.more', { n: others.length })}`}
        </p>
      )}
    </Answer>
  )
}

/** What needs my decision? */
function Decide({ decisions, isNow }: Pick<Dashboard, 'decisions' | 'isNow'>) {
  const words = useAllWords()
  const { notula, reports, toVerify, escalated } = decisions
  const [first] = notula
  const ways = [
    first !== undefined && {
      to: notula.length === 1 ? `/rapat/${first.id}/pengesahan` : '/',
      said: words.t('dasbor.decide.notula', { n: notula.length }),
    },
    escalated.count > 0 && {
      to: '/tindak-lanjut/tabel?terlambat=ya',
      said: words.t('dasbor.decide.escalated', { n: escalated.count, days: escalated.days }),
    },
    reports.waiting > 0 && {
      to: '/target/laporan',
      said: words.t('dasbor.decide.reports', { n: reports.waiting }),
    },
    toVerify.count > 0 && {
      to: '/tindak-lanjut/tabel?status=menunggu_verifikasi',
      said: words.t('dasbor.decide.verify', { n: toVerify.count }),
    },
  ].filter(way => way !== false)
  return (
    <Answer id="putusan" title={words.t('dasbor.decide.title')}>
      {!isNow || ways.length === 0 ? (
        <p className="text-sm">{words.t(isNow ? 'dasbor.decide.none' : 'dasbor.decide.past')}</p>
      ) : (
        <Chips label={words.t('dasbor.decide.title')}>
          {ways.map(({ to, said }) => (
            <li key={said}>
              <Link to={to} className={CHIP}>
                {said}
              </Link>
            </li>
          ))}
        </Chips>
      )}
    </Answer>
  )
}

/** The four questions that pimpinan open the page with, on one screen of a phone. */
export function Answers({ dashboard, search }: { dashboard: Dashboard; search: string }) {
  return (
    <div className="grid gap-2.5 md:grid-cols-2">
      <Zero zero={dashboard.zero} search={search} />
      <Late opd={dashboard.opd} search={search} />
      <Since since={dashboard.since} search={search} />
      <Decide decisions={dashboard.decisions} isNow={dashboard.isNow} />
    </div>
  )
}
