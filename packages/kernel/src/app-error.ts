import type { Result } from './result'

/** Whether trying the same thing again can help: never, after signing in or waiting, or at once. */
export type Retry = 'never' | 'after-sign-in' | 'later' | 'now'

interface ErrorKind {
  /** HTTP status an edge answers with. */
  readonly status: number
  readonly retry: Retry
}

/**
 * Every error the system can tell a person about. The table is total: an edge translates a code without
 * a default branch. `not-found` is also the answer for what exists but may not be seen, so that nobody
 * learns from the difference. The words live in `i18n` under `error.<code>`.
 */
const KINDS = {
  'invalid-input': { status: 400, retry: 'never' },
  'foreign-origin': { status: 403, retry: 'never' },
  'not-signed-in': { status: 401, retry: 'after-sign-in' },
  'wrong-credentials': { status: 400, retry: 'now' },
  'wrong-code': { status: 400, retry: 'now' },
  'sign-in-lately': { status: 403, retry: 'after-sign-in' },
  'use-provider': { status: 403, retry: 'never' },
  forbidden: { status: 403, retry: 'never' },
  'view-only': { status: 403, retry: 'never' },
  'not-found': { status: 404, retry: 'never' },
  conflict: { status: 409, retry: 'now' },
  'document-closed': { status: 409, retry: 'never' },
  'lease-ended': { status: 409, retry: 'now' },
  'refused-edit': { status: 422, retry: 'never' },
  'too-large': { status: 413, retry: 'never' },
  'rate-limited': { status: 429, retry: 'later' },
  'old-client': { status: 426, retry: 'never' },
  unavailable: { status: 503, retry: 'later' },
  unexpected: { status: 500, retry: 'later' },
} as const satisfies Record<string, ErrorKind>

export type ErrorCode = keyof typeof KINDS

export const ERROR_CODES = Object.keys(KINDS) as ErrorCode[]

export const errorKind = (code: ErrorCode): ErrorKind => KINDS[code]

/** Thrown by services and translated once at an edge. `detail` goes to the log, never to a person. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** Field name → message key, for a form. */
  readonly fields: Readonly<Record<string, string>>
  /** From when on it may be tried again, where that is known. */
  readonly until: Date | null

  constructor(
    code: ErrorCode,
    detail?: string,
    options: { cause?: unknown; fields?: Record<string, string>; until?: Date } = {},
  ) {
    super(detail ?? code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.fields = options.fields ?? {}
    this.until = options.until ?? null
  }
}

/** The value of a rule that a service relies on; a refusal becomes the error an edge translates. */
export function unwrap<T>(result: Result<T, ErrorCode>): T {
  if (result.ok) return result.value
  throw new AppError(result.error)
}
