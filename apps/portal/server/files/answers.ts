import { FILE_REFUSALS, type FileRefusal, isCode } from '@mufakat/domain'
import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import type { FileContext, Session } from '@mufakat/services'
import type { Request, Response } from 'express'

export interface FileRoutesOptions {
  readonly files: FileContext
  /** Who asks, by the cookie alone. */
  readonly sessionOf: (request: Request) => Promise<Session | null>
  /** An answer without a page, in the reader's language. */
  readonly refuse: (request: Request, response: Response, code: ErrorCode) => void
  readonly logError: (error: unknown, requestId?: string) => void
}

/** What a script is told when something is not taken; words are the page's. */
export interface RefusalBody {
  readonly code: ErrorCode
  /** Why the file is not taken, when it is about the file. */
  readonly reason: FileRefusal | null
}

/** What went wrong, by codes; what is no refusal of ours goes to the log. */
export function refusalOf(error: unknown, logError: FileRoutesOptions['logError']): RefusalBody {
  if (!(error instanceof AppError)) {
    logError(error)
    return { code: 'unexpected', reason: null }
  }
  const { file } = error.fields
  return { code: error.code, reason: isCode(FILE_REFUSALS, file) ? file : null }
}

export function sendRefusal(response: Response, refusal: RefusalBody): void {
  if (response.headersSent) return
  response.status(errorKind(refusal.code).status).set('Cache-Control', 'no-store').json(refusal)
}
