import type { CardColumn, CardSort, CardTableLook } from '@mufakat/domain'
import type { CardTableView, CardView } from '@mufakat/services'
import { Link, useSearchParams } from '@remix-run/react'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Fragment } from 'react'
import { useAllWords } from '~/frame/words'
import { changedAddress, VIEW_PATHS } from '~/saringan/address'
import { CardGridRow, type RowEditing } from './card-grid-row'
import { groupsOf } from './groups'
import { useTableNames } from './table-names'
import type { GridKeys } from './use-grid-keys'

/** What a column asks for at least; the title takes what is left. */
const WIDTHS: Partial<Record<CardColumn, string>> = {
  jabatan: 'md:min-w-36',
  tenggat: 'md:w-44',
  status: 'md:w-44',
  prioritas: 'md:w-24',
  progres: 'md:w-16',
  bukti: 'md:w-24',
  rapat: 'md:min-w-60',
}

const NUMBERS: readonly CardColumn[] = ['progres']

/** The head of a column: pressed, the table is sorted by it; pressed again, the other way. */
function Head({ sort, look }: { sort: Exclude<CardSort, 'papan'>; look: CardTableLook }) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const name = words.t(`tampilan.column.${sort}`)
  const isBy = look.sort === sort
  const next = isBy && !look.isDown ? `-${sort}` : isBy ? null : sort
  const Icon = look.isDown ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={sort === 'judul' ? 'md:min-w-50' : WIDTHS[sort]}
      aria-sort={isBy ? (look.isDown ? 'descending' : 'ascending') : undefined}
      data-align={NUMBERS.some(column => column === sort) ? 'end' : undefined}
    >
      <Link
        to={changedAddress(VIEW_PATHS.tabel, params, { urut: next })}
        preventScrollReset
        title={words.t('tampilan.sort.by', { column: name })}
        className="-my-2 inline-flex min-h-11 items-center gap-1 text-ink-2 no-underline hover:text-ink pointer-fine:min-h-9"
      >
        {name}
        {isBy && <Icon aria-hidden className="size-3.5 flex-none" />}
      </Link>
    </th>
  )
}

/** With script its cells are moved between, and its rows are selected. */
const GRID = { role: 'grid', 'aria-multiselectable': true } as const

/** What script adds to the table. */
export interface GridEditing {
  readonly keys: GridKeys
  readonly isAll: boolean
  onSelectAll(): void
  of(card: CardView): RowEditing
}

/** The rows of a page, in their groups. */
export function CardGrid({
  table,
  look,
  editing,
}: {
  table: CardTableView
  look: CardTableLook
  /** Null: it is only read. */
  editing: GridEditing | null
}) {
  const words = useAllWords()
  const names = useTableNames()
  const groups = groupsOf(table, look.group, names, words)
  const width = look.columns.length + (editing ? 2 : 1)
  return (
    <table
      ref={editing?.keys.box}
      {...(editing && GRID)}
      onKeyDown={editing?.keys.onKeyDown}
      className="data-table md:[&_td]:px-2 md:[&_th]:px-2"
    >
      <caption className="sr-only print:not-sr-only">{words.t('tampilan.table')}</caption>
      <thead>
        <tr>
          {editing && (
            <th scope="col" data-paper="hide" className="w-11">
              <label className="-my-3 inline-flex size-11 items-center justify-center">
                <input
                  type="checkbox"
                  className="size-4.5"
                  aria-label={words.t('tampilan.select.all')}
                  checked={editing.isAll}
                  onChange={editing.onSelectAll}
                />
              </label>
            </th>
          )}
          <Head sort="judul" look={look} />
          {look.columns.map(column => (
            <Head key={column} sort={column} look={look} />
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(group => (
          <Fragment key={group.key}>
            {group.name !== null && (
              <tr className="bg-sunken">
                <th scope="colgroup" colSpan={width} className="text-ink">
                  {words.t('tampilan.group.head', { name: group.name, n: group.count })}
                </th>
              </tr>
            )}
            {group.cards.map(card => (
              <CardGridRow
                key={card.id}
                card={card}
                columns={look.columns}
                editing={editing?.of(card) ?? null}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
