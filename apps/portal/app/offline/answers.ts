/** Where the page stands that is shown when no other can be had. */
export const OFFLINE_PAGE = '/luring'

/** What the worker has to do with a request; null: nothing, it goes its way as without a worker. */
export function kindOf(
  request: Pick<Request, 'method' | 'mode' | 'url'>,
  origin: string,
): 'page' | 'asset' | null {
  if (request.method !== 'GET') return null
  const url = new URL(request.url)
  if (url.origin !== origin) return null
  if (request.mode === 'navigate') return 'page'
  return isAsset(url.pathname) ? 'asset' : null
}

/** Vite writes a hash of the content into these names: what was fetched once stays true. */
const isAsset = (path: string): boolean => /^\/assets\/[\w.-]+$/.test(path)

/** The built files that a page names. */
export const assetsOf = (html: string): string[] => [...new Set(html.match(/\/assets\/[\w.-]+/g) ?? [])]

/**
 * Whether something before the portal answered in its place, because the portal is away. Every page of ours has a
 * policy for scripts, also one that says that the database is away.
 */
export const isGateway = ({ status, headers }: Pick<Response, 'status' | 'headers'>): boolean =>
  status >= 502 && status <= 504 && !headers.has('Content-Security-Policy')
