import type { RapatDetail } from '@mufakat/services'
import { buttonClass, IconButton, type TabLink, Tabs } from '@mufakat/ui'
import { Link, useLocation, useRouteLoaderData } from '@remix-run/react'
import { CalendarClock, CalendarSync, MapPin, NotebookPen, Pencil, Printer, UserRound } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FrameData } from '~/frame/frame-data'
import { useHydrated } from '~/frame/hydrated'
import { PageHead } from '~/frame/page-head'
import { useWords } from '~/frame/words'
import { ExampleBadge, NotulaBadge, RapatBadge } from '~/rapat/status'
import { whenOf } from '~/rapat/when'
import { triwulanCode } from '~/request/triwulan'
import { StatusMenu } from './status-menu'

const tabLink: TabLink = props => {
  // A still page: the server draws it whole.
  const isStill = /\/(?:riwayat|kertas)$/.test(props.to)
  return (
    <Link preventScrollReset reloadDocument={isStill} prefetch={isStill ? 'none' : 'intent'} {...props} />
  )
}

function Facts({ rapat }: { rapat: RapatDetail }) {
  const words = useWords()
  const facts = [
    { label: words.t('rapat.column.when'), icon: CalendarClock, value: whenOf(rapat, words) },
    { label: words.t('rapat.field.place'), icon: MapPin, value: rapat.place },
    { label: words.t('rapat.field.chair'), icon: UserRound, value: rapat.chair?.name },
    { label: words.t('rapat.field.notulis'), icon: NotebookPen, value: rapat.notulis?.name },
  ]
  return (
    <dl className="grid gap-x-8 gap-y-1.5 text-sm sm:grid-cols-2 print:grid-cols-1">
      {facts.map(({ label, icon: Icon, value }) => (
        <div key={label} className="flex items-start gap-2.5">
          <dt className="flex flex-none items-center gap-2.5 text-ink-2 print:w-32">
            <Icon aria-hidden className="mt-0.5 size-4.5 flex-none print:hidden" />
            <span className="sr-only print:not-sr-only">{label}</span>
          </dt>
          <dd className="min-w-0">
            {value ? (
              <span>
                {value}
                {label !== words.t('rapat.column.when') && label !== words.t('rapat.field.place') && (
                  <span className="screen-only text-ink-2"> · {label}</span>
                )}
              </span>
            ) : (
              <span className="text-ink-2">
                {label}: {words.t('rapat.field.none')}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Pages that the tab of participants leads to. */
const OF_PESERTA = /^\/(?:peserta|undangan|daftar-hadir)/

/** What stands over every tab of a rapat: title, states, when and where, and what may be done with it. */
export function RapatFrame({ rapat, children }: { rapat: RapatDetail; children: ReactNode }) {
  const words = useWords()
  const hydrated = useHydrated()
  const { pathname } = useLocation()
  const isGuest = useRouteLoaderData<FrameData>('root')?.isGuest ?? false
  const base = `/rapat/${rapat.id}`
  const tab = (path: string) => ({ to: base + path, current: pathname === base + path })
  return (
    <>
      <PageHead
        title={rapat.title}
        {...(!isGuest && {
          back: {
            to: `/rapat?tw=${triwulanCode(rapat.triwulan)}`,
            label: `${words.t('rapat.title')} · ${words.triwulan(rapat.triwulan)}`,
          },
        })}
      />
      <div className="mb-5 grid gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <RapatBadge status={rapat.status} />
          <NotulaBadge state={rapat.notulaState} named />
          {rapat.isExample && <ExampleBadge />}
          {rapat.series && (
            <Link
              to={`/rapat/seri/${rapat.series.id}`}
              reloadDocument
              className="screen-only inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold"
            >
              <CalendarSync aria-hidden className="size-4.5" />
              {rapat.series.name}
            </Link>
          )}
          <div className="screen-only ml-auto flex items-center gap-1">
            {rapat.allowed.setStatus.length > 0 && <StatusMenu rapat={rapat} />}
            {rapat.allowed.edit && (
              <Link to={`${base}/ubah`} className={buttonClass('secondary', 'sm')}>
                <Pencil aria-hidden />
                {words.t('action.edit')}
              </Link>
            )}
            {/* Its place is kept until script runs, so that nothing moves when it comes. */}
            <IconButton
              label={words.t('action.print')}
              onClick={() => window.print()}
              className={hydrated ? undefined : 'invisible'}
            >
              <Printer aria-hidden />
            </IconButton>
          </div>
        </div>
        <Facts rapat={rapat} />
      </div>
      <Tabs
        label={words.t('rapat.tab.list')}
        link={tabLink}
        items={[
          { key: 'notula', label: words.t('rapat.tab.notula'), ...tab('') },
          {
            key: 'peserta',
            label: words.t('rapat.tab.peserta'),
            to: `${base}/peserta`,
            current: OF_PESERTA.test(pathname.slice(base.length)),
          },
          {
            key: 'tindak-lanjut',
            label: words.t('rapat.tab.tindak-lanjut'),
            count: rapat.tindakLanjutCount,
            ...tab('/tindak-lanjut'),
          },
          ...(rapat.allowed.riwayat
            ? [
                {
                  key: 'riwayat',
                  label: words.t('rapat.tab.riwayat'),
                  to: `${base}/riwayat`,
                  current: pathname.startsWith(`${base}/riwayat`),
                },
              ]
            : []),
          { key: 'berkas', label: words.t('rapat.tab.berkas'), ...tab('/berkas') },
          { key: 'kertas', label: words.t('rapat.tab.kertas'), ...tab('/kertas') },
        ]}
      />
      <div className="pt-5 print:pt-3">{children}</div>
    </>
  )
}
