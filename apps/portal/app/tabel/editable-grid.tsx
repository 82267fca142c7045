import type { CardTableLook } from '@mufakat/domain'
import type { CardTableView, ChangeFault } from '@mufakat/services'
import { useMemo, useState } from 'react'
import { useHydrated } from '~/frame/hydrated'
import { useAllWords } from '~/frame/words'
import { BulkBar } from './bulk-bar'
import { CardGrid, type GridEditing } from './card-grid'
import { fieldOf, lockOf } from './fields'
import { useTableNames } from './table-names'
import { useChanges } from './use-changes'
import { useGridKeys } from './use-grid-keys'
import { Verdicts } from './verdicts'

/** The table as who may change it has it: by keys, in place, and many rows at once. Without script it is read. */
export function EditableGrid({ table, look }: { table: CardTableView; look: CardTableLook }) {
  const words = useAllWords()
  const names = useTableNames()
  const { rights } = names
  const isEdited = useHydrated() && (rights.movesAll || rights.movesOwn)
  const changes = useChanges()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [lock, setLock] = useState<ChangeFault | null>(null)
  const { cards } = table
  const cardIds = useMemo(() => cards.map(({ id }) => id), [cards])
  const chosen = cards.filter(({ id }) => selected.has(id))
  const toggle = (cardId: string) =>
    setSelected(old => new Set(old.has(cardId) ? [...old].filter(id => id !== cardId) : [...old, cardId]))
  const keys = useGridKeys(cardIds, look.columns.length + 1, {
    select: toggle,
    open: ({ cardId, column }) => {
      const card = cards.find(({ id }) => id === cardId)
      const field = fieldOf(look.columns[column - 1] ?? null)
      if (card === undefined) return false
      if (column === 0) window.location.assign(`/tindak-lanjut/${cardId}`)
      const fault = field === null ? null : lockOf(card, field, names)
      setLock(fault)
      return field !== null && fault === null
    },
  })
  const editing: GridEditing | null = isEdited
    ? {
        keys,
        isAll: cards.length > 0 && chosen.length === cards.length,
        onSelectAll: () => setSelected(new Set(chosen.length === cards.length ? [] : cardIds)),
        of: card => ({
          keys,
          isSelected: selected.has(card.id),
          onSelect: () => toggle(card.id),
          onSave: (field, value, reason) => changes.change([card], field, value, reason),
        }),
      }
    : null
  return (
    <>
      <div className="px-3 pt-3 empty:hidden">
        <Verdicts answer={changes.answer} cards={cards} />
      </div>
      {/* Its own place for what is only read out: else that would widen the page. */}
      <div className="relative overflow-x-auto print:overflow-visible">
        <CardGrid table={table} look={look} editing={editing} />
      </div>
      {isEdited && (
        <p className="screen-only border-t border-line px-4 py-2 text-xs text-ink-2 pointer-coarse:hidden">
          {words.t('tampilan.keys')}
        </p>
      )}
      <p role="status" className="px-4 text-sm text-ink-2 empty:hidden">
        {lock && words.t(`tampilan.fault.${lock}`)}
      </p>
      {chosen.length > 0 && (
        <BulkBar
          cards={chosen}
          total={table.pages > 1 ? table.total : null}
          changes={changes}
          onClear={() => setSelected(new Set())}
        />
      )}
    </>
  )
}
