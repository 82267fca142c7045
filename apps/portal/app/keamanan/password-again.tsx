import { describe, Field, Input } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useWords } from '~/frame/words'

/** The password once more before factors change. Several forms of a page have it: `id` tells them apart. */
export function PasswordAgain({ id, help }: { id: string; help?: string }) {
  const words = useWords()
  const error = useFieldErrors()
  return (
    <Field id={id} label={words.t('masuk.password')} help={help} error={error('password')}>
      <Input
        {...describe(id, { error: error('password'), help })}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        maxLength={200}
      />
    </Field>
  )
}
