import { may } from '@mufakat/domain'
import { listSeries, type SeriesSummary } from '@mufakat/services'
import { Badge, buttonClass, Card, type Column, DataTable, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CalendarSync, CircleCheck, CircleOff } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('seri.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  return { series: await listSeries(context.services, actor), mayEdit: may(actor, 'series.edit') }
})

function SeriesTable({ series }: { series: readonly SeriesSummary[] }) {
  const words = useAllWords()
  const columns: Column<SeriesSummary>[] = [
    {
      key: 'name',
      label: words.t('seri.column.name'),
      lead: true,
      cell: one => (
        <Link
          to={`/rapat/seri/${one.id}`}
          className="inline-flex min-h-11 items-center font-semibold md:min-h-8"
        >
          {one.name}
        </Link>
      ),
    },
    {
      key: 'cadence',
      label: words.t('seri.column.cadence'),
      width: 'md:w-40',
      cell: one => words.t(`seri.cadence.${one.cadence}`),
    },
    {
      key: 'latest',
      label: words.t('seri.column.latest'),
      cell: one =>
        one.latest === null ? (
          <span className="text-ink-2">{words.t('seri.none')}</span>
        ) : (
          <Link to={`/rapat/${one.latest.id}`}>
            {one.latest.date ? words.date(one.latest.date, 'short') : words.triwulan(one.latest.triwulan)}
          </Link>
        ),
    },
    {
      key: 'proposals',
      label: words.t('seri.column.proposals'),
      width: 'md:w-40',
      cell: one => one.openProposals,
    },
    {
      key: 'state',
      label: words.t('seri.column.state'),
      width: 'md:w-36',
      cell: one =>
        one.active ? (
          <Badge tone="success" icon={CircleCheck}>
            {words.t('seri.state.active')}
          </Badge>
        ) : (
          <Badge tone="neutral" icon={CircleOff}>
            {words.t('seri.state.ended')}
          </Badge>
        ),
    },
  ]
  return <DataTable caption={words.t('seri.title')} columns={columns} rows={series} rowKey={one => one.id} />
}

export default function SeriesListRoute() {
  const words = useAllWords()
  const { series, mayEdit } = useLoaderData<typeof loader>()
  const add = (
    <Link to="/rapat/seri/baru" className={buttonClass('primary')}>
      <CalendarSync aria-hidden />
      {words.t('seri.add')}
    </Link>
  )
  return (
    <>
      <PageHead
        title={words.t('seri.title')}
        lead={words.t('seri.lead')}
        back={{ to: '/rapat', label: words.t('rapat.title') }}
        end={mayEdit && series.length > 0 && <span className="screen-only">{add}</span>}
      />
      <Card>
        {series.length > 0 ? (
          <SeriesTable series={series} />
        ) : (
          <Empty
            icon={CalendarSync}
            title={words.t('seri.empty')}
            help={words.t(mayEdit ? 'seri.empty.help' : 'seri.empty.read')}
            action={mayEdit && add}
          />
        )}
      </Card>
    </>
  )
}
