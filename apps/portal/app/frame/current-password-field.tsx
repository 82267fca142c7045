import { describe, Field } from '@mufakat/ui'
import { useFieldErrors } from './field-errors'
import { PasswordInput } from './password-input'
import { useAllWords } from './words'

/** The password asked again, before what a stolen session must not do. */
export function CurrentPasswordField() {
  const words = useAllWords()
  const error = useFieldErrors()('current')
  return (
    <Field id="current" label={words.t('sandi.current')} error={error}>
      <PasswordInput {...describe('current', { error })} name="current" autoComplete="current-password" />
    </Field>
  )
}
