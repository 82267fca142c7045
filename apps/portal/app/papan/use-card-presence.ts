import type { CardHolder } from '@mufakat/live'
import { useEffect, useState } from 'react'

const NOBODY: readonly CardHolder[] = []

/** Tells boards and pages that this card is open here, for as long as the page is; returns who else has it open. */
export function useCardPresence(cardId: string): readonly CardHolder[] {
  const [others, setOthers] = useState(NOBODY)
  useEffect(() => {
    let end = () => {}
    let isOver = false
    const open = async () => {
      const { openCard } = await import('./hold-card')
      if (isOver) return
      const card = openCard(cardId)
      const stop = card.held.subscribe(() => setOthers(card.held.get().get(cardId) ?? NOBODY))
      end = () => {
        stop()
        card.close()
      }
    }
    // Without it the page is what it was: nobody else is shown.
    open().catch(() => undefined)
    return () => {
      isOver = true
      end()
      setOthers(NOBODY)
    }
  }, [cardId])
  return others
}
