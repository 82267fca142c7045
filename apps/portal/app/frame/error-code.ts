import { ERROR_CODES, type ErrorCode } from '@mufakat/kernel'
import { isRouteErrorResponse } from '@remix-run/react'

/** The code behind whatever was thrown; a stranger's 404 and a refused page are the same to an outsider. */
export function errorCodeOf(error: unknown): ErrorCode {
  if (!isRouteErrorResponse(error)) return 'unexpected'
  const code: unknown = error.data?.code
  const known = ERROR_CODES.find(candidate => candidate === code)
  return known ?? (error.status === 404 || error.status === 405 ? 'not-found' : 'unexpected')
}

/** Not there, or not for this person: one page for both. */
export const isLost = (code: ErrorCode): boolean => code === 'not-found' || code === 'forbidden'
