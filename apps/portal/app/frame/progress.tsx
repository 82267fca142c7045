import { useNavigation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useWords } from './words'

const PATIENCE_MS = 100

/** A thin line at the top while a page is on its way, only when it takes longer than a blink. */
export function Progress() {
  const words = useWords()
  const busy = useNavigation().state !== 'idle'
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!busy) {
      setShown(false)
      return
    }
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [busy])
  return (
    <div
      aria-live="polite"
      className="screen-only pointer-events-none fixed inset-x-0 top-0 z-50 h-0.75 overflow-hidden"
    >
      {shown && (
        <>
          <span className="sr-only">{words.t('state.loading')}</span>
          <span
            aria-hidden
            className="block h-full w-2/5 animate-[slide_1.1s_ease-in-out_infinite] bg-accent"
          />
        </>
      )}
    </div>
  )
}
