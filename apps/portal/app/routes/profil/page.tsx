import type { Role } from '@mufakat/domain'
import { LOCALES } from '@mufakat/i18n'
import type { SessionPerson, SessionSummary } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Choice, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { CircleCheckBig, LogOut, MonitorSmartphone } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { SignOutForm } from '~/frame/sign-out-form'
import { useWords } from '~/frame/words'
import { deviceOf } from './device'

interface ProfilPageProps {
  person: SessionPerson
  role: Role
  theme: string
  saved: boolean
  sessions: readonly SessionSummary[]
}

const THEME_CHOICES = ['system', 'light', 'dark'] as const

function Look({ locale, theme }: { locale: string; theme: string }) {
  const words = useWords()
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

export function ProfilPage({ person, role, theme, saved, sessions }: ProfilPageProps) {
  const words = useWords()
  const facts = [
    [words.t('profil.name'), person.name],
    [words.t('profil.jabatan'), person.jabatan],
    [words.t('profil.opd'), person.opd?.name],
    [words.t('profil.role'), words.t(`role.${role}`)],
    [words.t('profil.email'), person.email],
    [words.t('profil.nip'), person.nip],
  ]
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('profil.title')} />
      <div className="grid gap-6">
        {saved && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t('profil.saved')}
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
        <Card as="section" aria-labelledby="sesi">
          <CardHead id="sesi" title={words.t('profil.sessions')} />
          <ul className="divide-y divide-line">
            {sessions.map(session => (
              <li key={session.id} className="flex items-center gap-3 px-4 py-3 sm:px-5">
                <MonitorSmartphone aria-hidden className="size-5 flex-none text-ink-2" />
                <div className="min-w-0 flex-1">
                  <p className="truncate font-medium">
                    {deviceOf(session.userAgent) ?? words.t('profil.sessions.unknown')}
                  </p>
                  <p className="text-sm text-ink-2">
                    {session.current
                      ? words.t('profil.sessions.current')
                      : words.t('profil.sessions.seen', { time: words.dateTime(session.lastSeenAt) })}
                  </p>
                </div>
              </li>
            ))}
          </ul>
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
