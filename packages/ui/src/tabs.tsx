import type { ComponentType, ReactNode } from 'react'
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
  return (
    <nav
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
