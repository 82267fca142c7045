import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { useHydrated } from '~/frame/hydrated'
import type { LiveBoardProps } from './live-props'

/** Connection, dragging and keys come after the page is read. */
const Desk = lazy(() => import('./live-desk').then(module => ({ default: module.LiveDesk })))

/** Whether a form is open in there. */
function useOpenForm(box: RefObject<HTMLElement>): boolean {
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const look = () => setOpen(box.current?.querySelector('details[open] form') != null)
    look()
    // It does not bubble.
    document.addEventListener('toggle', look, true)
    return () => document.removeEventListener('toggle', look, true)
  }, [box])
  return isOpen
}

/** The first cards until the live board has come, and until nobody writes in a form that was opened among them. */
export function LiveBoard({ placeholder, ...props }: LiveBoardProps) {
  const isHydrated = useHydrated()
  const first = useRef<HTMLDivElement>(null)
  const [hasCome, setCome] = useState(false)
  const isLive = useOpenForm(first) ? false : hasCome
  // One column alone is read page by page, and a card that is moved by a form has it there.
  const isRead = props.look.status !== null || props.look.moving !== null
  return (
    <>
      {!isLive && <div ref={first}>{placeholder}</div>}
      {isHydrated && !isRead && (
        <Suspense fallback={null}>
          <Desk {...props} isShown={isLive} onCome={setCome} />
        </Suspense>
      )}
    </>
  )
}
