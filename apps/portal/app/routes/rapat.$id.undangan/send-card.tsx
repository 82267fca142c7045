import type { RapatStatus } from '@mufakat/domain'
import type { InvitationView } from '@mufakat/services'
import { Button, Card, CardHead, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig, Hourglass, PencilLine, Send } from 'lucide-react'
import { useAllWords } from '~/frame/words'

function SendButton({ label }: { label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="maksud" value="kirim" />
      <Button type="submit">
        <Send aria-hidden />
        {label}
      </Button>
    </Form>
  )
}

/** What has gone out and what would, for who sends it. */
export function SendCard({ view, status }: { view: InvitationView; status: RapatStatus }) {
  const words = useAllWords()
  const { firstSentAt, lastToldAt, isPending, recipients } = view.sending
  if (recipients === null) return null
  const { all, byMail } = recipients
  return (
    <Card as="section" aria-labelledby="pengiriman" className="screen-only">
      <CardHead id="pengiriman" level={3} title={words.t('undangan.send.title')} />
      <div className="grid gap-3 p-4 sm:p-5">
        {firstSentAt === null ? (
          status === 'terjadwal' ? (
            <>
              <p className="text-sm">{words.t('undangan.send.first', { byMail, without: all - byMail })}</p>
              <SendButton label={words.t('undangan.send.submit')} />
            </>
          ) : (
            <Notice tone="neutral" icon={PencilLine}>
              {words.t(status === 'draf' ? 'undangan.send.draft' : 'undangan.send.not-held')}
            </Notice>
          )
        ) : (
          <>
            <p className="text-sm">
              {words.t('undangan.send.sent', { at: words.dateTime(firstSentAt) })}{' '}
              {lastToldAt !== null && lastToldAt > firstSentAt
                ? words.t('undangan.send.told', { at: words.dateTime(lastToldAt) })
                : ''}
            </p>
            {isPending ? (
              <>
                <Notice tone="warn" icon={Hourglass}>
                  {words.t('undangan.send.pending')}
                </Notice>
                <SendButton label={words.t('undangan.send.now')} />
              </>
            ) : (
              <Notice tone="success" icon={CircleCheckBig}>
                {words.t('undangan.send.quiet')}
              </Notice>
            )}
          </>
        )}
        <p className="text-xs text-ink-2">{words.t('undangan.send.guests')}</p>
      </div>
    </Card>
  )
}
