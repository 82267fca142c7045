import { assetsOf, isGateway, kindOf, OFFLINE_PAGE } from './answers'

/**
 * The service worker. Pages come from the server, always; when there is no answer, one page without anything personal
 * takes their place (docs/decisions/0009-beginning-offline.md).
 *
 * 1. It holds that page and built files, and nothing that was said to a person.
 * 2. Whatever goes wrong here, the page is fetched as if there were no worker.
 * 3. A new build's worker waits until the tabs of the old one are gone: only then its files go.
 */

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface FetchEvent extends LastingEvent {
  readonly request: Request
  /** Of a navigation that began while the worker was being started. */
  readonly preloadResponse: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  readonly location: Location
  readonly registration: ServiceWorkerRegistration
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void
}
declare const self: WorkerScope
/** Written in by the build (vite.offline.ts): its name, and scripts that an open page may still ask for. */
declare const BUILD: string
declare const LATER: readonly string[]

const CACHE = `mufakat-${BUILD}`

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('activate', event => event.waitUntil(activate()))
self.addEventListener('fetch', event => {
  const kind = kindOf(event.request, self.location.origin)
  if (kind === 'page') event.respondWith(page(event))
  else if (kind === 'asset') event.respondWith(asset(event.request))
})

async function install(): Promise<void> {
  const cache = await caches.open(CACHE)
  const answer = await fetch(OFFLINE_PAGE, { cache: 'no-store' })
  if (!answer.ok || answer.redirected) throw new Error('no offline page')
  await cache.addAll(assetsOf(await answer.clone().text()))
  await cache.put(OFFLINE_PAGE, answer)
  if (isThin()) return
  for (const path of LATER) await keep(path).catch(() => undefined)
}

async function activate(): Promise<void> {
  for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name)
  // The request for a page does not wait until this worker has started.
  await self.registration.navigationPreload?.enable()
  // The tab that brought the first worker was there before it.
  await self.clients.claim()
}

async function page({ request, preloadResponse }: FetchEvent): Promise<Response> {
  try {
    const answer = (await preloadResponse) ?? (await fetch(request))
    return isGateway(answer) ? ((await offlinePage()) ?? answer) : answer
  } catch (error) {
    const kept = await offlinePage()
    if (kept === undefined) throw error
    return kept
  }
}

const offlinePage = async (): Promise<Response | undefined> => {
  try {
    return await caches.match(OFFLINE_PAGE)
  } catch {
    return undefined
  }
}

async function asset(request: Request): Promise<Response> {
  try {
    return await keep(request)
  } catch {
    return fetch(request)
  }
}

/** From the cache of this build or an older one, else from the server, kept for the next time. */
async function keep(asked: Request | string): Promise<Response> {
  const kept = await caches.match(asked, { ignoreVary: true })
  if (kept !== undefined) return kept
  const answer = await fetch(asked)
  if (answer.status === 200) await (await caches.open(CACHE)).put(asked, answer.clone())
  return answer
}

/** Where every byte is paid for, only what is needed is fetched. */
function isThin(): boolean {
  const { connection } = navigator as {
    connection?: { readonly saveData?: boolean; readonly effectiveType?: string }
  }
  return connection?.saveData === true || (connection?.effectiveType ?? '4g') !== '4g'
}
