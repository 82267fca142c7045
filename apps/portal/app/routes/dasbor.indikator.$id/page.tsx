import type { DashboardIndicatorView, IndicatorDashboard } from '@mufakat/services'
import { Badge, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { TrendChart } from '@mufakat/ui/charts'
import { Link } from '@remix-run/react'
import { CircleHelp, CircleSlash2, CircleX, ListChecks, Route } from 'lucide-react'
import { Achievement } from '~/dasbor/achievement'
import { summaryText } from '~/dasbor/indicator-panels'
import { Live } from '~/dasbor/live'
import { chartPoints, trendWords, valueText } from '~/dasbor/said'
import { WorkList } from '~/dasbor/work-list'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { triwulanCode } from '~/request/triwulan'
import { amountText, numberText } from '~/target/amount'
import { Districts, Villages } from './regions'

function Standing({ indicator }: { indicator: DashboardIndicatorView }) {
  const words = useAllWords()
  const { standing, way } = indicator
  const facts: [string, string][] = [
    [words.t('dasbor.indicator.value'), valueText(words, indicator, indicator)],
    [
      words.t('dasbor.indicator.target'),
      standing.target === null ? '–' : amountText(words, standing.target, indicator),
    ],
    [
      words.t('dasbor.indicator.gap'),
      standing.gap === null
        ? '–'
        : standing.gap <= 0
          ? words.t('dasbor.indicator.reached')
          : amountText(words, standing.gap, indicator),
    ],
    ...(way?.expected === undefined || way.expected === null
      ? []
      : [
          [
            words.t('dasbor.zero.by', {
              target: numberText(words, way.target, indicator),
              year: way.by.slice(0, 4),
            }),
            words.t('dasbor.way.expected', { value: amountText(words, way.expected, indicator) }),
          ] as [string, string],
        ]),
  ]
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        <Achievement trend={indicator} />
        {way?.isOn === true && (
          <Badge tone="success" icon={Route}>
            {words.t('dasbor.way.yes')}
          </Badge>
        )}
        {way?.isOn === false && (
          <Badge tone="danger" icon={CircleX}>
            {words.t('dasbor.way.no')}
          </Badge>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4">
        {facts.map(([name, value]) => (
          <div key={name} className="grid content-between gap-0.5">
            <dt className="text-xs text-ink-2">{name}</dt>
            <dd className="font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {indicator.of > 1 && (
        <p className="text-xs text-ink-2">
          {words.t('dasbor.indicator.given', { given: indicator.given, of: indicator.of })}
        </p>
      )}
    </div>
  )
}

function Called({ indicator }: { indicator: DashboardIndicatorView }) {
  const words = useAllWords()
  if (indicator.isDoneNotMoved)
    return (
      <Notice tone="warn" icon={CircleSlash2}>
        <b>{words.t('dasbor.flag.done')}.</b> {words.t('dasbor.flag.done.help')}
      </Notice>
    )
  if (indicator.movedAlone === null) return null
  return (
    <Notice tone="info" icon={CircleHelp}>
      <b>{words.t(`dasbor.flag.alone.${indicator.movedAlone}`)}.</b> {words.t('dasbor.flag.alone.help')}
    </Notice>
  )
}

export function IndicatorPage({ page }: { page: IndicatorDashboard }) {
  const words = useAllWords()
  const { indicator, work, districts, villages } = page
  const { baseline } = indicator
  return (
    <>
      <PageHead
        title={indicator.name}
        back={{ to: `/dasbor?tw=${triwulanCode(page.at)}`, label: words.t('dasbor.title') }}
        lead={
          <p className="text-sm">
            {words.triwulan(page.at)} ·{' '}
            {words.t('dasbor.indicator.owner', { opd: indicator.owner.shortName })}
          </p>
        }
        end={
          <Link
            to={`/target/${indicator.id}`}
            className="screen-only inline-flex min-h-11 items-center text-sm"
          >
            {words.t('dasbor.indicator.data')}
          </Link>
        }
      />
      <Live mark={page.mark}>
        <Called indicator={indicator} />
        <Card as="section" aria-label={indicator.name} className="grid gap-6 p-4 sm:p-5">
          <Standing indicator={indicator} />
          <TrendChart
            title={`${indicator.name} (${indicator.unit})`}
            summary={summaryText(words, indicator)}
            points={chartPoints(words, indicator)}
            baseline={
              baseline === null ? null : { value: baseline, label: amountText(words, baseline, indicator) }
            }
            format={value => numberText(words, value, indicator)}
            words={trendWords(words)}
          />
        </Card>
        <Card as="section" aria-labelledby="menyumbang">
          <CardHead id="menyumbang" title={words.t('dasbor.indicator.feed')} />
          {work.length === 0 ? (
            <Empty
              compact
              icon={ListChecks}
              title={words.t('dasbor.indicator.feed.none')}
              help={words.t('dasbor.indicator.feed.help')}
            />
          ) : (
            <WorkList
              work={work}
              withOpd
              more={({ quantity, region }) =>
                [
                  ...(quantity === null
                    ? []
                    : [words.t('dasbor.work.quantity', { value: amountText(words, quantity, indicator) })]),
                  ...(region === null ? [] : [region]),
                ].join(', ') || null
              }
            />
          )}
        </Card>
        {districts.length > 0 && <Districts indicator={indicator} districts={districts} />}
        {villages !== null && <Villages indicator={indicator} villages={villages} />}
      </Live>
    </>
  )
}
