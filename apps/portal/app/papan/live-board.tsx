import { lazy, Suspense } from 'react'
import { useHydrated } from '~/frame/hydrated'
import type { LiveBoardProps } from './live-props'

/** Connection, dragging and keys come after the page is read. */
const Desk = lazy(() => import('./live-desk').then(module => ({ default: module.LiveDesk })))

export function LiveBoard(props: LiveBoardProps) {
  // One column alone is read page by page.
  if (!useHydrated() || props.look.status !== null) return props.placeholder
  return (
    <Suspense fallback={props.placeholder}>
      <Desk {...props} />
    </Suspense>
  )
}
