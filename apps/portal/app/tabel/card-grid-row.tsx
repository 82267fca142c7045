import type { CardColumn } from '@mufakat/domain'
import type { CardView, ChangedField } from '@mufakat/services'
import { classes, IconButton } from '@mufakat/ui'
import { FilePen, Lock, Pencil } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { CellEditor } from './cell-editor'
import { CellValue } from './cell-value'
import { fieldOf, lockOf } from './fields'
import { useTableNames } from './table-names'
import type { GridKeys } from './use-grid-keys'

/** What script adds to a row. */
export interface RowEditing {
  readonly keys: GridKeys
  readonly isSelected: boolean
  onSelect(): void
  onSave(field: ChangedField, value: string, reason: string): void
}

/** Where a pointer is fine, it stands over the end of the cell, which keeps its width, while the row is at hand. */
const OVER =
  'pointer-fine:absolute pointer-fine:top-0 pointer-fine:-right-1 pointer-fine:opacity-0 pointer-fine:group-hover/row:opacity-100 pointer-fine:group-focus-within/row:opacity-100'

function Editable({
  card,
  field,
  at,
  editing,
}: {
  card: CardView
  field: ChangedField
  at: number
  editing: RowEditing
}) {
  const words = useAllWords()
  const names = useTableNames()
  const { keys } = editing
  const cell = { cardId: card.id, column: at }
  if (keys.editing?.cardId === card.id && keys.editing.column === at)
    return (
      <CellEditor
        card={card}
        field={field}
        onCancel={() => keys.focus(cell)}
        onSave={(value, reason) => {
          keys.focus(cell)
          editing.onSave(field, value, reason)
        }}
      />
    )
  const lock = lockOf(card, field, names)
  const label = words.t('tampilan.edit', { column: words.t(`tampilan.column.${field}`), title: card.title })
  return (
    <div className="relative flex min-w-0 items-start justify-between gap-1">
      <div className="min-w-0">
        <CellValue card={card} column={field} />
      </div>
      {lock === null ? (
        <IconButton
          label={label}
          tabIndex={-1}
          onClick={() => keys.edit(cell)}
          className={classes(
            '-my-3 [&>svg]:size-4 print:hidden',
            OVER,
            'pointer-fine:my-0 pointer-fine:size-7 pointer-fine:border pointer-fine:border-line pointer-fine:bg-surface pointer-fine:shadow-1',
          )}
        >
          <Pencil aria-hidden />
        </IconButton>
      ) : (
        lock === 'draft' && (
          <span
            title={words.t('tampilan.edit.draft')}
            className={classes('mt-0.5 flex-none text-ink-2 print:hidden', OVER)}
          >
            <Lock aria-hidden className="size-3.5" />
            <span className="sr-only">{words.t('tampilan.edit.draft')}</span>
          </span>
        )
      )}
    </div>
  )
}

/** One tindak lanjut. */
export function CardGridRow({
  card,
  columns,
  editing,
}: {
  card: CardView
  columns: readonly CardColumn[]
  /** Null: it is only read. */
  editing: RowEditing | null
}) {
  const words = useAllWords()
  const title = card.title || words.t('tl.untitled')
  const reached = (column: number) =>
    editing === null
      ? {}
      : {
          'data-cell': `${card.id} ${column}`,
          tabIndex: editing.keys.at.cardId === card.id && editing.keys.at.column === column ? 0 : -1,
        }
  return (
    <tr
      aria-selected={editing ? editing.isSelected : undefined}
      className={classes(
        'group/row relative transition-colors hover:bg-sunken',
        editing?.isSelected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      {editing && (
        <td className="w-11 max-md:absolute max-md:top-3 max-md:left-1.5" data-lead data-paper="hide">
          <label className="-my-3 inline-flex size-11 max-md:my-0 items-center justify-center">
            <input
              type="checkbox"
              className="size-4.5"
              aria-label={words.t('tampilan.select', { title })}
              checked={editing.isSelected}
              onChange={editing.onSelect}
            />
          </label>
        </td>
      )}
      <td data-lead className={classes('font-medium', editing && 'max-md:pl-9')} {...reached(0)}>
        <div className="min-w-0 md:min-w-46 print:min-w-0">
          <a
            href={`/tindak-lanjut/${card.id}`}
            tabIndex={editing ? -1 : undefined}
            className="inline-flex min-h-11 items-center text-ink no-underline hover:underline pointer-fine:min-h-6"
          >
            {title}
          </a>
          {card.from?.isDraft && (
            <span className="flex items-center gap-1 text-xs font-normal text-ink-2">
              <FilePen aria-hidden className="size-3.5" />
              {words.t('papan.draft')}
            </span>
          )}
        </div>
      </td>
      {columns.map((column, i) => {
        const field = fieldOf(column)
        return (
          <td
            key={column}
            data-label={words.t(`tampilan.column.${column}`)}
            data-align={column === 'progres' ? 'end' : undefined}
            {...reached(i + 1)}
          >
            <div className="min-w-0">
              {editing && field ? (
                <Editable card={card} field={field} at={i + 1} editing={editing} />
              ) : (
                <CellValue card={card} column={column} />
              )}
            </div>
          </td>
        )
      })}
    </tr>
  )
}
