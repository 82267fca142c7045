import { Avatar, classes, Menu, menuItemClass } from '@mufakat/ui'
import { Link, NavLink } from '@remix-run/react'
import {
  CalendarDays,
  CircleUserRound,
  FlaskConical,
  House,
  LogOut,
  type LucideIcon,
  Settings,
  SquareKanban,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Brand } from './brand'
import { CommandCentre } from './command-centre'
import type { FrameData } from './frame-data'
import { NoticeBell } from './notice-bell'
import { OfflineBanner } from './offline-banner'
import { Progress } from './progress'
import { SignOutForm } from './sign-out-form'
import { TriwulanSwitcher } from './triwulan-switcher'
import { useWords } from './words'

interface Place {
  to: string
  key: 'nav.beranda' | 'nav.rapat' | 'nav.tindak-lanjut' | 'nav.profil' | 'nav.admin'
  icon: LucideIcon
  /** A page without script, which is loaded whole. */
  still?: boolean
}

/** Only what exists now; a bottom bar holds at most five. */
const PLACES: Place[] = [
  { to: '/', key: 'nav.beranda', icon: House },
  { to: '/rapat', key: 'nav.rapat', icon: CalendarDays },
  { to: '/tindak-lanjut', key: 'nav.tindak-lanjut', icon: SquareKanban },
  { to: '/profil', key: 'nav.profil', icon: CircleUserRound },
]
const ADMIN: Place = { to: '/admin', key: 'nav.admin', icon: Settings, still: true }

/** A guest has one rapat; while one looks as another person, what is that person's own stays closed. */
const placesOf = ({ isGuest, viewing, mayAdminister }: FrameData): Place[] =>
  isGuest
    ? []
    : [...(viewing ? PLACES.filter(({ to }) => to !== '/profil') : PLACES), ...(mayAdminister ? [ADMIN] : [])]

function Places({ bar, places }: { bar?: boolean; places: Place[] }) {
  const words = useWords()
  return (
    <ul className={bar ? 'grid auto-cols-fr grid-flow-col' : 'grid gap-1'}>
      {places.map(({ to, key, icon: Icon, still = false }) => (
        <li key={to}>
          <NavLink
            to={to}
            end={to === '/'}
            reloadDocument={still}
            prefetch={still ? 'none' : 'intent'}
            className={({ isActive }) =>
              classes(
                'group flex items-center font-semibold no-underline transition-colors',
                bar
                  ? 'min-h-15 flex-col justify-center gap-0.5 px-0.5 text-center text-[0.6875rem] leading-tight whitespace-nowrap min-[400px]:text-[0.75rem]'
                  : 'min-h-15 flex-col justify-center gap-1 rounded-md text-[0.75rem] xl:min-h-11 xl:flex-row xl:justify-start xl:gap-3 xl:px-3 xl:text-sm',
                isActive ? 'text-accent-strong' : 'text-ink-2 hover:text-ink',
                isActive && !bar && 'bg-accent-soft',
                !isActive && !bar && 'hover:bg-neutral-soft',
              )
            }
          >
            <Icon aria-hidden className="size-5.5 flex-none" strokeWidth={2} />
            {words.t(key)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}

function AccountMenu({ person, isGuest }: { person: NonNullable<FrameData['person']>; isGuest: boolean }) {
  const words = useWords()
  return (
    <Menu
      label={words.t('nav.account', { name: person.name })}
      summaryClass="inline-grid size-11 place-items-center rounded-full hover:bg-neutral-soft"
      summary={<Avatar name={person.name} />}
    >
      <div className="border-b border-line px-3 pt-1.5 pb-3">
        <p className="font-semibold">{person.name}</p>
        <p className="text-xs text-ink-2">{person.jabatan ?? person.opd?.name}</p>
      </div>
      {!isGuest && (
        <Link to="/profil" data-menu-item className={classes(menuItemClass, 'mt-1.5')}>
          <CircleUserRound aria-hidden />
          {words.t('nav.profil')}
        </Link>
      )}
      <SignOutForm personId={person.id} action="/keluar">
        <button type="submit" data-menu-item className={menuItemClass}>
          <LogOut aria-hidden />
          {words.t('keluar.submit')}
        </button>
      </SignOutForm>
    </Menu>
  )
}

function ViewingNote({ text, end }: NonNullable<FrameData['viewing']>) {
  return (
    <form
      method="post"
      action="/lihat-sebagai"
      className="flex items-center justify-center gap-4 bg-accent px-4 py-1.5 text-sm font-semibold text-on-accent"
    >
      <p role="status">{text}</p>
      <button type="submit" className="min-h-11 rounded-md border border-on-accent px-4">
        {end}
      </button>
    </form>
  )
}

/** The frame: rail on a desk, bar at the foot on a phone, and one line above the page with quarter and account. */
export function Shell({ root, children }: { root: FrameData; children: ReactNode }) {
  const words = useWords()
  const skip = (
    <a
      href="#isi"
      className="sr-only z-50 rounded-md bg-accent px-4 py-3 font-semibold text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {words.t('app.skip')}
    </a>
  )
  if (!root.person) {
    return (
      <>
        {skip}
        <OfflineBanner since={root.now} personId={null} />
        <main id="isi" tabIndex={-1}>
          {children}
        </main>
      </>
    )
  }
  const { isGuest, viewing } = root
  const places = placesOf(root)
  return (
    <>
      {skip}
      <Progress />
      <div
        className={
          isGuest
            ? undefined
            : 'md:grid md:grid-cols-[5.75rem_minmax(0,1fr)] xl:grid-cols-[14rem_minmax(0,1fr)] print:block'
        }
      >
        {!isGuest && (
          <nav
            aria-label={words.t('nav.main')}
            className="screen-only hidden border-r border-line bg-surface md:block"
          >
            <div className="sticky top-0 grid gap-6 px-2 py-4 xl:px-4">
              <Brand rail />
              <Places places={places} />
            </div>
          </nav>
        )}
        <div
          className={classes(
            'flex min-h-dvh min-w-0 flex-col print:pb-0',
            !isGuest && 'pb-[calc(4rem+env(safe-area-inset-bottom))] md:pb-0',
          )}
        >
          <header className="screen-only sticky top-0 z-20 border-b border-line bg-canvas/92 backdrop-blur-sm">
            {viewing && <ViewingNote {...viewing} />}
            <div className="mx-auto flex h-16 max-w-6xl items-center gap-1 px-4 sm:gap-2 sm:px-6">
              <div className={isGuest ? undefined : 'max-[22.4rem]:hidden md:hidden'}>
                <Brand />
              </div>
              {!isGuest && <TriwulanSwitcher chosen={root.chosen} current={root.current} />}
              <div className="-mr-1.5 ml-auto flex items-center sm:gap-1">
                {!isGuest && (
                  <CommandCentre
                    mayCreate={root.mayCreate}
                    maySeeSeries={root.maySeeSeries}
                    mayAdminister={root.mayAdminister}
                  />
                )}
                {root.unread !== null && <NoticeBell unread={root.unread} />}
                {!viewing && <AccountMenu person={root.person} isGuest={isGuest} />}
              </div>
            </div>
          </header>
          <OfflineBanner since={root.now} personId={root.person.id} />
          <main
            id="isi"
            tabIndex={-1}
            className="mx-auto w-full max-w-6xl flex-1 px-4 py-6 sm:px-6 sm:py-8 print:max-w-none print:p-0"
          >
            {children}
          </main>
          {root.demo && (
            <footer className="screen-only mx-auto flex max-w-6xl items-center gap-2 px-4 py-4 text-xs text-ink-2 sm:px-6">
              <FlaskConical aria-hidden className="size-4 flex-none" />
              {words.t('app.demo.note')}
            </footer>
          )}
        </div>
        {!isGuest && (
          <nav
            aria-label={words.t('nav.main')}
            className="screen-only fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
          >
            <Places bar places={places} />
          </nav>
        )}
      </div>
    </>
  )
}
