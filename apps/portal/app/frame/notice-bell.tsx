import { Link } from '@remix-run/react'
import { Bell } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from './words'

/** A page is read first, and then told of. */
const QUIET_MS = 2_500
const MOST = 99

/** How many notices one has not read, live while the page is looked at. A hidden page holds no line. */
function useUnread(initial: number): number {
  const [unread, setUnread] = useState(initial)
  useEffect(() => setUnread(initial), [initial])
  useEffect(() => {
    let line: EventSource | null = null
    const look = () => {
      line?.close()
      line = null
      if (document.hidden) return
      line = new EventSource('/pemberitahuan/jumlah')
      line.onmessage = ({ data }) => {
        setUnread(Number(data))
        window.dispatchEvent(new Event(NOTICES_CHANGED))
      }
    }
    const begin = setTimeout(look, QUIET_MS)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(begin)
      document.removeEventListener('visibilitychange', look)
      line?.close()
    }
  }, [])
  return unread
}

/** Said on the window when a number has come: something is new, or was read. */
export const NOTICES_CHANGED = 'kabar'

/** The way to the inbox, with how many wait there. */
export function NoticeBell({ unread: initial }: { unread: number }) {
  const words = useWords()
  const unread = useUnread(initial)
  const label = unread === 0 ? words.t('nav.kabar') : words.t('nav.kabar.unread', { n: unread })
  return (
    <Link
      to="/pemberitahuan"
      aria-label={label}
      title={label}
      className="relative inline-grid size-11 place-items-center rounded-full text-ink-2 hover:bg-neutral-soft hover:text-ink"
    >
      <Bell aria-hidden className="size-5.5" />
      {unread > 0 && (
        <span
          aria-hidden
          className="absolute top-0.5 right-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-5 font-bold text-on-accent"
        >
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
      <span role="status" className="sr-only">
        {unread > initial ? label : ''}
      </span>
    </Link>
  )
}
