import type { RsvpLine, RsvpView } from '@mufakat/services'
import { Badge, Button, Card, CardHead, type Tone } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleCheckBig, CircleDashed, CircleMinus, type LucideIcon, UserRoundCheck } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { RsvpFields } from '~/undangan/rsvp-fields'
import type { TypedRsvp } from '~/undangan/rsvp-form.server'

const LOOK: Record<'hadir' | 'diwakilkan' | 'izin' | 'none', readonly [Tone, LucideIcon]> = {
  hadir: ['success', CircleCheckBig],
  diwakilkan: ['info', UserRoundCheck],
  izin: ['warn', CircleMinus],
  none: ['neutral', CircleDashed],
}

function Line({
  line,
  isOpen,
  refused,
}: {
  line: RsvpLine
  isOpen: boolean
  refused: { typed: TypedRsvp; errors: FormErrors } | null
}) {
  const words = useAllWords()
  const answer = line.answer ?? 'none'
  const [tone, icon] = LOOK[answer]
  const values = refused?.typed ?? {
    key: line.key,
    answer: line.answer ?? ('' as const),
    deputyId: line.deputy?.id ?? '',
    deputyName: line.deputy?.id ? '' : (line.deputy?.name ?? ''),
    deputyJabatan: line.deputy?.id ? '' : (line.deputy?.jabatan ?? ''),
    reason: line.reason,
  }
  return (
    <div className="grid gap-4 p-4 sm:p-5 [&+&]:border-t [&+&]:border-line">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {line.opd ? words.t('rsvp.for', { name: line.opd.name }) : words.t('rsvp.self')}
        </p>
        <Badge tone={tone} icon={icon}>
          {words.t(`rsvp.${answer}`)}
          {answer === 'diwakilkan' && line.deputy && ` ${words.t('rsvp.by', { name: line.deputy.name })}`}
        </Badge>
      </div>
      {isOpen && (
        <Form method="post" noValidate className="grid gap-4">
          <input type="hidden" name="maksud" value="jawab" />
          <input type="hidden" name="key" value={line.key} />
          <input type="hidden" name="revision" value={line.revision} />
          <FieldErrors errors={refused?.errors}>
            <RsvpFields of={line.key} values={values} candidates={line.candidates} />
          </FieldErrors>
          <Button type="submit" className="w-full sm:w-fit">
            {words.t('rsvp.submit')}
          </Button>
        </Form>
      )}
    </div>
  )
}

/** The answer of who is invited: for their OPD, and for themselves. */
export function RsvpCard({
  rsvp,
  refused,
}: {
  rsvp: RsvpView
  refused: { typed: TypedRsvp; errors: FormErrors } | null
}) {
  const words = useAllWords()
  if (rsvp.own.length === 0) return null
  return (
    <Card as="section" aria-labelledby="jawaban" className="screen-only">
      <CardHead id="jawaban" level={3} title={words.t('rsvp.title')} />
      {rsvp.own.map(line => (
        <Line
          key={line.key}
          line={line}
          isOpen={rsvp.isOpen}
          refused={refused?.typed.key === line.key ? refused : null}
        />
      ))}
      {!rsvp.isOpen && <p className="px-4 pb-4 text-sm text-ink-2 sm:px-5">{words.t('rsvp.closed')}</p>}
    </Card>
  )
}
