import type { CardView } from '@mufakat/services'
import { useCallback, useDeferredValue, useEffect, useRef } from 'react'

/**
 * The cards as they are drawn. What others did, and what was dragged, is drawn a moment later and in pieces, so that it
 * holds nobody up; what somebody does by keys or menu at once, since the next key is pressed at what it has brought, and
 * the focus goes along.
 * @returns `atOnce`: the next change is
 */
export function useShownCards(cards: readonly CardView[]): {
  shown: readonly CardView[]
  atOnce: () => void
} {
  const later = useDeferredValue(cards)
  const isAtOnce = useRef(false)
  const atOnce = useCallback(() => {
    isAtOnce.current = true
  }, [])
  useEffect(() => {
    // Not before: what was drawn at once would go back to what is drawn later.
    if (later === cards) isAtOnce.current = false
  }, [later, cards])
  return { shown: isAtOnce.current ? cards : later, atOnce }
}
