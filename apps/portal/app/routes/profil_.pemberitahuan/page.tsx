import type { OwnNoticeSettings } from '@mufakat/services'
import { Button, Card, CardHead, Notice } from '@mufakat/ui'
import { Form, Link, useNavigation } from '@remix-run/react'
import { Bell, CircleCheckBig, MailX } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { SettingFields } from '~/kabar/setting-fields'

function Muted({ rapat }: { rapat: OwnNoticeSettings['mutedRapat'] }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="bisu">
      <CardHead id="bisu" title={words.t('kabar.mutes')} />
      {rapat.length === 0 ? (
        <p className="p-4 text-sm text-ink-2 sm:p-5">{words.t('kabar.mutes.none')}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {rapat.map(({ id, title }) => (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-x-3 px-4 py-2 sm:flex-nowrap sm:px-5"
              >
                <Link to={`/rapat/${id}`} className="inline-flex min-h-11 min-w-0 items-center wrap-anywhere">
                  {title}
                </Link>
                <Form method="post">
                  <input type="hidden" name="rapat" value={id} />
                  <Button
                    type="submit"
                    kind="secondary"
                    size="sm"
                    name="maksud"
                    value="bunyi"
                    aria-label={words.t('kabar.unmute.of', { title })}
                  >
                    <Bell aria-hidden />
                    {words.t('kabar.unmute')}
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          <p className="border-t border-line px-4 py-3 text-xs text-ink-2 sm:px-5">
            {words.t('kabar.mutes.help')}
          </p>
        </>
      )}
    </Card>
  )
}

export function NoticeSettingsPage({
  setting,
  email,
  mutedRapat,
  saved,
}: OwnNoticeSettings & { saved: boolean }) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  return (
    <div className="max-w-2xl">
      <PageHead
        title={words.t('kabar.title')}
        lead={words.t('kabar.lead')}
        back={{ to: '/profil', label: words.t('profil.title') }}
      />
      <div className="grid gap-6">
        {saved && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t('kabar.saved')}
          </Notice>
        )}
        <Card as="section" aria-labelledby="surel">
          <CardHead id="surel" title={words.t('kabar.mail')} />
          <Form method="post" className="grid gap-6 p-4 sm:p-5">
            {email === null ? (
              <Notice tone="warn" icon={MailX}>
                {words.t('kabar.mail.nowhere')}
              </Notice>
            ) : (
              <p className="text-sm break-words text-ink-2">{words.t('kabar.mail.to', { email })}</p>
            )}
            <SettingFields setting={setting} />
            <Button type="submit" busy={busy} className="w-fit">
              {words.t('action.save')}
            </Button>
          </Form>
        </Card>
        <Muted rapat={mutedRapat} />
      </div>
    </div>
  )
}
