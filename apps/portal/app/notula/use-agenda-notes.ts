import type { AgendaNotes } from '@mufakat/services'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLooking } from '~/rapat/use-looking'

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
  const asked = useRef(rapatId)
  useEffect(() => {
    asked.current = rapatId
    return () => {
      asked.current = null
    }
  }, [rapatId])
  const look = useCallback(async () => {
    if (rapatId === null) return
    const fresh = await fetchNotes(rapatId)
    if (fresh === null || asked.current !== rapatId) return
    // The same text stays the same object, so that nothing is drawn anew for it.
    setNotes(now => (JSON.stringify(now) === JSON.stringify(fresh) ? now : fresh))
  }, [rapatId])
  useLooking(look)
  return notes
}
