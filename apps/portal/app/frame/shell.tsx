import { Avatar, classes, Menu, menuItemClass } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { CircleUserRound, FlaskConical, LogOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { Brand } from './brand'
import { CommandCentre } from './command-centre'
import type { FrameData } from './frame-data'
import { MenuBar, MenuRail } from './main-menu'
import { NoticeBell } from './notice-bell'
import { OfflineBanner } from './offline-banner'
import { Progress } from './progress'
import { SignOutForm } from './sign-out-form'
import { TriwulanSwitcher } from './triwulan-switcher'
import { useWords } from './words'

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
  const { isGuest, viewing, places } = root
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
              <MenuRail addresses={places} />
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
                    places={places}
                    mayCreate={root.mayCreate}
                    maySeeSeries={root.maySeeSeries}
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
            <MenuBar addresses={places} />
          </nav>
        )}
      </div>
    </>
  )
}
