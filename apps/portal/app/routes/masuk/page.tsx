import type { Role } from '@mufakat/domain'
import type { ProviderRefusal } from '@mufakat/services'
import { Avatar, Button, buttonClass, Card, Notice } from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { Building2, CircleAlert, CircleCheckBig, FlaskConical, Info } from 'lucide-react'
import { Mark } from '~/frame/brand'
import { FieldErrors } from '~/frame/field-errors'
import { SignInFields } from '~/frame/sign-in-fields'
import { UnsentNotice } from '~/frame/unsent-notice'
import { useAllWords } from '~/frame/words'
import { Or } from '~/keamanan/or'
import { PasskeyForm } from '~/keamanan/passkey-form'
import type { FormErrors } from '~/request/guard.server'

interface SignInPageProps {
  target: string
  ended: boolean
  /** The second step was not answered in time. */
  tooLate: boolean
  signedOut: boolean
  /** Comes from setting a password. */
  passwordSet: boolean
  /** Empty until somebody has said which. */
  regency: string
  /** The provider of identities by its name, and why the way through it led back here. */
  sso: { name: string | null; refused: ProviderRefusal | null }
  /** Why a passkey did not open. */
  refused: 'wrong-credentials' | 'rate-limited' | 'use-provider' | null
  demo: { accounts: readonly { login: string; role: Role; label: string }[]; password: string } | null
  errors: FormErrors | undefined
  login: string
}

export function SignInPage({
  target,
  ended,
  tooLate,
  signedOut,
  passwordSet,
  regency,
  sso,
  refused,
  demo,
  errors,
  login,
}: SignInPageProps) {
  const words = useAllWords()
  const busy = useNavigation().state === 'submitting'
  return (
    <div className="mx-auto grid min-h-dvh max-w-5xl content-center gap-8 px-4 py-10 sm:px-6 lg:grid-cols-2 lg:items-center lg:gap-16">
      <section className="grid gap-4">
        <div className="flex items-center gap-3">
          <Mark className="size-11" />
          <span className="text-xl font-extrabold tracking-tight">{words.t('app.name')}</span>
        </div>
        <p className="max-w-sm text-lg text-ink-2">{words.t('app.tagline')}</p>
        {regency && <p className="text-sm text-ink-2">{words.t('app.region', { regency })}</p>}
      </section>

      <div className="grid gap-5">
        <Card as="section" className="p-5 sm:p-7">
          <h1 className="text-xl">{words.t('masuk.title')}</h1>
          <p className="mt-1 mb-5 text-sm text-ink-2">{words.t('masuk.lead')}</p>
          <UnsentNotice personId={null} className="mb-5" />
          <Form method="post" className="grid gap-5" reloadDocument>
            <input type="hidden" name="ke" value={target} />
            <FieldErrors errors={errors}>
              {!errors && passwordSet && (
                <Notice tone="success" icon={CircleCheckBig} role="status">
                  {words.t('masuk.password-set')}
                </Notice>
              )}
              {!errors && sso.name && sso.refused && (
                <Notice tone="danger" icon={CircleAlert} role="alert">
                  {words.lookup(`masuk.sso.${sso.refused}`, '', { name: sso.name })}
                </Notice>
              )}
              {!errors && refused && (
                <Notice tone="danger" icon={CircleAlert} role="alert">
                  {words.t(
                    refused === 'wrong-credentials' ? 'passkey.refused' : (`error.${refused}` as const),
                  )}
                </Notice>
              )}
              {!errors && !refused && (ended || tooLate || signedOut) && (
                <Notice tone="info" icon={Info} role="status">
                  {words.t(
                    tooLate ? 'masuk.kode.over' : signedOut ? 'masuk.signed-out' : 'error.not-signed-in',
                  )}
                </Notice>
              )}
              <SignInFields login={login} />
            </FieldErrors>
            <Button type="submit" busy={busy}>
              {words.t(busy ? 'masuk.busy' : 'masuk.submit')}
            </Button>
          </Form>
          <a
            href="/lupa-kata-sandi"
            className="mt-2 -mb-2 inline-flex min-h-11 items-center text-sm font-semibold"
          >
            {words.t('masuk.forgot.link')}
          </a>
          <Or />
          {sso.name && (
            <a
              href={`/masuk/sso?ke=${encodeURIComponent(target)}`}
              className={buttonClass('secondary', 'md', 'mb-3 w-full')}
            >
              <Building2 aria-hidden />
              {words.t('masuk.sso.submit', { name: sso.name })}
            </a>
          )}
          <PasskeyForm
            action="/masuk/kunci"
            field="jawaban"
            ask={async () => ({ get: await (await fetch('/masuk/kunci')).json() })}
            label={words.t('passkey.sign-in')}
            kind="secondary"
            className="grid gap-3"
          >
            <input type="hidden" name="ke" value={target} />
          </PasskeyForm>
        </Card>
        <a href="/data-pribadi" className="inline-flex min-h-11 w-fit items-center text-sm text-ink-2">
          {words.t('masuk.pribadi')}
        </a>

        {demo && (
          <Card as="section" className="p-5" aria-labelledby="akun-contoh">
            <h2 id="akun-contoh" className="flex items-center gap-2 text-base">
              <FlaskConical aria-hidden className="size-4.5 text-accent" />
              {words.t('masuk.demo.title')}
            </h2>
            <p className="mt-1 mb-3 text-sm text-ink-2">
              {words.t('masuk.demo.lead', { password: demo.password })}
            </p>
            <Form method="post" reloadDocument>
              <input type="hidden" name="ke" value={target} />
              <input type="hidden" name="password" value={demo.password} />
              <ul className="-mx-2 grid sm:grid-cols-2">
                {demo.accounts.map(account => (
                  <li key={account.login}>
                    <button
                      type="submit"
                      name="login"
                      value={account.login}
                      aria-label={words.t('masuk.demo.use', { name: account.label })}
                      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left transition-colors hover:bg-neutral-soft"
                    >
                      <Avatar name={account.label} />
                      <span className="min-w-0">
                        <span className="block truncate text-sm font-semibold">{account.label}</span>
                        <span className="block truncate text-xs text-ink-2">{account.login}</span>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </Form>
          </Card>
        )}
      </div>
    </div>
  )
}
