import { Button, Card } from '@mufakat/ui'
import { Form, Link, useNavigation } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { BareHead } from '~/keamanan/bare-head'
import { CodeField } from '~/keamanan/code-field'
import { Or } from '~/keamanan/or'
import { PasskeyForm } from '~/keamanan/passkey-form'
import type { FormErrors } from '~/request/guard.server'

interface CodePageProps {
  target: string
  totp: boolean
  /** What authenticators are asked, as JSON. */
  passkey: string | null
  errors: FormErrors | undefined
}

export function CodePage({ target, totp, passkey, errors }: CodePageProps) {
  const words = useAllWords()
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="mx-auto grid min-h-dvh max-w-lg content-center px-4 py-10 sm:px-6">
      <BareHead />
      <Card as="section" className="p-5 sm:p-7">
        <h1 className="text-xl">{words.t('masuk.kode.title')}</h1>
        <p className="mt-1 mb-5 text-sm text-ink-2">{words.t('masuk.kode.lead')}</p>
        {passkey && (
          <>
            <PasskeyForm
              action="/masuk/kode"
              field="jawaban"
              ask={async () => ({ get: JSON.parse(passkey) })}
              label={words.t('passkey.use')}
              className="grid gap-3"
            >
              <input type="hidden" name="ke" value={target} />
            </PasskeyForm>
            <Or />
          </>
        )}
        <Form method="post" className="grid gap-5" reloadDocument>
          <input type="hidden" name="ke" value={target} />
          <FieldErrors errors={errors}>
            <CodeField
              label={words.t('masuk.kode.code')}
              help={words.t(totp ? 'masuk.kode.help' : 'masuk.kode.recovery-only')}
            />
          </FieldErrors>
          <Button type="submit" kind={passkey ? 'secondary' : 'primary'} busy={busy}>
            {words.t(busy ? 'masuk.busy' : 'masuk.kode.submit')}
          </Button>
        </Form>
        <p className="mt-4 text-xs text-ink-2">{words.t('masuk.kode.lost')}</p>
      </Card>
      <Link
        to="/masuk"
        reloadDocument
        className="mt-3 inline-flex min-h-11 w-fit items-center text-sm font-semibold"
      >
        {words.t('masuk.kode.again')}
      </Link>
    </div>
  )
}
