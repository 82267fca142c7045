import { errorKind } from '@mufakat/kernel'
import { data } from '@remix-run/node'
import type { FormErrors } from '~/request/guard.server'

/** A form that comes back with what was typed, and with the revision that it began from. */
export const refused = <Values>(errors: FormErrors, values: Values, form: FormData) =>
  data(
    { errors, values, revision: Number(form.get('revision')) },
    { status: errorKind(errors.form ?? 'invalid-input').status },
  )
