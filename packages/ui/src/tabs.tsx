import { type ComponentType, type ReactNode, useEffect, useRef } from 'react'
import { classes } from './classes'

export interface TabItem {
  key: string
  to: string
  label: ReactNode
  current: boolean
  /** A number beside the label. */
  count?: number | undefined
}

/** What the caller's router gives for a link. */
export type TabLink = ComponentType<{
  to: string
  className: string
  'aria-current': 'page' | undefined
  children: ReactNode
}>

/** Tabs as links: every tab has an address, works without script, and can be opened beside another. */
export function Tabs({ label, items, link: Link }: { label: string; items: TabItem[]; link: TabLink }) {
  const row = useRef<HTMLElement>(null)
  const current = items.find(item => item.current)?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when another tab is the current one
  useEffect(() => {
    // The tab one has just gone to may lie beside a narrow screen; the page itself stays where it is.
    const tab = row.current?.querySelector<HTMLElement>('[aria-current]')
    if (tab && row.current) row.current.scrollLeft = tab.offsetLeft - row.current.clientWidth / 2
  }, [current])
  return (
    <nav
      ref={row}
      aria-label={label}
      className="screen-only -mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0 [scrollbar-width:none]"
    >
      <ul className="flex min-w-max gap-1 border-b border-line">
        {items.map(item => (
          // On a narrow screen the tab one is at may lie beside it; most pages with tabs run no script.
          <li key={item.key} className={item.current ? '[scroll-initial-target:nearest]' : undefined}>
            <Link
              to={item.to}
              aria-current={item.current ? 'page' : undefined}
              className={classes(
                'inline-flex min-h-12 items-center gap-2 border-b-3 px-3 text-sm font-semibold whitespace-nowrap transition-colors sm:px-4',
                item.current
                  ? 'border-accent text-accent-strong'
                  : 'border-transparent text-ink-2 hover:border-line-strong hover:text-ink',
              )}
            >
              {item.label}
              {item.count !== undefined && item.count > 0 && (
                <span className="rounded-full bg-neutral-soft px-2 text-xs text-neutral-ink tabular-nums">
                  {item.count}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
