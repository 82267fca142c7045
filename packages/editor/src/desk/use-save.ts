import type { Readable, SaveState } from '@mufakat/live'
import { useEffect, useState } from 'react'
import { useValue } from './hooks'
import { hasUnsaved } from './save-words'

/** "Menyimpan…" stays at least this long, so that the line does not flicker with every key. */
const BUSY_MS = 700

/** The state to show. Bad news is never delayed; only the return to "Tersimpan" waits a moment. */
export function useShownSave(save: Readable<SaveState>): SaveState {
  const now = useValue(save)
  const [shown, setShown] = useState(now)
  useEffect(() => {
    if (now.kind !== 'saved' || shown.kind !== 'saving') {
      setShown(now)
      return
    }
    const timer = setTimeout(() => setShown(now), BUSY_MS)
    return () => clearTimeout(timer)
  }, [now, shown.kind])
  // Until the effect has run, never a calmer word than the truth.
  return now.kind === 'saved' ? shown : now
}

/** Asks before the page is left, only while there is unacknowledged work. */
export function useLeaveGuard(save: Readable<SaveState>): void {
  const armed = hasUnsaved(useValue(save))
  useEffect(() => {
    if (!armed) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [armed])
}
