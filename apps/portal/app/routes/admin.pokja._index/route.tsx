import { listPokja, type PokjaView } from '@mufakat/services'
import { buttonClass, Card, type Column, DataTable, Empty } from '@mufakat/ui'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { FileSpreadsheet, Network } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { OpdState } from '~/organisasi/opd-state'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'

export const handle = stillPage('pokja.title')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => ({
  pokja: await listPokja(context.services, actorOf(context)),
}))

function PokjaTable({ pokja }: { pokja: readonly PokjaView[] }) {
  const words = useAllWords()
  const columns: Column<PokjaView>[] = [
    {
      key: 'name',
      label: words.t('pokja.column.name'),
      lead: true,
      cell: one => (
        <>
          <Link to={`/admin/pokja/${one.id}`} className="inline-flex min-h-8 items-center font-semibold">
            {one.shortName}
          </Link>
          <span className="block text-sm font-normal text-ink-2">{one.name}</span>
        </>
      ),
    },
    {
      key: 'chair',
      label: words.t('pokja.column.chair'),
      cell: one => one.chair?.name ?? <span className="text-ink-2">{words.t('opd.head.none')}</span>,
    },
    {
      key: 'members',
      label: words.t('pokja.column.members'),
      cell: one => (
        <>
          {words.t('pokja.members', { opd: one.opd.length, people: one.people.length })}
          <span className="block text-sm text-ink-2">{one.opd.map(opd => opd.shortName).join(', ')}</span>
        </>
      ),
    },
    {
      key: 'state',
      label: words.t('opd.column.state'),
      width: 'w-36',
      cell: one => <OpdState active={one.active} />,
    },
  ]
  return <DataTable caption={words.t('pokja.title')} columns={columns} rows={pokja} rowKey={one => one.id} />
}

export default function PokjaListRoute() {
  const words = useAllWords()
  const { pokja } = useLoaderData<typeof loader>()
  const add = (
    <Link to="/admin/pokja/baru" className={buttonClass('primary')}>
      <Network aria-hidden />
      {words.t('pokja.add')}
    </Link>
  )
  return (
    <>
      <PageHead
        title={words.t('pokja.title')}
        lead={
          pokja.length > 0
            ? words.t('pokja.count', { n: pokja.filter(one => one.active).length })
            : words.t('pokja.lead')
        }
        end={
          <div className="screen-only flex flex-wrap gap-2">
            <Link to="/admin/impor" className={buttonClass('secondary')}>
              <FileSpreadsheet aria-hidden />
              {words.t('tabel.title')}
            </Link>
            {pokja.length > 0 && add}
          </div>
        }
      />
      <Card>
        {pokja.length > 0 ? (
          <PokjaTable pokja={pokja} />
        ) : (
          <Empty
            icon={Network}
            title={words.t('pokja.empty')}
            help={words.t('pokja.empty.help')}
            action={add}
          />
        )}
      </Card>
    </>
  )
}
