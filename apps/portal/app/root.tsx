import { may } from '@mufakat/domain'
import { unreadOf } from '@mufakat/services'
import { ToastProvider } from '@mufakat/ui'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { sectionsOf } from './admin/sections'
import { errorCodeOf, isLost } from './frame/error-code'
import { ErrorView } from './frame/error-view'
import type { FrameData } from './frame/frame-data'
import { pageLinks } from './frame/links'
import { useNonce } from './frame/nonce'
import { placesFor } from './frame/places'
import { RegisterWorker } from './frame/register-worker'
import { Shell } from './frame/shell'
import { isStill, titleOf } from './frame/title'
import { useWords } from './frame/words'
import { actorOf } from './request/context.server'
import { themeOf } from './request/cookies.server'
import { triwulanOfRequest } from './request/triwulan.server'
import { viewingBar } from './request/viewing.server'

export const links: LinksFunction = () => [...pageLinks]

/** What the frame shows on every page. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<FrameData> {
  const { chosen, current } = triwulanOfRequest(request, context)
  const actor = actorOf(context)
  const person = context.session?.person ?? null
  return {
    theme: themeOf(request),
    demo: context.demo,
    requestId: context.requestId,
    now: context.services.clock.now(),
    chosen,
    current,
    person: person && { id: person.id, name: person.name, jabatan: person.jabatan, opd: person.opd },
    isGuest: typeof actor?.guestOf === 'string',
    viewing: viewingBar(request, context),
    unread: may(actor, 'kabar.use', actor ?? undefined) ? await unreadOfActor(context) : null,
    mayCreate: may(actor, 'rapat.create'),
    maySeeSeries: may(actor, 'series.read'),
    places: placesFor(actor, sectionsOf(actor).length > 0),
  }
}

async function unreadOfActor({ services, session }: LoaderFunctionArgs['context']): Promise<number> {
  const personId = session?.person.id ?? ''
  return (await unreadOf(services, [personId])).get(personId) ?? 0
}

export function Layout({ children }: { children: ReactNode }) {
  const words = useWords()
  const nonce = useNonce()
  const root = useRouteLoaderData<typeof loader>('root')
  const matches = useMatches()
  // `null` outside of every boundary, which the framework's types do not say.
  const error = useRouteError() ?? undefined
  const title =
    error === undefined
      ? titleOf(matches, words)
      : words.t('app.title', {
          page: words.t(isLost(errorCodeOf(error)) ? 'error.not-found.title' : 'error.title'),
        })
  const theme = root?.theme ?? 'system'
  return (
    <html lang={words.locale} data-zone={words.zone} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content={words.t('app.tagline')} />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f5f7f5" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0f1614" />
        <title>{title}</title>
        <Links />
      </head>
      <body>
        <ToastProvider undoLabel={words.t('action.undo')} closeLabel={words.t('action.close')}>
          {children}
        </ToastProvider>
        {import.meta.env.SSR && import.meta.env.PROD ? <RegisterWorker /> : null}
        {isStill(matches) ? null : (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  const data = useLoaderData<typeof loader>()
  return (
    <Shell root={data}>
      <Outlet />
    </Shell>
  )
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return data ? (
    <Shell root={data}>
      <ErrorView requestId={data.requestId} personId={data.person?.id ?? null} />
    </Shell>
  ) : (
    <main className="mx-auto max-w-xl p-6">
      <ErrorView />
    </main>
  )
}
