import { IconButton } from '@mufakat/ui'
import { useNavigate } from '@remix-run/react'
import { Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { PLACES } from './places'
import { useWords } from './words'

const Palette = lazy(() => import('./palette').then(module => ({ default: module.Palette })))
const Help = lazy(() => import('./help').then(module => ({ default: module.Help })))

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable="true"]') !== null

/** How long after `g` the second key still counts. */
const SEQUENCE_MS = 1200

/**
 * ⌘/Ctrl K, `?` and the two-key moves. What they open is fetched when it is first wanted: most people on a
 * phone never do.
 */
export function CommandCentre({
  places,
  mayCreate,
  maySeeSeries,
}: {
  places: readonly string[]
  mayCreate: boolean
  maySeeSeries: boolean
}) {
  const words = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'palette' | 'help' | null>(null)

  useEffect(() => {
    let pressedG = 0
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey)) {
        event.preventDefault()
        setOpen('palette')
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return
      if (event.key === '?') setOpen('help')
      else if (event.key === 'g') pressedG = event.timeStamp
      else if (event.timeStamp - pressedG < SEQUENCE_MS) {
        pressedG = 0
        const place = PLACES.find(({ to, shortcut }) => places.includes(to) && shortcut?.[0] === event.key)
        if (place?.still) window.location.assign(place.to)
        else if (place) navigate(place.to)
      } else if (event.key === 'n' && mayCreate) navigate('/rapat/baru')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate, mayCreate, places])

  return (
    <>
      <IconButton label={`${words.t('palette.open')} (Ctrl K)`} onClick={() => setOpen('palette')}>
        <Search aria-hidden />
      </IconButton>
      <Suspense fallback={null}>
        {open === 'palette' && (
          <Palette
            places={places}
            mayCreate={mayCreate}
            maySeeSeries={maySeeSeries}
            onClose={() => setOpen(null)}
            onHelp={() => setOpen('help')}
          />
        )}
        {open === 'help' && <Help places={places} mayCreate={mayCreate} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
