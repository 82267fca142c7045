import { pangkatLine } from '@mufakat/domain'
import type { AccountDetail } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, FieldError, Notice } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { LogOut, MonitorOff, Pencil, UserRoundCheck, UserRoundX } from 'lucide-react'
import { Done } from '~/account/done'
import { SessionList } from '~/account/session-list'
import { AccountState } from '~/account/state'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { Entry } from './entry'
import { Holdings } from './holdings'
import { AccountLink } from './link'
import type { PersonPageProps } from './props'
import { ViewAs } from './view-as'

function Facts({ account }: { account: AccountDetail }) {
  const words = useAllWords()
  const error = useFieldErrors()('active')
  const { active, lastSignInAt } = account
  const facts = [
    [words.t('pengguna.field.email'), account.email],
    [words.t('pengguna.field.nip'), account.nip],
    [words.t('pengguna.field.golongan'), account.golongan && pangkatLine(account.golongan)],
    [words.t('pengguna.field.role'), words.t(`role.${account.role}`)],
    [
      words.t('pengguna.column.last'),
      lastSignInAt ? words.dateTime(lastSignInAt) : words.t('pengguna.never'),
    ],
    [words.t('pengguna.added'), words.date(account.createdAt)],
  ]
  return (
    <Card as="section" aria-labelledby="akun">
      <CardHead
        id="akun"
        title={words.t('pengguna.account')}
        end={
          <Link to={`/admin/pengguna/${account.id}/ubah`} className={buttonClass('secondary', 'sm')}>
            <Pencil aria-hidden />
            {words.t('pengguna.edit')}
          </Link>
        }
      />
      <dl className="grid gap-x-8 gap-y-4 p-4 sm:grid-cols-2 sm:p-5">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label} className="min-w-0">
                <dt className="text-xs font-semibold text-ink-2">{label}</dt>
                <dd className="font-medium break-words">{value}</dd>
              </div>
            ),
        )}
      </dl>
      <Form
        method="post"
        className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4 sm:px-5"
      >
        <input type="hidden" name="maksud" value={active ? 'nonaktif' : 'aktif'} />
        <p className="grow basis-64 text-sm text-ink-2">
          {words.t(active ? 'pengguna.deactivate.help' : 'pengguna.reactivate.help')}
        </p>
        <Button type="submit" kind={active ? 'danger' : 'secondary'}>
          {active ? <UserRoundX aria-hidden /> : <UserRoundCheck aria-hidden />}
          {words.t(active ? 'pengguna.deactivate' : 'pengguna.reactivate')}
        </Button>
        {error && <FieldError id="active-error">{error}</FieldError>}
      </Form>
    </Card>
  )
}

/** Nothing can be done to who was erased. */
function Erased() {
  const words = useAllWords()
  return (
    <Notice tone="neutral" icon={UserRoundX}>
      {words.t('pengguna.erased.help')}
    </Notice>
  )
}

function Sessions({ account }: { account: AccountDetail }) {
  const words = useAllWords()
  const { sessions } = account
  return (
    <Card as="section" aria-labelledby="sesi">
      <CardHead id="sesi" title={words.t('pengguna.sessions')} />
      {sessions.length === 0 ? (
        <p className="flex items-center gap-3 p-4 text-sm text-ink-2 sm:px-5">
          <MonitorOff aria-hidden className="size-5 flex-none" />
          {words.t('pengguna.sessions.empty')}
        </p>
      ) : (
        <>
          <SessionList sessions={sessions} />
          <Form method="post" className="screen-only border-t border-line p-4 sm:px-5">
            <input type="hidden" name="maksud" value="akhiri-semua" />
            <Button type="submit" kind="danger">
              <LogOut aria-hidden />
              {words.t('pengguna.sessions.end-all')}
            </Button>
          </Form>
        </>
      )}
    </Card>
  )
}

export function PersonPage({ account, opd, jabatan, baseUrl, mayView, answer }: PersonPageProps) {
  const words = useAllWords()
  const { name, active, hasPassword, erasedNumber } = account
  return (
    <div className="max-w-4xl">
      <PageHead
        title={erasedNumber === null ? name : words.t('pengguna.erased', { n: erasedNumber })}
        lead={[words.t(`role.${account.role}`), account.jabatan, account.opd?.shortName]
          .filter(Boolean)
          .join(' · ')}
        back={{ to: '/admin/pengguna', label: words.t('admin.pengguna') }}
        end={<AccountState active={active} hasPassword={hasPassword} />}
      />
      <div className="grid gap-6">
        <FieldErrors errors={answer?.errors}>
          {answer ? null : <Done />}
          {answer?.link && <AccountLink link={answer.link} account={account} baseUrl={baseUrl} />}
          {erasedNumber === null ? <Facts account={account} /> : <Erased />}
          {active && <Entry account={account} />}
          {erasedNumber === null && (
            <Holdings account={account} opd={opd} jabatan={jabatan} typed={answer?.typed ?? null} />
          )}
          {erasedNumber === null && <Sessions account={account} />}
          {mayView && <ViewAs account={account} />}
        </FieldErrors>
      </div>
    </div>
  )
}
