import type { CheckInDoor } from '@mufakat/services'
import { Button, buttonClass, Notice } from '@mufakat/ui'
import { Form, useSearchParams } from '@remix-run/react'
import { CalendarClock, CircleCheckBig, Hourglass, MapPin, UserRoundCheck } from 'lucide-react'
import { Door } from '~/account/door'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { SomebodyFields } from '~/hadir/somebody-fields'
import type { TypedSomebody } from '~/hadir/somebody-form.server'
import { whenOf } from '~/rapat/when'
import type { FormErrors } from '~/request/guard.server'

interface CheckInPageProps {
  rapatId: string
  door: CheckInDoor
  isSignedIn: boolean
  answer: { typed: TypedSomebody; errors: FormErrors } | null
}

const NOBODY = { name: '', nip: '', jabatan: '', agency: '', phone: '' }

function Facts({ rapat }: { rapat: NonNullable<CheckInDoor['rapat']> }) {
  const words = useAllWords()
  return (
    <div className="grid gap-2 rounded-md border border-line bg-sunken p-4">
      <h2 className="text-base wrap-anywhere">{rapat.title}</h2>
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
  )
}

function Known({ who, rapatId }: { who: NonNullable<CheckInDoor['who']>; rapatId: string }) {
  const words = useAllWords()
  return who.isMarked ? (
    <>
      <Notice tone="success" icon={CircleCheckBig} role="status">
        {who.arrivedAt === null
          ? words.t('hadir.door.done.plain')
          : words.t('hadir.door.done', { time: `${words.time(who.arrivedAt)} ${words.zone}` })}
      </Notice>
      <a href={`/rapat/${rapatId}`} className={buttonClass('secondary')}>
        {words.t('hadir.door.open')}
      </a>
    </>
  ) : (
    <Form method="post" className="grid gap-3">
      <input type="hidden" name="maksud" value="hadir" />
      <p className="text-sm">
        {words.t('hadir.door.you', { name: who.name })}
        {who.note && <span className="block text-ink-2">{who.note}</span>}
      </p>
      <Button type="submit" className="w-full">
        <UserRoundCheck aria-hidden />
        {words.t('hadir.door.submit')}
      </Button>
    </Form>
  )
}

function Unknown({ rapatId, isSignedIn, answer }: Omit<CheckInPageProps, 'door'>) {
  const words = useAllWords()
  return (
    <>
      {!isSignedIn && (
        <a href={`/masuk?ke=/hadir/${rapatId}`} className={buttonClass('primary')}>
          {words.t('hadir.door.sign-in')}
        </a>
      )}
      <Form method="post" noValidate className="grid gap-4 border-t border-line pt-4">
        <div>
          <h2 className="text-base">{words.t('hadir.door.form')}</h2>
          <p className="text-sm text-ink-2">{words.t('hadir.door.form.help')}</p>
        </div>
        <FieldErrors errors={answer?.errors}>
          <SomebodyFields values={answer?.typed ?? NOBODY} />
        </FieldErrors>
        <Button type="submit" kind={isSignedIn ? 'primary' : 'secondary'} className="w-full">
          {words.t('hadir.door.form.submit')}
        </Button>
      </Form>
    </>
  )
}

/** What the code on the wall opens. */
export function CheckInPage({ rapatId, door, isSignedIn, answer }: CheckInPageProps) {
  const words = useAllWords()
  const [params] = useSearchParams()
  const isWaiting = params.get('hasil') === 'tunggu' && answer === null
  if (door.state === 'stale' && !isWaiting)
    return (
      <Door title={words.t('hadir.door.stale')}>
        <p className="text-sm">{words.t('hadir.door.stale.help')}</p>
      </Door>
    )
  return (
    <Door title={words.t('hadir.door.title')}>
      {door.rapat && <Facts rapat={door.rapat} />}
      {isWaiting ? (
        <Notice tone="info" icon={Hourglass} role="status">
          {words.t('hadir.door.waiting')}
        </Notice>
      ) : door.state === 'closed' ? (
        <p className="text-sm">{words.t('hadir.door.closed')}</p>
      ) : door.who ? (
        <Known who={door.who} rapatId={rapatId} />
      ) : (
        <Unknown rapatId={rapatId} isSignedIn={isSignedIn} answer={answer} />
      )}
    </Door>
  )
}
