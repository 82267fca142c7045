import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'

/** Reads the page anew when its card has changed. The live client comes after the page can be read. */
export function useCardLine(cardId: string, revision: number): void {
  const { revalidate } = useRevalidator()
  const since = useRef(revision)
  since.current = revision
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const listen = async () => {
      const { watchCard } = await import('@mufakat/live')
      if (!isGone) stop = watchCard({ url: '', cardId, since: since.current, changed: revalidate })
    }
    listen().catch(error => console.error(error))
    return () => {
      isGone = true
      stop?.()
    }
  }, [cardId, revalidate])
}
