import { cardFilterOf, cardTableLookOf } from '@mufakat/domain'
import type { CardTableView } from '@mufakat/services'
import { buttonClass, Card, Empty } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useAllWords } from '~/frame/words'
import { VIEW_PATHS } from '~/saringan/address'
import { CardViewsHead } from '~/saringan/card-views'
import { FilterBar } from '~/saringan/filter-bar'
import { CardGrid } from '~/tabel/card-grid'
import { TablePages } from '~/tabel/pages'
import { TableLookFields } from '~/tabel/table-look'
import { type TableNames, TableNamesProvider, tableNamesOf } from '~/tabel/table-names'

export function CardTablePage({ table, opd }: { table: CardTableView; opd: TableNames['opd'] }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const filter = useMemo(() => cardFilterOf(params), [params])
  const look = useMemo(() => cardTableLookOf(params), [params])
  const names = useMemo(() => tableNamesOf(table, opd), [table, opd])
  return (
    <TableNamesProvider value={names}>
      <CardViewsHead
        view="tabel"
        filter={filter}
        title={words.t('papan.title')}
        lead={words.t('tampilan.count', { n: table.total })}
      />
      <FilterBar
        path={VIEW_PATHS.tabel}
        filter={filter}
        hasOpd={table.rights.ownOpdIds.length > 0}
        choices={{ opd, rapat: table.rapat }}
      >
        <TableLookFields look={look} />
      </FilterBar>
      <Card>
        {table.total > 0 ? (
          <CardGrid table={table} look={look} />
        ) : (
          <Empty
            icon={SearchX}
            title={words.t('tampilan.empty')}
            help={words.t('tampilan.empty.help')}
            action={
              <Link to={VIEW_PATHS.tabel} className={buttonClass('secondary')}>
                {words.t('action.reset')}
              </Link>
            }
          />
        )}
        <TablePages page={table.page} pages={table.pages} />
      </Card>
    </TableNamesProvider>
  )
}
