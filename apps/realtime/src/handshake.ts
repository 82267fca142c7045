import type { IncomingMessage } from 'node:http'
import { BrokenLog } from '@mufakat/db'
import { AppError, type ErrorCode } from '@mufakat/kernel'
import { handshakeAuth, PROTOCOL_VERSION } from '@mufakat/protocol'

/**
 * Whether a page of ours asks. Browsers send Origin with every upgrade and every cross-site request, so what has
 * none and is not said to come from another site is no page at all, and has no one's cookie either.
 */
export function isOwnOrigin(request: IncomingMessage, origins: readonly string[]): boolean {
  const { origin } = request.headers
  if (origin !== undefined) return origins.includes(origin)
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** @returns why a client of this version cannot be served; null when it can */
export function versionFlaw(auth: unknown): ErrorCode | null {
  const parsed = handshakeAuth.safeParse(auth)
  if (!parsed.success) return 'invalid-input'
  return parsed.data.version === PROTOCOL_VERSION ? null : 'old-client'
}

/** The form in which Socket.IO carries a refusal: the client reads `data.code` of its `connect_error`. */
export function refusal(code: ErrorCode): Error & { data: { code: ErrorCode } } {
  return Object.assign(new Error(code), { data: { code } })
}

export const codeOf = (error: unknown): ErrorCode =>
  error instanceof AppError ? error.code : error instanceof BrokenLog ? 'unexpected' : 'unavailable'
