import { shiftTriwulan, type Triwulan } from '@mufakat/domain'
import { classes, Menu, menuItemClass } from '@mufakat/ui'
import { Link, useLocation, useMatches } from '@remix-run/react'
import { CalendarRange, ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import { triwulanCode } from '~/request/triwulan'
import { isByTriwulan } from './title'
import { useWords } from './words'

const same = (a: Triwulan, b: Triwulan) => a.year === b.year && a.quarter === b.quarter

/**
 * The triwulan looked at, always in view. Choosing one stays until the browser closes; it shows what the page shows of that
 * triwulan, and from a page that shows none its rapat.
 */
export function TriwulanSwitcher({ chosen, current }: { chosen: Triwulan; current: Triwulan }) {
  const words = useWords()
  const { pathname, search } = useLocation()
  const isOfTriwulan = isByTriwulan(useMatches())
  const to = (triwulan: Triwulan) => {
    // The filter of a list stays when only the quarter changes.
    const params = new URLSearchParams(isOfTriwulan ? search : '')
    params.set('tw', triwulanCode(triwulan))
    return `${isOfTriwulan ? pathname : '/rapat'}?${params}`
  }
  const around = [1, 0, -1, -2, -3, -4].map(step => shiftTriwulan(current, step))
  const list = around.some(triwulan => same(triwulan, chosen)) ? around : [...around, chosen]
  const arrow =
    'hidden size-11 place-items-center rounded-md text-ink-2 hover:bg-neutral-soft hover:text-ink sm:grid'
  return (
    <div className="flex items-center">
      <Link to={to(shiftTriwulan(chosen, -1))} aria-label={words.t('triwulan.previous')} className={arrow}>
        <ChevronLeft aria-hidden className="size-5" />
      </Link>
      <Menu
        align="start"
        label={`${words.t('triwulan.choose')}: ${words.triwulan(chosen)}`}
        summaryClass="inline-flex min-h-11 items-center gap-2 rounded-md px-2 text-sm font-semibold hover:bg-neutral-soft sm:px-3"
        summary={
          <>
            <CalendarRange aria-hidden className="hidden size-4.5 text-accent sm:block" />
            <span className="whitespace-nowrap">{words.triwulan(chosen)}</span>
            <ChevronDown aria-hidden className="size-4 text-ink-2 max-[22.4rem]:hidden" />
          </>
        }
      >
        {list.map(triwulan => (
          <Link
            key={triwulanCode(triwulan)}
            to={to(triwulan)}
            data-menu-item
            aria-current={same(triwulan, chosen) ? 'true' : undefined}
            className={classes(menuItemClass, 'justify-between')}
          >
            {words.triwulan(triwulan)}
            {same(triwulan, current) && <span className="text-xs text-ink-2">{words.t('triwulan.now')}</span>}
          </Link>
        ))}
      </Menu>
      <Link to={to(shiftTriwulan(chosen, 1))} aria-label={words.t('triwulan.next')} className={arrow}>
        <ChevronRight aria-hidden className="size-5" />
      </Link>
    </div>
  )
}
