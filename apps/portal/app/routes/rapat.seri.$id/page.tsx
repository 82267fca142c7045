import type { SeriesDetail } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Empty, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { CalendarPlus2, CalendarSync, MessageSquarePlus, Pencil, TriangleAlert } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { RapatTable } from '~/rapat/rapat-table'
import { ProposalList, type RefusedDecision } from '~/seri/proposal-list'
import { SeriesDone } from '~/seri/series-done'
import { SeriesFacts } from './facts'

function NextRapat({ series }: { series: SeriesDetail }) {
  const words = useAllWords()
  const { next } = series
  const carries = [
    words.t('seri.next.carries.list'),
    ...(next.waitingItems.length > 0
      ? [words.t('seri.next.carries.items', { n: next.waitingItems.length })]
      : []),
    ...(next.acceptedCount > 0 ? [words.t('seri.next.carries.topics', { n: next.acceptedCount })] : []),
  ]
  return (
    <Card as="section" aria-labelledby="berikutnya">
      <CardHead id="berikutnya" title={words.t('seri.next')} />
      {series.active ? (
        <div className="grid gap-4 p-4 sm:p-5">
          <p className="text-lg font-semibold text-balance">{next.title}</p>
          <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[8rem_minmax(0,1fr)]">
            <dt className="text-ink-2">{words.t('seri.next.date')}</dt>
            <dd>{next.date ? words.date(next.date, 'full') : words.t('seri.next.date.none')}</dd>
            <dt className="text-ink-2">{words.t('seri.next.carries')}</dt>
            <dd>
              <ul className="grid gap-1">
                {carries.map(one => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </dd>
          </dl>
          {series.allowed.edit && (
            <Form method="post" className="screen-only grid gap-2">
              <input type="hidden" name="terakhir" value={series.latestId ?? ''} />
              <Button type="submit" name="maksud" value="buka" className="w-full sm:w-fit">
                <CalendarPlus2 aria-hidden />
                {words.t('seri.next.open')}
              </Button>
              <p className="text-sm text-ink-2">{words.t('seri.next.help')}</p>
            </Form>
          )}
        </div>
      ) : (
        <p className="p-4 text-ink-2 sm:p-5">{words.t('seri.next.ended')}</p>
      )}
    </Card>
  )
}

function WaitingItems({ items }: { items: SeriesDetail['next']['waitingItems'] }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="ditunda">
      <CardHead id="ditunda" title={words.t('seri.waiting')} />
      <ul className="divide-y divide-line">
        {items.map(item => (
          <li key={`${item.rapatId} ${item.itemId}`} className="grid gap-1 px-4 py-3 sm:px-5">
            <Link to={`/rapat/${item.rapatId}#item-${item.itemId}`} className="font-medium">
              {item.title}
            </Link>
            <span className="text-sm text-ink-2">
              {words.t('seri.waiting.from', {
                rapat: item.from.date
                  ? words.date(item.from.date, 'short')
                  : words.triwulan(item.from.triwulan),
              })}
              {' · '}
              {item.reason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Proposals({ series, refused }: { series: SeriesDetail; refused: RefusedDecision | null }) {
  const words = useAllWords()
  const propose = series.allowed.propose && (
    <Link to={`/rapat/seri/${series.id}/usul`} className={`screen-only ${buttonClass('secondary', 'sm')}`}>
      <MessageSquarePlus aria-hidden />
      {words.t('usulan.propose')}
    </Link>
  )
  return (
    <Card as="section" aria-labelledby="usulan">
      <CardHead id="usulan" title={words.t('usulan.title')} end={series.proposals.length > 0 && propose} />
      {series.proposals.length > 0 ? (
        <ProposalList
          proposals={series.proposals}
          decides={series.allowed.decide}
          refused={refused}
          coming={series.coming}
        />
      ) : (
        <Empty
          compact
          icon={MessageSquarePlus}
          title={words.t('usulan.empty')}
          help={words.t('usulan.empty.help')}
          action={propose}
        />
      )}
    </Card>
  )
}

interface SeriesPageProps {
  series: SeriesDetail
  refused: (RefusedDecision & { readonly maksud: string }) | undefined
}

export function SeriesPage({ series, refused }: SeriesPageProps) {
  const words = useAllWords()
  const isConflict = refused?.errors.form === 'conflict'
  return (
    <>
      <PageHead
        title={series.name}
        lead={words.t(`seri.cadence.${series.cadence}`)}
        back={{ to: '/rapat/seri', label: words.t('seri.title') }}
        end={
          series.allowed.edit && (
            <Link to={`/rapat/seri/${series.id}/ubah`} className={`screen-only ${buttonClass('secondary')}`}>
              <Pencil aria-hidden />
              {words.t('seri.edit')}
            </Link>
          )
        }
      />
      <SeriesDone />
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert" className="mb-4">
          {words.t(refused?.maksud === 'buka' ? 'seri.next.conflict' : 'usulan.conflict')}
        </Notice>
      )}
      <div className="grid gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <NextRapat series={series} />
          <SeriesFacts series={series} />
        </div>
        {series.next.waitingItems.length > 0 && <WaitingItems items={series.next.waitingItems} />}
        <Proposals series={series} refused={isConflict ? null : (refused ?? null)} />
        <Card as="section" aria-labelledby="rapatnya">
          <CardHead id="rapatnya" title={words.t('seri.rapat')} />
          {series.rapat.length > 0 ? (
            <RapatTable rapat={series.rapat} caption={words.t('seri.rapat')} />
          ) : (
            <Empty
              compact
              icon={CalendarSync}
              title={words.t('seri.rapat.empty')}
              help={words.t('seri.rapat.empty.help')}
            />
          )}
        </Card>
      </div>
    </>
  )
}
