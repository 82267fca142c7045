import type { SavedFilterView } from '@mufakat/services'
import { Button, Card, type Column, DataTable, Empty } from '@mufakat/ui'
import { Bookmark, Trash2 } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { VIEW_PATHS } from '~/saringan/address'
import { KeepCard, type KeepCardProps } from './keep-card'
import type { KeptView } from './kept.server'

interface SavedViewsPageProps extends Omit<KeepCardProps, 'kept'> {
  readonly saved: readonly SavedFilterView[]
  /** What is to be kept; null: nothing is. */
  readonly kept: KeptView | null
}

function SavedTable({ saved }: { saved: readonly SavedFilterView[] }) {
  const words = useAllWords()
  const columns: Column<SavedFilterView>[] = [
    {
      key: 'name',
      label: words.t('tampilan.saved.name'),
      lead: true,
      cell: one => (
        <>
          <a
            href={`/tindak-lanjut/tampilan/${one.id}`}
            className="inline-flex min-h-11 items-center font-semibold md:min-h-8"
          >
            {one.name}
          </a>
          {one.by !== null && (
            <span className="block text-xs font-normal text-ink-2">
              {words.t('tampilan.saved.by', { name: one.by })}
            </span>
          )}
        </>
      ),
    },
    { key: 'view', label: words.t('tampilan.views'), cell: one => words.t(`tampilan.${one.view}`) },
    {
      key: 'shared',
      label: words.t('tampilan.saved.shared'),
      cell: one => words.t(`tampilan.saved.shared.${one.shared}`),
    },
    {
      key: 'acts',
      label: words.t('tl.column.acts'),
      paper: 'hide',
      cell: one =>
        one.mayRemove && (
          <form method="post">
            <input type="hidden" name="id" value={one.id} />
            <Button
              type="submit"
              name="maksud"
              value="hapus"
              kind="quiet"
              size="sm"
              aria-label={words.t('tampilan.saved.remove.of', { name: one.name })}
            >
              <Trash2 aria-hidden />
              {words.t('tampilan.saved.remove')}
            </Button>
          </form>
        ),
    },
  ]
  return (
    <DataTable caption={words.t('tampilan.saved')} columns={columns} rows={saved} rowKey={one => one.id} />
  )
}

export function SavedViewsPage(props: SavedViewsPageProps) {
  const words = useAllWords()
  const { saved, kept } = props
  return (
    <div className="grid max-w-4xl gap-6">
      <PageHead
        title={words.t('tampilan.saved')}
        lead={words.t('tampilan.saved.lead')}
        back={{ to: VIEW_PATHS[kept?.view ?? 'papan'], label: words.t('papan.title') }}
      />
      {kept !== null && <KeepCard {...props} kept={kept} />}
      <Card>
        {saved.length > 0 ? (
          <SavedTable saved={saved} />
        ) : (
          <Empty
            icon={Bookmark}
            title={words.t('tampilan.saved.none')}
            help={words.t('tampilan.saved.none.help')}
          />
        )}
      </Card>
    </div>
  )
}
