import { errorKind } from '@mufakat/kernel'
import { data, redirect } from '@remix-run/node'
import { formErrors, issueErrors, type Parsed } from '~/request/guard.server'
import type { DeedAnswer } from './deed'

/** Of a form that is answered as `DeedAnswer`. */
export interface Deed {
  readonly request: Request
  readonly form: FormData
  /** Where a browser without script comes back to. */
  readonly back: string
}

/** Does what a form asks for and answers it: to the script of the page, or by the page it came from. */
export async function answerDeed<T>(
  { request, form, back }: Deed,
  parsed: Parsed<T>,
  act: (input: T) => Promise<unknown>,
) {
  const typed = Object.fromEntries(
    [...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const told = { maksud: typed.maksud ?? '', about: typed.tentang ?? '' }
  const refused = (errors: DeedAnswer['errors'], status: number) =>
    data<DeedAnswer>({ ...told, errors, typed }, { status })
  if (!parsed.success) return refused(issueErrors(parsed.error.issues), 400)
  try {
    await act(parsed.data)
  } catch (error) {
    const errors = formErrors(error)
    return refused(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
  if (request.headers.get('Sec-Fetch-Dest') === 'document') return redirect(back)
  return data<DeedAnswer>({ ...told, errors: null, typed: {} })
}
