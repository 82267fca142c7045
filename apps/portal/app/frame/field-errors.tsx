import type { PageWords } from '@mufakat/i18n'
import type { ErrorCode } from '@mufakat/kernel'
import { Notice } from '@mufakat/ui'
import { CircleAlert } from 'lucide-react'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useWords } from './words'

interface Errors {
  readonly fields: Readonly<Record<string, string>>
  readonly form: ErrorCode | null
  readonly until?: Date | undefined
}

const NONE: Errors = { fields: {}, form: null }
const ErrorsContext = createContext<Errors>(NONE)

/** To the second, and never early. */
const waitingText = (words: PageWords, until: Date): string => {
  const time = words.clock(new Date(Math.ceil(until.getTime() / 1000) * 1000))
  return `${words.t('error.rate-limited.until', { time })} ${words.t('error.rate-limited.help')}`
}

/** The errors of one form for the fields inside it, and their sum above them. */
export function FieldErrors({
  errors,
  children,
}: {
  errors: Errors | null | undefined
  children: ReactNode
}) {
  const words = useWords()
  const known = errors ?? NONE
  const count = Object.keys(known.fields).length
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After a refused form the eyes and the focus belong at the first field that needs them.
    if (errors) {
      const form = ref.current?.closest('form')
      const first = form?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? ref.current
      first?.focus()
    }
  }, [errors])
  return (
    <ErrorsContext.Provider value={known}>
      <div ref={ref} tabIndex={-1} role="alert" className="empty:hidden">
        {known.form && (
          <Notice tone="danger" icon={CircleAlert}>
            {known.form === 'invalid-input' && count > 1
              ? `${words.t('field.summary', { n: count })}.`
              : known.until
                ? waitingText(words, known.until)
                : words.t(`error.${known.form}`)}
          </Notice>
        )}
      </div>
      {children}
    </ErrorsContext.Provider>
  )
}

/** A schema gives the short key, a use-case the whole one. */
const shortKey = (key: string): string => key.replace(/^field\./, '')

/** What is wrong with the form's fields, each as the end of a key of `field.*`. */
export const useFieldErrorKeys = (): string[] => Object.values(useContext(ErrorsContext).fields).map(shortKey)

/** The words for the first of these fields that has an error. */
export function useFieldErrors(): (...names: string[]) => string | null {
  const words = useWords()
  const { fields } = useContext(ErrorsContext)
  return (...names) => {
    for (const name of names) {
      const key = fields[name]
      if (key) return words.lookup(`field.${shortKey(key)}`, words.t('field.invalid'))
    }
    return null
  }
}
