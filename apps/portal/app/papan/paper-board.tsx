import { tenggatState } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { type Column, DataTable } from '@mufakat/ui'
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAllWords } from '~/frame/words'
import { PriorityWord, TenggatBadge, TindakLanjutBadge } from '~/rapat/status'
import { useNamesOfParts } from './board-lanes'
import { useNames } from './board-names'
import type { BoardLayout } from './layout'
import type { BoardLook } from './view'

/** Whether the page is on its way to paper; drawn before it is taken. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

function PaperColumn({ name, cards }: { name: string; cards: readonly CardView[] }) {
  const words = useAllWords()
  const { opdById, today } = useNames()
  const columns: Column<CardView>[] = [
    {
      key: 'title',
      label: words.t('tampilan.column.judul'),
      cell: card => card.title || words.t('tl.untitled'),
    },
    {
      key: 'owner',
      label: words.t('tampilan.column.opd'),
      cell: card => opdById.get(card.opdId ?? '')?.shortName ?? words.t('papan.no-owner'),
    },
    {
      key: 'due',
      label: words.t('tampilan.column.tenggat'),
      cell: card => (
        <>
          {card.due === null ? words.t('papan.no-due') : words.date(card.due, 'short')}{' '}
          <TenggatBadge state={tenggatState({ status: card.status, tenggat: card.due }, today)} />
        </>
      ),
    },
    {
      key: 'status',
      label: words.t('tampilan.column.status'),
      cell: card => <TindakLanjutBadge status={card.status} />,
    },
    {
      key: 'priority',
      label: words.t('tampilan.column.prioritas'),
      cell: card => <PriorityWord priority={card.priority} />,
    },
  ]
  return <DataTable caption={name} columns={columns} rows={cards} rowKey={({ id }) => id} />
}

/** The board on paper: every card that is looked for, in a table for each column. On the screen it is not there. */
export function PaperBoard({ layout, look }: { layout: BoardLayout; look: BoardLook }) {
  const words = useAllWords()
  const isPrinting = usePrinting()
  const { columnName, laneName } = useNamesOfParts(look)
  if (!isPrinting) return null
  return (
    <div className="paper-only">
      {layout.lanes.map(lane => (
        <section key={lane.key ?? ''}>
          {layout.hasLanes && <h2 className="mt-4 text-base">{laneName(lane)}</h2>}
          {layout.columns.map((column, at) => {
            const cards = lane.cells[at] ?? []
            const name = words.t('papan.column', { column: columnName(column), n: cards.length })
            return cards.length === 0 ? null : (
              <div key={column.key} className="mt-3">
                <PaperColumn name={name} cards={cards} />
              </div>
            )
          })}
        </section>
      ))}
    </div>
  )
}
