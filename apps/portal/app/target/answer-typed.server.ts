import { errorKind } from '@mufakat/kernel'
import { data, redirect } from '@remix-run/node'
import { type FormErrors, formErrors, issueErrors, type Parsed } from '~/request/guard.server'

/** What was sent, for the form to come back with. */
interface Typed<Values> {
  readonly form: FormData
  readonly values: Values
  /** Errors by the names of its boxes, where those of the schema are others. */
  readonly named?: (errors: FormErrors) => FormErrors
}

/**
 * Does what a form asks for and leads on; one that is refused comes back with what was typed, and with the revision that
 * it began from.
 * @param act returns where it leads
 */
export async function answerTyped<T, Values>(
  { form, values, named = errors => errors }: Typed<Values>,
  parsed: Parsed<T>,
  act: (input: T) => Promise<string>,
) {
  const refused = (errors: FormErrors) =>
    data(
      { errors: named(errors), values, revision: Number(form.get('revision')) },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  if (!parsed.success) return refused(issueErrors(parsed.error.issues))
  try {
    return redirect(await act(parsed.data))
  } catch (error) {
    return refused(formErrors(error))
  }
}
