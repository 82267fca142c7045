import type { AccountDetail } from '@mufakat/services'
import { Button, Card, CardHead, Choice, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { KeyRound, LockKeyholeOpen, MailPlus, ShieldAlert, Undo2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Why signing in is slowed down, and the way to lift it. */
function Slowed({ slowed }: { slowed: NonNullable<AccountDetail['slowed']> }) {
  const words = useAllWords()
  const { failures, since, networks, until } = slowed
  return (
    <div className="grid gap-3 border-b border-line p-4 sm:px-5">
      <Notice tone={until ? 'warn' : 'neutral'} icon={ShieldAlert}>
        <p className="font-semibold">{words.t('pengguna.slowed')}</p>
        <p className="font-normal">
          {words.t('pengguna.slowed.count', { n: failures, since: words.dateTime(since), networks })}{' '}
          {until
            ? words.t('pengguna.slowed.until', { until: words.dateTime(until) })
            : words.t('pengguna.slowed.free')}
        </p>
      </Notice>
      <Form method="post" className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2">
        <input type="hidden" name="maksud" value="buka" />
        <Button type="submit" kind="secondary">
          <LockKeyholeOpen aria-hidden />
          {words.t('pengguna.slowed.lift')}
        </Button>
        <p className="grow basis-56 text-sm text-ink-2">{words.t('pengguna.slowed.lift.help')}</p>
      </Form>
    </div>
  )
}

function Invitation({ account }: { account: AccountDetail }) {
  const words = useAllWords()
  const { invitation, email } = account
  return (
    <div className="grid gap-4 p-4 sm:px-5">
      <p className="text-sm text-ink-2">
        {invitation
          ? words.lookup(`pengguna.invitation.${invitation.state}`, '', {
              at: words.dateTime(invitation.createdAt),
              until: words.dateTime(invitation.expiresAt),
            })
          : words.t('pengguna.entry.none')}
      </p>
      <div className="screen-only flex flex-wrap items-end gap-3">
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="maksud" value="undang" />
          {email && (
            <Choice
              name="surel"
              value="1"
              defaultChecked
              label={words.t('pengguna.invite.by-mail', { email })}
              note={words.t('pengguna.invite.by-mail.note')}
              className="-mx-3"
            />
          )}
          <Button type="submit" className="w-fit">
            <MailPlus aria-hidden />
            {words.t(invitation ? 'pengguna.invite.again' : 'pengguna.invite')}
          </Button>
        </Form>
        {invitation?.state === 'open' && (
          <Form method="post">
            <input type="hidden" name="maksud" value="cabut" />
            <Button type="submit" kind="danger">
              <Undo2 aria-hidden />
              {words.t('pengguna.invite.revoke')}
            </Button>
          </Form>
        )}
      </div>
    </div>
  )
}

/** How somebody comes in: invited, with a password, slowed down. */
export function Entry({ account }: { account: AccountDetail }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="masuk">
      <CardHead id="masuk" title={words.t('pengguna.entry')} />
      {account.slowed && <Slowed slowed={account.slowed} />}
      {account.hasPassword ? (
        <div className="grid gap-3 p-4 sm:px-5">
          <p className="text-sm text-ink-2">{words.t('pengguna.entry.password')}</p>
          <Form method="post" className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2">
            <input type="hidden" name="maksud" value="atur-ulang" />
            <Button type="submit" kind="secondary">
              <KeyRound aria-hidden />
              {words.t('pengguna.reset')}
            </Button>
            <p className="grow basis-56 text-sm text-ink-2">{words.t('pengguna.reset.help')}</p>
          </Form>
        </div>
      ) : (
        <Invitation account={account} />
      )}
    </Card>
  )
}
