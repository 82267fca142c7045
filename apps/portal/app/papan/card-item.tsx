import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import type { CardHolder } from '@mufakat/live'
import type { CardView } from '@mufakat/services'
import { IconButton } from '@mufakat/ui'
import { ArrowRightLeft } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useAllWords } from '~/frame/words'
import { CARD_BOX, CardFace } from './card-face'
import { CardHolders } from './card-holders'

interface FaceProps {
  card: CardView
  withStatus: boolean
  isReached: boolean
}

/** What is in a card. Where it stands is none of it: a card that makes room for another is not drawn anew. */
const MovableFace = memo(function MovableFace({ card, withStatus, isReached }: FaceProps) {
  const words = useAllWords()
  const title = card.title || words.t('tl.untitled')
  return (
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
  )
})

interface CardItemProps extends FaceProps {
  hasFace: boolean
  top: number
  position: number
  count: number
  isSelected: boolean
  /** A finger scrolls; it moves cards by their menu. */
  isDraggable: boolean
  /** Who else has it open, or is moving it. */
  holders: readonly CardHolder[] | undefined
}

export const CardItem = memo(function CardItem(props: CardItemProps) {
  const { card, hasFace, top, position, count, withStatus, isReached, isSelected, isDraggable, holders } =
    props
  const { id } = card
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = ref
    if (current === null || !isDraggable || !hasFace) return
    return draggable({ element: current, getInitialData: () => ({ cardId: id }) })
  }, [id, isDraggable, hasFace])
  return (
    <li className="absolute inset-x-1 h-48 contain-layout contain-size contain-style" style={{ top }}>
      <article
        ref={ref}
        tabIndex={isReached ? 0 : -1}
        data-card={id}
        data-selected={isSelected || undefined}
        aria-labelledby={`judul-${id}`}
        aria-describedby={holders ? `isi-${id} oleh-${id}` : `isi-${id}`}
        aria-posinset={position}
        aria-setsize={count}
        className="rounded-md select-none pointer-fine:cursor-grab"
      >
        <div className={CARD_BOX}>{hasFace && <MovableFace {...{ card, withStatus, isReached }} />}</div>
        {holders && <CardHolders id={`oleh-${id}`} holders={holders} />}
      </article>
    </li>
  )
})
