import { isRouteErrorResponse } from '@remix-run/react'

/**
 * The code behind whatever was thrown, as `guard.server.ts` sends it. A string, not one of the closed set: the
 * set's table stays on the server, and a code without words is told as `unexpected`.
 */
export function errorCodeOf(error: unknown): string {
  if (!isRouteErrorResponse(error)) return 'unexpected'
  const code: unknown = error.data?.code
  if (typeof code === 'string') return code
  return error.status === 404 || error.status === 405 ? 'not-found' : 'unexpected'
}

/** Not there, or not for this person: one page for both. */
export const isLost = (code: string): boolean => code === 'not-found' || code === 'forbidden'
