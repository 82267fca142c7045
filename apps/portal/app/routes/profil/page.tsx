import type { Role } from '@mufakat/domain'
import { LOCALES } from '@mufakat/i18n'
import type { SessionPerson, SessionSummary } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Choice, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import {
  AtSign,
  BellRing,
  CircleCheckBig,
  KeyRound,
  LogOut,
  MonitorSmartphone,
  ShieldUser,
} from 'lucide-react'
import { SessionList } from '~/account/session-list'
import { PageHead } from '~/frame/page-head'
import { SignOutForm } from '~/frame/sign-out-form'
import { useAllWords } from '~/frame/words'

interface ProfilPageProps {
  person: SessionPerson
  /** With its pangkat. */
  golongan: string | null
  role: Role
  theme: string
  /** What was just done. */
  done: 'saved' | 'password-saved' | 'sessions.ended' | null
  sessions: readonly SessionSummary[]
}

const THEME_CHOICES = ['system', 'light', 'dark'] as const

function Look({ locale, theme }: { locale: string; theme: string }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="tampilan">
      <CardHead id="tampilan" title={words.t('profil.look')} />
      {/* A new language means new words everywhere: the page is loaded whole. */}
      <Form method="post" reloadDocument className="grid gap-6 p-4 sm:p-5">
        <div className="grid gap-6 sm:grid-cols-2">
          <fieldset>
            <legend className="mb-1 text-sm font-semibold">{words.t('profil.language')}</legend>
            {LOCALES.map(one => (
              <Choice
                key={one}
                type="radio"
                name="locale"
                value={one}
                defaultChecked={one === locale}
                label={<span lang={one}>{words.t(`profil.language.${one}`)}</span>}
                className="-mx-3"
              />
            ))}
          </fieldset>
          <fieldset>
            <legend className="mb-1 text-sm font-semibold">{words.t('profil.theme')}</legend>
            {THEME_CHOICES.map(one => (
              <Choice
                key={one}
                type="radio"
                name="theme"
                value={one}
                defaultChecked={one === theme}
                label={words.t(`profil.theme.${one}`)}
                className="-mx-3"
              />
            ))}
          </fieldset>
        </div>
        <Button type="submit" className="w-fit">
          {words.t('action.save')}
        </Button>
      </Form>
    </Card>
  )
}

export function ProfilPage({ person, golongan, role, theme, done, sessions }: ProfilPageProps) {
  const words = useAllWords()
  const facts = [
    [words.t('profil.name'), person.name],
    [words.t('profil.jabatan'), person.jabatan],
    [words.t('profil.opd'), person.opd?.name],
    [words.t('profil.role'), words.t(`role.${role}`)],
    [words.t('profil.email'), person.email],
    [words.t('profil.nip'), person.nip],
    [words.t('profil.golongan'), golongan],
  ]
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('profil.title')} />
      <div className="grid gap-6">
        {done && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t(`profil.${done}`)}
          </Notice>
        )}
        <Card as="section" aria-labelledby="data-diri">
          <CardHead id="data-diri" title={words.t('profil.data')} />
          <dl className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2 sm:p-5">
            {facts.map(
              ([label, value]) =>
                value && (
                  <div key={label}>
                    <dt className="text-xs font-semibold text-ink-2">{label}</dt>
                    <dd className="font-medium">{value}</dd>
                  </div>
                ),
            )}
          </dl>
          <div className="flex flex-wrap gap-2 border-t border-line px-4 py-3 sm:px-5">
            <Link to="/profil/kata-sandi" className={buttonClass('secondary', 'sm')}>
              <KeyRound aria-hidden />
              {words.t('profil.change-password')}
            </Link>
            <Link to="/profil/email" className={buttonClass('secondary', 'sm')}>
              <AtSign aria-hidden />
              {words.t('profil.change-email')}
            </Link>
            <Link to="/profil/pemberitahuan" className={buttonClass('secondary', 'sm')}>
              <BellRing aria-hidden />
              {words.t('nav.kabar')}
            </Link>
            <Link to="/data-pribadi" reloadDocument className={buttonClass('secondary', 'sm')}>
              <ShieldUser aria-hidden />
              {words.t('profil.pribadi')}
            </Link>
          </div>
          <p className="border-t border-line px-4 py-3 text-xs text-ink-2 sm:px-5">
            {words.t('profil.data.help')}
          </p>
        </Card>
        <Look locale={words.locale} theme={theme} />
        <Card as="section" aria-labelledby="belum-terkirim">
          <CardHead
            id="belum-terkirim"
            title={words.t('unsent.title')}
            end={
              <Link to="/profil/belum-terkirim" className={buttonClass('secondary', 'sm')}>
                {words.t('unsent.see')}
              </Link>
            }
          />
          <p className="p-4 text-sm text-ink-2 sm:p-5">{words.t('unsent.empty.help')}</p>
        </Card>
        <Card as="section" aria-labelledby="langkah-kedua">
          <CardHead
            id="langkah-kedua"
            title={words.t('profil.factors')}
            end={
              <Link to="/profil/keamanan" reloadDocument className={buttonClass('secondary', 'sm')}>
                {words.t('profil.factors.open')}
              </Link>
            }
          />
          <p className="p-4 text-sm text-ink-2 sm:p-5">{words.t('profil.factors.lead')}</p>
        </Card>
        <Card as="section" aria-labelledby="sesi">
          <CardHead id="sesi" title={words.t('profil.sessions')} />
          <SessionList sessions={sessions} />
          {sessions.some(session => !session.current) && (
            <Form method="post" reloadDocument className="border-t border-line p-4 sm:px-5">
              <input type="hidden" name="maksud" value="akhiri-lain" />
              <Button type="submit" kind="secondary">
                <MonitorSmartphone aria-hidden />
                {words.t('profil.sessions.end-others')}
              </Button>
            </Form>
          )}
          <SignOutForm
            personId={person.id}
            action="/profil"
            className="grid gap-3 border-t border-line p-4 sm:p-5"
          >
            <input type="hidden" name="maksud" value="keluar-semua" />
            <p className="text-sm text-ink-2">{words.t('profil.sessions.lead')}</p>
            <Button type="submit" kind="danger" className="w-fit">
              <LogOut aria-hidden />
              {words.t('profil.sign-out-everywhere')}
            </Button>
          </SignOutForm>
        </Card>
      </div>
    </div>
  )
}
