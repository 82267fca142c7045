import { BOARD_STATUSES, type BoardStatus } from '@mufakat/domain'
import type { CardView } from '@mufakat/services'
import { Dialog, menuItemClass } from '@mufakat/ui'
import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Check,
  ListChecks,
  type LucideIcon,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import { faultOf, type Way } from './moves'

const WAYS: readonly (readonly [way: 'top' | 'up' | 'down' | 'bottom', icon: LucideIcon])[] = [
  ['top', ArrowUpToLine],
  ['up', ArrowUp],
  ['down', ArrowDown],
  ['bottom', ArrowDownToLine],
]

/** Everything that dragging does, as a list to choose from; what is not open says why. */
export function MoveMenu({
  cards,
  onStatus,
  onWay,
  onSelect,
  onClose,
}: {
  cards: readonly CardView[]
  onStatus: (status: BoardStatus) => void
  onWay: (way: Way) => void
  /** Begins to choose several. */
  onSelect: () => void
  onClose: () => void
}) {
  const words = useAllWords()
  const { rights } = useNames()
  const [first] = cards
  if (first === undefined) return null
  const title =
    cards.length === 1
      ? words.t('papan.move.of', { title: first.title || words.t('tl.untitled') })
      : words.t('papan.move.many', { n: cards.length })
  const faultAt = (status: BoardStatus | null) => (cards.length === 1 ? faultOf(first, status, rights) : null)
  const fixed = faultAt(null)
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={words.t('action.close')}>
      <div className="grid gap-3 p-3">
        <section aria-labelledby="pindah-status" className="grid">
          <h3 id="pindah-status" className="px-3 text-xs text-ink-2">
            {words.t('papan.move.status')}
          </h3>
          {BOARD_STATUSES.map(status => {
            const isHere = cards.length === 1 && first.status === status
            const fault = isHere ? null : faultAt(status)
            return (
              <button
                key={status}
                type="button"
                className={menuItemClass}
                aria-current={isHere || undefined}
                aria-disabled={fault !== null || undefined}
                onClick={() => onStatus(status)}
              >
                <Check aria-hidden className={isHere ? undefined : 'invisible'} />
                <span>
                  {words.t(`status.tl.${status}`)}
                  {fault && (
                    <span className="block text-xs text-ink-2">{words.t(`papan.fault.${fault}`)}</span>
                  )}
                </span>
              </button>
            )
          })}
        </section>
        {cards.length === 1 && fixed === null && (
          <section aria-labelledby="pindah-urutan" className="grid">
            <h3 id="pindah-urutan" className="px-3 text-xs text-ink-2">
              {words.t('papan.move.place')}
            </h3>
            {WAYS.map(([way, Icon]) => (
              <button key={way} type="button" className={menuItemClass} onClick={() => onWay(way)}>
                <Icon aria-hidden />
                {words.t(`papan.move.${way}`)}
              </button>
            ))}
          </section>
        )}
        {cards.length === 1 && (
          <button type="button" className={menuItemClass} onClick={onSelect}>
            <ListChecks aria-hidden />
            {words.t('papan.move.select')}
          </button>
        )}
      </div>
    </Dialog>
  )
}
