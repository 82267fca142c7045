import { describe, Field, Input } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'

/** For a code of the app, or (with words that say so) a recovery code: letters too, so no keyboard of digits. */
export function CodeField({ label, help, digits }: { label: string; help?: string; digits?: boolean }) {
  const error = useFieldErrors()
  return (
    <Field id="code" label={label} help={help} error={error('code')}>
      <Input
        {...describe('code', { error: error('code'), help })}
        name="code"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        inputMode={digits ? 'numeric' : undefined}
        required
        maxLength={60}
        className="font-mono tracking-wider"
      />
    </Field>
  )
}
