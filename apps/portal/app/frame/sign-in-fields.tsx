import { describe, Field, Input } from '@mufakat/ui'
import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useFieldErrors } from './field-errors'
import { useHydrated } from './hydrated'
import { useWords } from './words'

/** Who one is and the password; on the page of the door, and over a page whose session has ended. */
export function SignInFields({ login }: { login: string }) {
  const words = useWords()
  const error = useFieldErrors()
  const hydrated = useHydrated()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
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
        <div className="relative">
          <Input
            {...describe('password', { error: error('password') })}
            type={shown ? 'text' : 'password'}
            name="password"
            autoComplete="current-password"
            required
            maxLength={200}
            className="pr-12"
          />
          {hydrated && (
            <button
              type="button"
              aria-label={words.t(shown ? 'masuk.password.hide' : 'masuk.password.show')}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
              className="absolute inset-y-0 right-0 grid w-11 place-items-center text-ink-2 hover:text-ink"
            >
              <Icon aria-hidden className="size-5" />
            </button>
          )}
        </div>
      </Field>
    </>
  )
}
