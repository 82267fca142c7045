import { MIN_PASSWORD_LENGTH } from '@mufakat/domain'
import { Button, buttonClass, Card } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Link2Off } from 'lucide-react'
import type { ReactNode } from 'react'
import { TextField } from '~/admin/text-field'
import { Mark } from '~/frame/brand'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

export interface TypedAdmin {
  readonly name: string
  readonly email: string
  readonly nip: string
}

interface Answer {
  readonly errors: FormErrors
  readonly typed: TypedAdmin
}

function Frame({ children }: { children: ReactNode }) {
  const words = useAllWords()
  return (
    <div className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 px-4 py-10 sm:px-6">
      <div className="flex items-center gap-3">
        <Mark className="size-11" />
        <span className="text-xl font-extrabold tracking-tight">{words.t('app.name')}</span>
      </div>
      {children}
    </div>
  )
}

export function FirstAdminPage({ answer }: { answer: Answer | undefined }) {
  const words = useAllWords()
  return (
    <Frame>
      <Card as="section" className="p-5 sm:p-7">
        <p className="text-sm font-semibold text-accent-strong">{words.t('siapkan.admin.step')}</p>
        <h1 className="mt-1 text-xl">{words.t('siapkan.admin.title')}</h1>
        <p className="mt-1 mb-5 text-sm text-ink-2">{words.t('siapkan.admin.lead')}</p>
        <Form method="post" className="grid gap-5" noValidate>
          <FieldErrors errors={answer?.errors}>
            <TextField
              name="name"
              label={words.t('siapkan.admin.name')}
              autoComplete="name"
              required
              maxLength={120}
              defaultValue={answer?.typed.name}
            />
            <TextField
              name="email"
              type="email"
              label={words.t('profil.email')}
              autoComplete="username"
              required
              maxLength={200}
              defaultValue={answer?.typed.email}
            />
            <TextField
              name="nip"
              label={words.t('profil.nip')}
              hint={words.t('siapkan.optional')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={30}
              defaultValue={answer?.typed.nip}
            />
            <TextField
              name="password"
              type="password"
              label={words.t('masuk.password')}
              help={words.t('siapkan.admin.password.help', { n: MIN_PASSWORD_LENGTH })}
              autoComplete="new-password"
              required
            />
            <TextField
              name="repeated"
              type="password"
              label={words.t('siapkan.admin.repeated')}
              autoComplete="new-password"
              required
            />
          </FieldErrors>
          <Button type="submit">{words.t('siapkan.admin.submit')}</Button>
        </Form>
      </Card>
    </Frame>
  )
}

/** The same for a link that was used, replaced, or never was. */
export function VoidLinkPage() {
  const words = useAllWords()
  return (
    <Frame>
      <Card as="section" className="grid justify-items-start gap-3 p-5 sm:p-7">
        <Link2Off aria-hidden className="size-7 text-ink-2" />
        <h1 className="text-xl">{words.t('siapkan.void.title')}</h1>
        <p className="text-ink-2">{words.t('siapkan.void.used')}</p>
        <p className="text-ink-2">{words.t('siapkan.void.restart')}</p>
        <Link to="/masuk?ke=%2Fsiapkan" className={buttonClass('primary', 'md', 'mt-2')}>
          {words.t('masuk.submit')}
        </Link>
      </Card>
    </Frame>
  )
}
