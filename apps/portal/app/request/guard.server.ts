import { AppError, type ErrorCode, errorKind } from '@mufakat/kernel'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { AppLoadContext } from './context.server'

/** Where somebody is led who must add a second factor before anything else. */
export const FACTORS_PAGE = '/profil/keamanan'

/** What an error page gets: a code to find words for, never the detail. */
export interface ErrorBody {
  readonly code: ErrorCode
}

const errorResponse = (code: ErrorCode) => data<ErrorBody>({ code }, { status: errorKind(code).status })

/** Only a path of ours: "//evil" and "https:" would lead elsewhere. */
export function safePath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[^\s]*$/.test(path) ? path : '/'
}

function signInRedirect(request: Request): Response {
  const url = new URL(request.url)
  const path = request.method === 'GET' ? url.pathname.replace(/\.data$/, '') + url.search : '/'
  const target = safePath(path.replace(/[?&]_routes=[^&]*/, ''))
  return redirect(
    target === '/' || target === '/_root' ? '/masuk' : `/masuk?ke=${encodeURIComponent(target)}`,
  )
}

/** Translates an error of a use-case once, for loaders: nobody signed in goes to the door, the rest to the page. */
export function guarded<Args extends LoaderFunctionArgs | ActionFunctionArgs, Answer>(
  work: (args: Args) => Promise<Answer>,
): (args: Args) => Promise<Answer> {
  return async args => {
    try {
      return await work(args)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code === 'not-signed-in') {
        throw args.context.settingUp ? redirect(FACTORS_PAGE) : signInRedirect(args.request)
      }
      throw errorResponse(error.code)
    }
  }
}

/** Field → key of `field.*`; `form` holds the code of an error that belongs to no field. */
export interface FormErrors {
  readonly fields: Readonly<Record<string, string>>
  readonly form: ErrorCode | null
  /** From when on it may be tried again. */
  readonly until?: Date | undefined
}

/** An error that the form itself shows; anything else goes on to the error page. */
export function formErrors(error: unknown): FormErrors {
  if (error instanceof AppError && error.code !== 'not-signed-in' && error.code !== 'not-found') {
    return { fields: error.fields, form: error.code, until: error.until ?? undefined }
  }
  throw error
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** What a schema has made of what was typed. */
export type Parsed<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } }

/** The first problem of every field, by its dotted name (`agenda.0.title`). */
export function issueErrors(issues: readonly Issue[]): FormErrors {
  const fields: Record<string, string> = {}
  for (const issue of issues) {
    const name = issue.path.map(String).join('.')
    fields[name] ??= issue.message
  }
  return { fields, form: 'invalid-input' }
}

const ROW_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in the address. What cannot be an id is not there, and never reaches the database. */
export function rowIdOf(id: string | undefined, context: AppLoadContext): string {
  if (context.session === null) throw new AppError('not-signed-in')
  if (id === undefined || !ROW_ID.test(id)) throw new AppError('not-found')
  return id
}

export const rapatIdOf = (params: { readonly id?: string | undefined }, context: AppLoadContext): string =>
  rowIdOf(params.id, context)
