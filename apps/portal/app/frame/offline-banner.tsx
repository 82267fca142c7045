import { Notice } from '@mufakat/ui'
import { CloudOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { UnsentNotice } from './unsent-notice'
import { useWords } from './words'

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says when the line is gone, and of what time the content is. */
export function OfflineBanner({ since, personId }: { since: Date; personId: string | null }) {
  const words = useWords()
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  return (
    <div role="status" className="screen-only">
      {!online && (
        <div className="mx-auto max-w-6xl px-4 pt-4 sm:px-6">
          <Notice tone="warn" icon={CloudOff}>
            {words.t('state.offline', { time: words.time(since) })}
          </Notice>
          <UnsentNotice personId={personId} className="mt-2" />
        </div>
      )}
    </div>
  )
}
