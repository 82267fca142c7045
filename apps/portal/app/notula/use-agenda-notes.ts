import type { AgendaNotes } from '@mufakat/services'
import { useEffect, useState } from 'react'

/** Others report what they did while a rapat goes on: as often is looked, while somebody looks. */
const EVERY_MS = 20_000

/** By hand and not by the router, whose page of errors would take the place of an open notula without a line. */
async function fetchNotes(rapatId: string): Promise<AgendaNotes | null> {
  try {
    const response = await fetch(`/rapat/${rapatId}/lalu`, { redirect: 'manual' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** What stands beside the agenda, as the server gave it and then as it becomes; `null` asks for nothing more. */
export function useAgendaNotes(rapatId: string | null, given: AgendaNotes): AgendaNotes {
  const [notes, setNotes] = useState(given)
  useEffect(() => setNotes(given), [given])
  useEffect(() => {
    if (rapatId === null) return
    let isOver = false
    const look = async () => {
      if (document.visibilityState !== 'visible') return
      const fresh = await fetchNotes(rapatId)
      // The same text stays the same object, so that nothing is drawn anew for it.
      if (fresh !== null && !isOver)
        setNotes(now => (JSON.stringify(now) === JSON.stringify(fresh) ? now : fresh))
    }
    const timer = setInterval(look, EVERY_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('focus', look)
    return () => {
      isOver = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('focus', look)
    }
  }, [rapatId])
  return notes
}
