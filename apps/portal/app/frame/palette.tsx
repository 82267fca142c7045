import { classes, Dialog } from '@mufakat/ui'
import { useNavigate } from '@remix-run/react'
import {
  CalendarDays,
  CalendarSync,
  CircleHelp,
  CirclePlus,
  type LucideIcon,
  MessageSquarePlus,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { PLACES } from './places'
import { useWords } from './words'

interface Entry {
  key: string
  group: string
  label: string
  note?: string
  shortcut?: string
  icon: LucideIcon
  run: () => void
}

interface FoundRapat {
  id: string
  title: string
  date: string | null
}

/** None without a line: a fetcher of the router would put the page of errors in the place of an open notula. */
async function findRapat(): Promise<FoundRapat[]> {
  try {
    const response = await fetch('/cari', { redirect: 'manual' })
    return response.ok ? (await response.json()).rapat : []
  } catch {
    return []
  }
}

/** Go to, create, act: one list, filtered by what is typed. What a person may not do is not in it. */
export function Palette({
  places,
  mayCreate,
  maySeeSeries,
  onClose,
  onHelp,
}: {
  places: readonly string[]
  mayCreate: boolean
  maySeeSeries: boolean
  onClose: () => void
  onHelp: () => void
}) {
  const words = useWords()
  const navigate = useNavigate()
  const [found, setFound] = useState<readonly FoundRapat[]>([])
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)

  useEffect(() => {
    void findRapat().then(setFound)
  }, [])

  const entries = useMemo(() => {
    const go = (to: string) => () => {
      onClose()
      navigate(to)
    }
    // A page without script is loaded whole.
    const load = (to: string) => () => window.location.assign(to)
    const pages = words.t('palette.go')
    const acts = words.t('palette.act')
    const all: Entry[] = [
      ...PLACES.filter(({ to }) => places.includes(to)).flatMap((place): Entry[] => [
        {
          key: place.to,
          group: pages,
          label: words.t(place.key),
          ...(place.shortcut ? { shortcut: `g ${place.shortcut[0]}` } : {}),
          icon: place.icon,
          run: place.still ? load(place.to) : go(place.to),
        },
        ...(place.to === '/rapat' && maySeeSeries
          ? [
              {
                key: '/rapat/seri',
                group: pages,
                label: words.t('rapat.series'),
                icon: CalendarSync,
                run: load('/rapat/seri'),
              },
              {
                key: '/usulan',
                group: pages,
                label: words.t('palette.usulan'),
                icon: MessageSquarePlus,
                run: load('/usulan'),
              },
            ]
          : []),
      ]),
      ...(mayCreate
        ? [
            {
              key: 'new',
              group: acts,
              label: words.t('rapat.new'),
              shortcut: 'n',
              icon: CirclePlus,
              run: go('/rapat/baru'),
            },
          ]
        : []),
      {
        key: 'help',
        group: acts,
        label: words.t('help.title'),
        shortcut: '?',
        icon: CircleHelp,
        run: onHelp,
      },
      ...found.map(rapat => ({
        key: rapat.id,
        group: words.t('palette.rapat'),
        label: rapat.title,
        ...(rapat.date ? { note: words.date(rapat.date, 'short') } : {}),
        icon: CalendarDays,
        run: go(`/rapat/${rapat.id}`),
      })),
    ]
    const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
    return all.filter(entry => {
      const text = `${entry.label} ${entry.note ?? ''}`.toLowerCase()
      return wanted.every(word => text.includes(word))
    })
  }, [words, navigate, onClose, onHelp, places, mayCreate, maySeeSeries, found, query])

  const onKeyDown = (event: KeyboardEvent) => {
    const last = entries.length - 1
    if (event.key === 'ArrowDown') setAt(now => (now >= last ? 0 : now + 1))
    else if (event.key === 'ArrowUp') setAt(now => (now <= 0 ? last : now - 1))
    else if (event.key === 'Enter') entries[at]?.run()
    else return
    event.preventDefault()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.t('palette.title')}
      titleHidden
      closeLabel={words.t('action.close')}
    >
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-controls="palette-list"
        aria-activedescendant={entries[at] ? `palette-${entries[at].key}` : undefined}
        aria-label={words.t('palette.placeholder')}
        placeholder={words.t('palette.placeholder')}
        value={query}
        onChange={event => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="min-h-14 w-full border-b border-line bg-transparent px-5 outline-none focus-visible:outline-none"
      />
      <div
        id="palette-list"
        role="listbox"
        aria-label={words.t('palette.title')}
        className="max-h-[50vh] overflow-y-auto p-2"
      >
        {entries.length === 0 && (
          <p className="px-3 py-6 text-center text-sm text-ink-2">{words.t('palette.empty', { query })}</p>
        )}
        {entries.map((entry, index) => (
          <div key={entry.key}>
            {entry.group !== entries[index - 1]?.group && (
              <p aria-hidden className="px-3 pt-2 pb-1 text-xs font-semibold text-ink-2">
                {entry.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the box, aria-activedescendant points here */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter is handled by the box */}
            <div
              id={`palette-${entry.key}`}
              role="option"
              aria-selected={index === at}
              onClick={entry.run}
              onPointerMove={() => setAt(index)}
              className={classes(
                'flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 text-sm',
                index === at && 'bg-accent-soft text-accent-strong',
              )}
            >
              <entry.icon aria-hidden className="size-4.5 flex-none" />
              <span className="min-w-0 flex-1 truncate font-medium">{entry.label}</span>
              {entry.note && <span className="text-xs whitespace-nowrap text-ink-2">{entry.note}</span>}
              {entry.shortcut && <kbd className="font-sans text-xs text-ink-2">{entry.shortcut}</kbd>}
            </div>
          </div>
        ))}
      </div>
    </Dialog>
  )
}
