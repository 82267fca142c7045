import type { SignInAgainProps } from '@mufakat/editor'
import type { ErrorCode } from '@mufakat/kernel'
import { Button, Dialog } from '@mufakat/ui'
import { useRouteLoaderData } from '@remix-run/react'
import { type FormEvent, useState } from 'react'
import { FieldErrors } from '~/frame/field-errors'
import type { FrameData } from '~/frame/frame-data'
import { SignInFields } from '~/frame/sign-in-fields'
import { CodeField } from '~/keamanan/code-field'

interface Answer {
  readonly next?: 'inside' | 'code' | 'factors'
  readonly code?: ErrorCode
}

/** The door without leaving the page: a new session cookie is all that is wanted of it. */
async function ask(form: HTMLFormElement): Promise<Answer> {
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  try {
    const response = await fetch('/masuk/ulang', { method: 'POST', body: new URLSearchParams(fields) })
    return (await response.json()) as Answer
  } catch {
    return { code: 'unavailable' }
  }
}

/** Over a page whose session has ended: the person signs in, and what they were doing goes on. */
export function SignInAgain({ words, open, onClose, onSignedIn, asOther }: SignInAgainProps) {
  const name = useRouteLoaderData<FrameData>('root')?.person?.name ?? ''
  const [code, setCode] = useState<ErrorCode | null>(null)
  const [isSecond, setSecond] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    const answer = await ask(event.currentTarget)
    setBusy(false)
    setCode(answer.code ?? null)
    // Too late for the second question: from the first again.
    if (answer.code === 'not-signed-in') setSecond(false)
    if (answer.next === 'code') setSecond(true)
    if (answer.next === 'inside') onSignedIn()
    // Nothing else opens before that is done; unsent text waits in the journal.
    if (answer.next === 'factors') window.location.assign('/profil/keamanan')
  }
  return (
    <Dialog open={open} onClose={onClose} title={words.t('masuk.again')} closeLabel={words.t('action.close')}>
      <form key={String(isSecond)} className="grid gap-5 p-5" onSubmit={event => void submit(event)}>
        <p className="text-sm text-ink-2">
          {isSecond
            ? words.t('masuk.kode.lead')
            : words.t(asOther ? 'masuk.again.other' : 'masuk.again.lead', { name })}
        </p>
        <FieldErrors errors={code && { fields: {}, form: code }}>
          {isSecond ? (
            <CodeField label={words.t('masuk.kode.code')} help={words.t('masuk.kode.help')} />
          ) : (
            <SignInFields login="" />
          )}
        </FieldErrors>
        <Button type="submit" busy={busy}>
          {words.t(busy ? 'masuk.busy' : isSecond ? 'masuk.kode.submit' : 'masuk.submit')}
        </Button>
        {/* Passkeys, and accounts of a provider: the text of this page is kept. */}
        {(isSecond || code === 'use-provider') && (
          <a href="/masuk" className="text-sm font-semibold">
            {words.t('masuk.kode.page')}
          </a>
        )}
      </form>
    </Dialog>
  )
}
