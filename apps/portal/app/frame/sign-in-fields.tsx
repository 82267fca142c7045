import { describe, Field, Input } from '@mufakat/ui'
import { useFieldErrors } from './field-errors'
import { PasswordInput } from './password-input'
import { useWords } from './words'

/** Who one is and the password; on the page of the door, and over a page whose session has ended. */
export function SignInFields({ login }: { login: string }) {
  const words = useWords()
  const error = useFieldErrors()
  return (
    <>
      <Field id="login" label={words.t('masuk.login')} error={error('login')}>
        <Input
          {...describe('login', { error: error('login') })}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          maxLength={200}
          defaultValue={login}
        />
      </Field>
      <Field id="password" label={words.t('masuk.password')} error={error('password')}>
        <PasswordInput
          {...describe('password', { error: error('password') })}
          name="password"
          autoComplete="current-password"
        />
      </Field>
    </>
  )
}
