import type { InvitationView, RsvpView } from '@mufakat/services'
import { Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleAlert, CircleCheckBig } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import { letterText } from '~/undangan/letter-text'
import type { TypedRsvp } from '~/undangan/rsvp-form.server'
import { LetterCard, ShareCard } from './letter-card'
import { RsvpCard } from './rsvp-card'
import { SendCard } from './send-card'

export interface UndanganPageProps {
  view: InvitationView
  rsvp: RsvpView
  baseUrl: string
  answer: { typed: TypedRsvp; errors: FormErrors } | undefined
}

function Done() {
  const words = useAllWords()
  const [params] = useSearchParams()
  const done = params.get('hasil')
  const n = Number(params.get('n') ?? 0)
  const text =
    done === 'kirim'
      ? words.t('undangan.done.kirim', { n })
      : done === 'nihil' || done === 'jawab' || done === 'surat'
        ? words.t(`undangan.done.${done}`)
        : null
  if (text === null) return null
  return (
    <Notice tone="success" icon={CircleCheckBig} role="status" className="screen-only">
      {text}
    </Notice>
  )
}

/** The invitation for everybody who is invited, and its sending for who organises. */
export function UndanganPage({ view, rsvp, baseUrl, answer }: UndanganPageProps) {
  const words = useAllWords()
  const { status } = useRapat()
  const { rapat } = view
  const text = letterText(view, words, `${baseUrl}/rapat/${rapat.id}/undangan`)
  const isHeld = rapat.date !== null && status !== 'draf' && status !== 'ditunda' && status !== 'dibatalkan'
  const isOfForm = answer !== undefined && rsvp.own.some(line => line.key === answer.typed.key)
  return (
    <div className="grid gap-5">
      <h2 className="sr-only">{words.t('undangan.title')}</h2>
      {answer === undefined && <Done />}
      {answer?.errors.form && !isOfForm && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${answer.errors.form}`)}
        </Notice>
      )}
      <SendCard view={view} status={status} />
      <RsvpCard rsvp={rsvp} refused={answer ?? null} />
      <ShareCard
        text={text}
        calendarPath={isHeld ? `/rapat/${rapat.id}/kalender` : null}
        paperPath={`/rapat/${rapat.id}/kertas#undangan`}
      />
      <LetterCard view={view} />
    </div>
  )
}
