import type { CardColumn } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { FilePen } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { CellValue } from './cell-value'

/** One tindak lanjut. */
export function CardGridRow({ card, columns }: { card: CardView; columns: readonly CardColumn[] }) {
  const words = useAllWords()
  return (
    <tr className="transition-colors hover:bg-sunken">
      <td data-lead className="font-medium">
        <div className="min-w-0">
          <a href={`/tindak-lanjut/${card.id}`} className="text-ink no-underline hover:underline">
            {card.title || words.t('tl.untitled')}
          </a>
          {card.from?.isDraft && (
            <span className="mt-1 flex items-center gap-1 text-xs font-normal text-ink-2">
              <FilePen aria-hidden className="size-3.5" />
              {words.t('papan.draft')}
            </span>
          )}
        </div>
      </td>
      {columns.map(column => (
        <td
          key={column}
          data-label={words.t(`tampilan.column.${column}`)}
          data-align={column === 'progres' ? 'end' : undefined}
        >
          <div className="min-w-0">
            <CellValue card={card} column={column} />
          </div>
        </td>
      ))}
    </tr>
  )
}
