import type { IncomingHttpHeaders } from 'node:http'

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null)

/**
 * Whether a request comes from a page of ours. Browsers send `Origin` with every form, fetch and socket that
 * is not a plain GET; a request that has none and is not a browser's same-origin one is refused. The `Host`
 * of the request counts beside BASE_URL, because people reach one server as localhost and 127.0.0.1: another
 * site can forge neither that pair nor the cookie, which belongs to the host.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, baseUrl: string): boolean {
  const { origin, host } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (origin === baseUrl) return true
  const from = hostOf(origin)
  return from !== null && from === host && origin.split(':')[0] === baseUrl.split(':')[0]
}
