/** Reads one cookie of a Cookie header. The values we set need no decoding. */
export function cookieValue(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return null
}

/** `__Host-` ties the cookie to this very host and https, so that a neighbouring site can't plant one. */
export const sessionCookieName = (secure: boolean): string =>
  secure ? '__Host-mufakat_sesi' : 'mufakat_sesi'

const flags = (secure: boolean) => `Path=/; SameSite=Lax${secure ? '; Secure' : ''}`

/** Ends with the session itself, which the server holds; the browser keeps it at most as long. */
export const sessionCookie = (token: string, expiresAt: Date, secure: boolean): string =>
  `${sessionCookieName(secure)}=${token}; ${flags(secure)}; HttpOnly; Expires=${expiresAt.toUTCString()}`

export const endedSessionCookie = (secure: boolean): string =>
  `${sessionCookieName(secure)}=; ${flags(secure)}; HttpOnly; Max-Age=0`

/** Of a sign-in that waits for its second factor: another cookie than a session's, which opens nothing. */
export const pendingCookieName = (secure: boolean): string =>
  secure ? '__Host-mufakat_langkah' : 'mufakat_langkah'

export const pendingCookie = (token: string, secure: boolean): string =>
  `${pendingCookieName(secure)}=${token}; ${flags(secure)}; HttpOnly; Max-Age=${PENDING_S}`

export const endedPendingCookie = (secure: boolean): string =>
  `${pendingCookieName(secure)}=; ${flags(secure)}; HttpOnly; Max-Age=0`

/** What a browser carries to the provider of identities and back; sealed. */
export const transactionCookieName = (secure: boolean): string =>
  secure ? '__Host-mufakat_sso' : 'mufakat_sso'

export const transactionCookie = (sealed: string, secure: boolean): string =>
  `${transactionCookieName(secure)}=${sealed}; ${flags(secure)}; HttpOnly; Max-Age=${TRANSACTION_S}`

export const endedTransactionCookie = (secure: boolean): string =>
  `${transactionCookieName(secure)}=; ${flags(secure)}; HttpOnly; Max-Age=0`

/** Of a browser that has seen the code on the wall; null: what it had is over. */
export const ticketCookieName = (secure: boolean): string =>
  secure ? '__Host-mufakat_hadir' : 'mufakat_hadir'

export const ticketCookie = (ticket: string | null, secure: boolean, seconds: number): string =>
  `${ticketCookieName(secure)}=${ticket ?? ''}; ${flags(secure)}; HttpOnly; Max-Age=${ticket === null ? 0 : seconds}`

const PENDING_S = 300
const TRANSACTION_S = 600

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]
const THEME = 'mufakat_tema'
const TRIWULAN = 'mufakat_triwulan'
const LOCALE = 'mufakat_bahasa'
const YEAR_S = 365 * 24 * 3600

export function themeOf(request: Request): Theme {
  const value = cookieValue(request.headers.get('Cookie'), THEME)
  return THEMES.find(theme => theme === value) ?? 'system'
}

export const themeCookie = (theme: Theme, secure: boolean): string =>
  `${THEME}=${theme}; ${flags(secure)}; HttpOnly; Max-Age=${YEAR_S}`

/** The language of the last person here, so that the sign-in page speaks it. */
export const localeCookieOf = (header: string | null | undefined): string | null =>
  cookieValue(header, LOCALE)
export const localeCookie = (locale: string, secure: boolean): string =>
  `${LOCALE}=${locale}; ${flags(secure)}; HttpOnly; Max-Age=${YEAR_S}`

export const triwulanCookieOf = (request: Request): string | null =>
  cookieValue(request.headers.get('Cookie'), TRIWULAN)

/** Until the browser closes: tomorrow one looks at the current triwulan again. */
export const triwulanCookie = (value: string, secure: boolean): string =>
  `${TRIWULAN}=${value}; ${flags(secure)}; HttpOnly`
