import { classes, Menu, menuItemClass } from '@mufakat/ui'
import { NavLink, useLocation } from '@remix-run/react'
import { Ellipsis } from 'lucide-react'
import { barOf, PLACES, type Place } from './places'
import { useWords } from './words'

/** The places that this person is led to (`placesFor`). */
const placesAt = (addresses: readonly string[]): Place[] =>
  addresses.flatMap(address => PLACES.find(({ to }) => to === address) ?? [])

/** A page without script is loaded whole. */
const howTo = ({ to, still = false }: Place) =>
  ({ to, end: to === '/', reloadDocument: still, prefetch: still ? 'none' : 'intent' }) as const

const BAR_ITEM =
  'flex min-h-15 flex-col items-center justify-center gap-0.5 px-0.5 text-center text-[0.6875rem] leading-tight font-semibold whitespace-nowrap no-underline transition-colors min-[400px]:text-[0.75rem]'
const RAIL_ITEM =
  'flex min-h-15 flex-col items-center justify-center gap-1 rounded-md text-[0.75rem] font-semibold no-underline transition-colors xl:min-h-11 xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:text-sm'
const ICON = 'size-5.5 flex-none'

/** On a desk: every place, at the left. */
export function MenuRail({ addresses }: { addresses: readonly string[] }) {
  const words = useWords()
  return (
    <ul className="grid gap-1">
      {placesAt(addresses).map(place => (
        <li key={place.to}>
          <NavLink
            {...howTo(place)}
            className={({ isActive }) =>
              classes(
                RAIL_ITEM,
                isActive
                  ? 'bg-accent-soft text-accent-strong'
                  : 'text-ink-2 hover:bg-neutral-soft hover:text-ink',
              )
            }
          >
            <place.icon aria-hidden className={ICON} strokeWidth={2} />
            {words.t(place.key)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

const isBelow = (pathname: string, { to }: Place): boolean => pathname === to || pathname.startsWith(`${to}/`)

/** At the foot of a phone: what there is room for, and a menu of the others. */
export function MenuBar({ addresses }: { addresses: readonly string[] }) {
  const words = useWords()
  const { pathname } = useLocation()
  const { shown, behind } = barOf(placesAt(addresses))
  const isBehind = behind.some(place => isBelow(pathname, place))
  return (
    <ul className="grid auto-cols-fr grid-flow-col">
      {shown.map(place => (
        <li key={place.to}>
          <NavLink
            {...howTo(place)}
            className={({ isActive }) =>
              classes(BAR_ITEM, isActive ? 'text-accent-strong' : 'text-ink-2 hover:text-ink')
            }
          >
            <place.icon aria-hidden className={ICON} strokeWidth={2} />
            {words.t(place.key)}
          </NavLink>
        </li>
      ))}
      {behind.length > 0 && (
        <li>
          <Menu
            align="above"
            summaryClass={classes(BAR_ITEM, isBehind ? 'text-accent-strong' : 'text-ink-2 hover:text-ink')}
            summary={
              <>
                <Ellipsis aria-hidden className={ICON} strokeWidth={2} />
                {words.t('nav.more')}
              </>
            }
          >
            {behind.map(place => (
              <NavLink key={place.to} {...howTo(place)} data-menu-item className={menuItemClass}>
                <place.icon aria-hidden />
                {words.t(place.key)}
              </NavLink>
            ))}
          </Menu>
        </li>
      )}
    </ul>
  )
}
