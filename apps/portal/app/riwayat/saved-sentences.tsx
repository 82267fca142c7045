import type { RescueView } from '@mufakat/services'
import { Badge, Button, Card, CardHead } from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { Eye, EyeOff, LifeBuoy, X } from 'lucide-react'
import { useAllWords } from '~/frame/words'

function Sentence({ rescue }: { rescue: RescueView }) {
  return (
    <p className="text-base">
      <span className="text-ink-2">{rescue.before}</span>
      <mark className="rounded-sm bg-success-soft px-0.5 font-semibold text-success-ink">{rescue.words}</mark>
      <span className="text-ink-2">{rescue.after}</span>
    </p>
  )
}

/** Sentences that are offered back to this person; nothing when there are none. */
export function SavedSentences({ rescues }: { rescues: readonly RescueView[] }) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  if (rescues.length === 0) return null
  return (
    <Card as="section" aria-labelledby="selamat" className="screen-only border-success-line">
      <CardHead id="selamat" title={words.t('selamat.title')} />
      <p className="px-4 pt-3 text-sm text-ink-2 sm:px-5">{words.t('selamat.lead')}</p>
      <ul className="divide-y divide-line">
        {rescues.map(rescue => (
          <li key={rescue.key} className="grid gap-2 px-4 py-4 sm:px-5">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
              <Badge
                tone={rescue.state === 'shown' ? 'neutral' : 'warn'}
                icon={rescue.state === 'shown' ? Eye : EyeOff}
              >
                {words.t(`selamat.${rescue.state}`)}
              </Badge>
              <span>
                {rescue.item} · {words.t(`selamat.lost.${rescue.lost}`)}
              </span>
            </div>
            <Sentence rescue={rescue} />
            <p className="text-sm text-ink-2">
              {words.t('selamat.who', { writer: rescue.writer.name, deleter: rescue.deleter.name })}
              {rescue.at && (
                <>
                  {' · '}
                  <time dateTime={rescue.at.toISOString()}>{words.dateTime(rescue.at)}</time>
                </>
              )}
            </p>
            <Form method="post" className="flex flex-wrap gap-2" preventScrollReset>
              <input type="hidden" name="maksud" value="selamat" />
              <input type="hidden" name="key" value={rescue.key} />
              <Button
                type="submit"
                name="outcome"
                value="restored"
                kind="secondary"
                size="sm"
                disabled={busy}
              >
                <LifeBuoy aria-hidden />
                {words.t('selamat.restore')}
              </Button>
              <Button type="submit" name="outcome" value="dismissed" kind="quiet" size="sm" disabled={busy}>
                <X aria-hidden />
                {words.t('selamat.dismiss')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Card>
  )
}
