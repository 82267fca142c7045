import { useEffect } from 'react'

/** As often as others report what they did while a rapat goes on. */
const EVERY_MS = 20_000

/** Looks now and then while somebody looks at the page, and when they come back to it. The same function each time. */
export function useLooking(look: () => void): void {
  useEffect(() => {
    const lookWhileSeen = () => {
      if (document.visibilityState === 'visible') look()
    }
    const timer = setInterval(lookWhileSeen, EVERY_MS)
    document.addEventListener('visibilitychange', lookWhileSeen)
    window.addEventListener('focus', lookWhileSeen)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', lookWhileSeen)
      window.removeEventListener('focus', lookWhileSeen)
    }
  }, [look])
}
