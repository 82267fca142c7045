import { type CardTableLook, cardFilterOf, cardTableLookOf, filterParams } from '@mufakat/domain'
import type { CardTableView, SavedFilterView } from '@mufakat/services'
import { Button, buttonClass, Card, Empty } from '@mufakat/ui'
import { Link, useSearchParams } from '@remix-run/react'
import { ClipboardPaste, Download, SearchX } from 'lucide-react'
import { useMemo } from 'react'
import { useAllWords } from '~/frame/words'
import { VIEW_PATHS } from '~/saringan/address'
import { CardViewsHead } from '~/saringan/card-views'
import { FilterBar } from '~/saringan/filter-bar'
import { SavedMenu } from '~/saringan/saved-menu'
import { EditableGrid } from '~/tabel/editable-grid'
import { TablePages } from '~/tabel/pages'
import { TableLookFields } from '~/tabel/table-look'
import { type TableNames, TableNamesProvider, tableNamesOf } from '~/tabel/table-names'

/** On a phone the icon says it. */
const BESIDE_ICON = 'max-sm:sr-only'

const USUAL_COLUMNS = cardTableLookOf(new URLSearchParams()).columns.join()

/** How many parts of a look are not as usual. */
const looksOf = ({ sort, isDown, group, columns }: CardTableLook): number =>
  [sort !== 'papan' || isDown, group !== null, columns.join() !== USUAL_COLUMNS].filter(Boolean).length

interface CardTablePageProps {
  table: CardTableView
  opd: TableNames['opd']
  saved: readonly SavedFilterView[]
}

export function CardTablePage({ table, opd, saved }: CardTablePageProps) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const filter = useMemo(() => cardFilterOf(params), [params])
  const look = useMemo(() => cardTableLookOf(params), [params])
  const names = useMemo(() => tableNamesOf(table, opd), [table, opd])
  const { createsAll, createsOwn, ownOpdIds } = table.rights
  const kept = params.get('tampilan')
  return (
    <TableNamesProvider value={names}>
      <CardViewsHead
        view="tabel"
        filter={filter}
        title={words.t('papan.title')}
        lead={words.t('tampilan.count', { n: table.total })}
        end={
          <span className="flex flex-wrap gap-2">
            <SavedMenu view="tabel" saved={saved} />
            {(createsAll || createsOwn) && (
              <a
                href="/tindak-lanjut/tempel"
                title={words.t('tampilan.paste')}
                className={buttonClass('secondary')}
              >
                <ClipboardPaste aria-hidden />
                <span className={BESIDE_ICON}>{words.t('tampilan.paste')}</span>
              </a>
            )}
            {/* Taking it along leaves an entry: it is sent. */}
            <form method="post" action={`${VIEW_PATHS.tabel}/csv?${params}`}>
              <Button type="submit" kind="secondary" title={words.t('tampilan.export')}>
                <Download aria-hidden />
                <span className={BESIDE_ICON}>{words.t('tampilan.export')}</span>
              </Button>
            </form>
          </span>
        }
      />
      <FilterBar
        path={VIEW_PATHS.tabel}
        filter={filter}
        hasOpd={ownOpdIds.length > 0}
        choices={{ opd, rapat: table.rapat }}
        looks={looksOf(look)}
      >
        <TableLookFields look={look} />
      </FilterBar>
      <Card>
        {table.total > 0 ? (
          // Another table begins without what was selected in the last one.
          <EditableGrid key={`${filterParams(filter)} ${kept} ${table.page}`} table={table} look={look} />
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
