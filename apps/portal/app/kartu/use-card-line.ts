import type { CardHolder } from '@mufakat/live'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'

const NOBODY: readonly CardHolder[] = []

/**
 * Reads the page anew when its card has changed, and tells others that it is open here. The live client comes after the
 * page can be read.
 * @returns who else has it open
 */
export function useCardLine(cardId: string, revision: number): readonly CardHolder[] {
  const { revalidate } = useRevalidator()
  const [holders, setHolders] = useState(NOBODY)
  const since = useRef(revision)
  since.current = revision
  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    const listen = async () => {
      const { watchCard } = await import('@mufakat/live')
      if (isGone) return
      const from = { url: '', cardId, since: since.current }
      stop = watchCard({ ...from, changed: revalidate, holders: setHolders })
    }
    listen().catch(error => console.error(error))
    return () => {
      isGone = true
      stop?.()
      setHolders(NOBODY)
    }
  }, [cardId, revalidate])
  return holders
}
