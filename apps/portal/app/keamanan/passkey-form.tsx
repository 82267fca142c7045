import { Button, Notice } from '@mufakat/ui'
import { CircleAlert, KeyRound } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useHydrated } from '~/frame/hydrated'
import { useAllWords } from '~/frame/words'
import { type Asked, askAuthenticator, type Trouble } from './ask-authenticator'

interface PasskeyFormProps {
  /** Where what the authenticator answers is sent to, in `field`, as a document. */
  action: string
  field: string
  /** What to ask it. */
  ask: () => Promise<Asked>
  label: string
  kind?: 'primary' | 'secondary'
  className?: string
  /** Other fields of the form. */
  children?: ReactNode
}

/** A form whose last field an authenticator fills in; the rest of it is a form like any other. */
export function PasskeyForm({ action, field, ask, label, kind, className, children }: PasskeyFormProps) {
  const words = useAllWords()
  const hydrated = useHydrated()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setTrouble(null)
    const answer = await askAuthenticator(ask)
    setBusy(false)
    if ('trouble' in answer) return setTrouble(answer.trouble)
    const input = form.elements.namedItem(field)
    if (input instanceof HTMLInputElement) input.value = answer.text
    // Past this handler: what follows is the browser's own sending.
    form.submit()
  }
  return (
    <form method="post" action={action} className={className} onSubmit={event => void submit(event)}>
      <input type="hidden" name={field} />
      {children}
      <div role="status" className="empty:hidden">
        {trouble && (
          <Notice tone="warn" icon={CircleAlert}>
            {words.t(`passkey.${trouble}`)}
          </Notice>
        )}
      </div>
      <Button type="submit" kind={kind ?? 'primary'} disabled={!hydrated || busy}>
        <KeyRound aria-hidden />
        {busy ? words.t('passkey.wait') : label}
      </Button>
      <noscript>
        <p className="text-sm text-ink-2">{words.t('passkey.needs-script')}</p>
      </noscript>
    </form>
  )
}
