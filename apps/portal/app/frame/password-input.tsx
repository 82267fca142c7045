import { Input } from '@mufakat/ui'
import { Eye, EyeOff } from 'lucide-react'
import { type InputHTMLAttributes, useState } from 'react'
import { useHydrated } from './hydrated'
import { useWords } from './words'

/** A box for a password that can be looked at while it is typed; without script it stays hidden. */
export function PasswordInput(props: Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'>) {
  const words = useWords()
  const hydrated = useHydrated()
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input required maxLength={200} {...props} type={shown ? 'text' : 'password'} className="pr-12" />
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
  )
}
