import { MIN_PASSWORD_LENGTH, type OwnWords, type PasswordStrength, passwordStrength } from '@mufakat/domain'
import { describe, Field, Notice, type Tone } from '@mufakat/ui'
import { CircleCheckBig, type LucideIcon, ShieldAlert, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useFieldErrors } from './field-errors'
import { PasswordInput } from './password-input'
import { useAllWords } from './words'

const SHOWN: Record<PasswordStrength, { tone: Tone; icon: LucideIcon }> = {
  weak: { tone: 'warn', icon: ShieldAlert },
  fair: { tone: 'info', icon: ShieldCheck },
  strong: { tone: 'success', icon: CircleCheckBig },
}

/** A box for a password that is being chosen; with script it says how good it is while one types. */
export function NewPasswordField({ own }: { own: OwnWords }) {
  const words = useAllWords()
  const error = useFieldErrors()('password')
  const [strength, setStrength] = useState<PasswordStrength | null>(null)
  const help = words.t('sandi.new.help')
  return (
    <div className="grid gap-2">
      <Field id="password" label={words.t('sandi.new')} help={help} error={error}>
        <PasswordInput
          {...describe('password', { error, help })}
          name="password"
          autoComplete="new-password"
          minLength={MIN_PASSWORD_LENGTH}
          onChange={event => {
            const typed = event.target.value
            setStrength(typed === '' ? null : passwordStrength(typed, own))
          }}
        />
      </Field>
      <div aria-live="polite">
        {strength && (
          <Notice {...SHOWN[strength]}>
            {words.t('sandi.strength', { word: words.t(`sandi.strength.${strength}`) })}
          </Notice>
        )}
      </div>
    </div>
  )
}
