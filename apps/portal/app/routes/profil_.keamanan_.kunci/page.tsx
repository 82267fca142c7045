import { Card, describe, Field, Input } from '@mufakat/ui'
import { ChevronLeft } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { PasskeyForm } from '~/keamanan/passkey-form'
import { PasswordAgain } from '~/keamanan/password-again'

interface AddPasskeyPageProps {
  /** What the authenticator is asked, as JSON. */
  question: string
  isInside: boolean
  asksPassword: boolean
}

export function AddPasskeyPage({ question, isInside, asksPassword }: AddPasskeyPageProps) {
  const words = useAllWords()
  const help = words.t('passkey.name.help')
  return (
    <div className={isInside ? 'max-w-lg' : 'mx-auto max-w-lg px-4 py-8 sm:px-6'}>
      <a
        href="/profil/keamanan"
        className="screen-only -ml-2 inline-flex min-h-11 w-fit items-center gap-1 rounded-md px-2 text-sm font-semibold text-ink-2 no-underline hover:text-ink"
      >
        <ChevronLeft aria-hidden className="size-4.5" />
        {words.t('profil.factors')}
      </a>
      <h1 className="mb-6 text-xl sm:text-2xl">{words.t('passkey.add')}</h1>
      <Card className="p-4 sm:p-5">
        <PasskeyForm
          action="/profil/keamanan"
          field="made"
          ask={async () => ({ create: JSON.parse(question) })}
          label={words.t('passkey.add')}
          className="grid gap-5"
        >
          <input type="hidden" name="maksud" value="tambah-kunci" />
          <p className="text-sm text-ink-2">{words.t('passkey.add.lead')}</p>
          <Field id="name" label={words.t('passkey.name')} help={help}>
            <Input {...describe('name', { help })} name="name" required maxLength={60} autoComplete="off" />
          </Field>
          {asksPassword && <PasswordAgain id="password" />}
        </PasskeyForm>
      </Card>
    </div>
  )
}
