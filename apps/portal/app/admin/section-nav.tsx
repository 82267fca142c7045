import { classes } from '@mufakat/ui'
import { Link, useLocation } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { type AdminSection, SECTIONS } from './sections'

const isIn = (pathname: string, to: string): boolean => pathname === to || pathname.startsWith(`${to}/`)

function SectionLinks({ sections, pathname }: { sections: readonly AdminSection[]; pathname: string }) {
  const words = useAllWords()
  return (
    <ul className="grid gap-0.5">
      {sections.map(({ to, name, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            aria-current={isIn(pathname, to) ? 'page' : undefined}
            className={classes(
              'flex min-h-11 items-center gap-3 rounded-md px-3 text-sm font-medium no-underline transition-colors',
              isIn(pathname, to)
                ? 'bg-accent-soft text-accent-strong'
                : 'text-ink-2 hover:bg-neutral-soft hover:text-ink',
            )}
          >
            <Icon aria-hidden className="size-4.5 flex-none" />
            {words.t(name)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** The sections beside the page; on a narrow screen one line with the present section, which opens to all. */
export function SectionNav({ visible }: { visible: readonly string[] }) {
  const words = useAllWords()
  const { pathname } = useLocation()
  const sections = SECTIONS.filter(({ to }) => visible.includes(to))
  const current = sections.find(({ to }) => isIn(pathname, to))
  // The overview is the list itself.
  if (pathname === '/admin') return null
  return (
    <nav aria-label={words.t('admin.sections')} className="screen-only">
      <div className="sticky top-22 hidden gap-2 lg:grid">
        <Link
          to="/admin"
          className="flex min-h-11 items-center rounded-md px-3 text-sm font-bold text-ink no-underline hover:bg-neutral-soft"
        >
          {words.t('admin.title')}
        </Link>
        <SectionLinks sections={sections} pathname={pathname} />
      </div>
      <details className="group rounded-md border border-line bg-surface lg:hidden">
        <summary className="flex min-h-12 items-center gap-2 px-4 text-sm font-semibold">
          <span className="text-ink-2">{words.t('admin.title')}</span>
          <span className="min-w-0 flex-1 truncate">{current && words.t(current.name)}</span>
          <ChevronDown
            aria-hidden
            className="size-4.5 flex-none text-ink-2 transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="border-t border-line p-1.5">
          <SectionLinks sections={sections} pathname={pathname} />
        </div>
      </details>
    </nav>
  )
}
