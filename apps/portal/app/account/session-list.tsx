import type { SessionSummary } from '@mufakat/services'
import { Badge, Button } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig, LogOut, MonitorSmartphone } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { deviceOf } from './device'

/** Where somebody is signed in: device, network, times, and a way to end each but the present one. */
export function SessionList({ sessions }: { sessions: readonly SessionSummary[] }) {
  const words = useAllWords()
  return (
    <ul className="divide-y divide-line">
      {sessions.map(session => {
        const device = deviceOf(session.userAgent) ?? words.t('profil.sessions.unknown')
        return (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 sm:px-5">
            <MonitorSmartphone aria-hidden className="size-5 flex-none text-ink-2" />
            <div className="min-w-0 grow basis-48">
              <p className="font-medium">{device}</p>
              <p className="text-sm text-ink-2">
                {[
                  words.t('profil.sessions.seen', { time: words.dateTime(session.lastSeenAt) }),
                  words.t('profil.sessions.begun', { time: words.dateTime(session.createdAt) }),
                  words.t('profil.sessions.from', { address: session.address }),
                ].join(' · ')}
              </p>
            </div>
            {session.current ? (
              <Badge tone="success" icon={CircleCheckBig}>
                {words.t('profil.sessions.current')}
              </Badge>
            ) : (
              <Form method="post" reloadDocument>
                <input type="hidden" name="maksud" value="akhiri-sesi" />
                <input type="hidden" name="sesi" value={session.id} />
                <Button
                  type="submit"
                  kind="secondary"
                  size="sm"
                  aria-label={words.t('profil.sessions.end.label', { device })}
                >
                  <LogOut aria-hidden />
                  {words.t('profil.sessions.end')}
                </Button>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}
