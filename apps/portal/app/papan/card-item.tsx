import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { CardView } from '@mufakat/services'
import { IconButton } from '@mufakat/ui'
import { ArrowRightLeft } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useAllWords } from '~/frame/words'
import { CardFace } from './card-face'

interface CardItemProps {
  card: CardView
  top: number
  position: number
  count: number
  withStatus: boolean
  isReached: boolean
  isSelected: boolean
}

/** A finger scrolls; it moves cards by their menu. */
const canDrag = () => window.matchMedia('(pointer: fine)').matches

export const CardItem = memo(function CardItem(props: CardItemProps) {
  const { card, top, position, count, withStatus, isReached, isSelected } = props
  const words = useAllWords()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = ref
    if (current === null || !canDrag()) return
    return draggable({ element: current, getInitialData: () => ({ cardId: card.id }) })
  }, [card.id])
  const title = card.title || words.t('tl.untitled')
  return (
    <li className="absolute inset-x-1" style={{ top }}>
      <article
        ref={ref}
        tabIndex={isReached ? 0 : -1}
        data-card={card.id}
        data-selected={isSelected || undefined}
        aria-labelledby={`judul-${card.id}`}
        aria-describedby={`isi-${card.id}`}
        aria-posinset={position}
        aria-setsize={count}
        className="rounded-md select-none pointer-fine:cursor-grab"
      >
        <CardFace
          card={card}
          withStatus={withStatus}
          isReached={isReached}
          end={
            <IconButton
              data-menu
              tabIndex={isReached ? 0 : -1}
              label={words.t('papan.move.of', { title })}
              className="-mt-1 -mr-2 pointer-fine:size-8"
            >
              <ArrowRightLeft aria-hidden className="size-4" />
            </IconButton>
          }
        />
      </article>
    </li>
  )
})
