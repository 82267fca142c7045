import type { GuestDoor } from '@mufakat/services'
import { Button, buttonClass } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CalendarClock, Eye, MapPin, Pencil } from 'lucide-react'
import { Door } from '~/account/door'
import { useAllWords } from '~/frame/words'
import { whenOf } from '~/rapat/when'

interface GuestDoorPageProps {
  door: GuestDoor
  /** Who is signed in here with an account. */
  signedInAs: string | null
}

function Closed({ door }: { door: GuestDoor }) {
  const words = useAllWords()
  const { state, rapat } = door
  return (
    <Door
      title={words.t('tamu.closed.title')}
      lead={
        state === 'expired'
          ? words.t('tamu.closed.expired', { rapat: rapat?.title ?? '' })
          : words.t(`tamu.closed.${state === 'open' ? 'unknown' : state}`)
      }
    >
      <p className="text-sm">{words.t('tamu.closed.ask')}</p>
    </Door>
  )
}

/** Two people in one browser would be taken for one another: whoever has an account uses it, or leaves first. */
function SignedIn({ name, rapatId }: { name: string; rapatId: string }) {
  const words = useAllWords()
  return (
    <>
      <p className="text-sm">{words.t('tamu.door.signed-in', { name })}</p>
      <a href={`/rapat/${rapatId}`} className={buttonClass('primary')}>
        {words.t('tamu.door.open-rapat')}
      </a>
    </>
  )
}

export function GuestDoorPage({ door, signedInAs }: GuestDoorPageProps) {
  const words = useAllWords()
  const { state, rapat, name, agency, canWrite, expiresAt } = door
  if (state !== 'open' || rapat === null) return <Closed door={door} />
  const Right = canWrite ? Pencil : Eye
  return (
    <Door title={words.t('tamu.door.title')} lead={words.t('tamu.door.for', { name, agency })}>
      <div className="grid gap-2 rounded-md border border-line bg-sunken p-4">
        <h2 className="text-base">{rapat.title}</h2>
        <p className="flex items-center gap-2 text-sm">
          <CalendarClock aria-hidden className="size-4.5 flex-none text-ink-2" />
          {whenOf(rapat, words)}
        </p>
        {rapat.place && (
          <p className="flex items-center gap-2 text-sm">
            <MapPin aria-hidden className="size-4.5 flex-none text-ink-2" />
            {rapat.place}
          </p>
        )}
      </div>
      <p className="flex items-start gap-2 text-sm">
        <Right aria-hidden className="mt-0.5 size-4.5 flex-none text-ink-2" />
        <span>
          {words.t(canWrite ? 'tamu.door.write' : 'tamu.door.read')}{' '}
          {expiresAt && words.t('tamu.door.until', { until: words.dateTime(expiresAt) })}
        </span>
      </p>
      {signedInAs === null ? (
        <Form method="post">
          <Button type="submit" className="w-full">
            {words.t('tamu.door.enter')}
          </Button>
        </Form>
      ) : (
        <SignedIn name={signedInAs} rapatId={rapat.id} />
      )}
    </Door>
  )
}
