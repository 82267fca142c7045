import type { SignInAgainProps } from '@mufakat/editor'
import type { ErrorCode } from '@mufakat/kernel'
import { Button, Dialog } from '@mufakat/ui'
import { useRouteLoaderData } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import type { FrameData } from '~/frame/frame-data'
import { SignInFields } from '~/frame/sign-in-fields'

/** The door's own action, without leaving the page: a new session cookie is all that is wanted of it. */
async function signIn(form: HTMLFormElement): Promise<ErrorCode | null> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  try {
    const response = await fetch('/masuk', {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    // Sent on inside; where to does not matter here.
    if (response.type === 'opaqueredirect') return null
    if (response.status === 429) return 'rate-limited'
    return response.status === 400 ? 'wrong-credentials' : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** Over a page whose session has ended: the person signs in, and what they were doing goes on. */
export function SignInAgain({ words, open, onClose, onSignedIn, asOther }: SignInAgainProps) {
  const name = useRouteLoaderData<FrameData>('root')?.person?.name ?? ''
  const [code, setCode] = useState<ErrorCode | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const refused = await signIn(event.currentTarget)
    setBusy(false)
    setCode(refused)
    if (refused === null) onSignedIn()
  }
  return (
    <Dialog open={open} onClose={onClose} title={words.t('masuk.again')} closeLabel={words.t('action.close')}>
      <form className="grid gap-5 p-5" onSubmit={event => void submit(event)}>
        <p className="text-sm text-ink-2">
          {words.t(asOther ? 'masuk.again.other' : 'masuk.again.lead', { name })}
        </p>
        <FieldErrors errors={code && { fields: {}, form: code }}>
          <SignInFields login="" />
        </FieldErrors>
        <Button type="submit" disabled={busy}>
          {words.t(busy ? 'masuk.busy' : 'masuk.submit')}
        </Button>
      </form>
    </Dialog>
  )
}
