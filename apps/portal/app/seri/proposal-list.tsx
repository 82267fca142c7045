import type { ProposalView, SeriesDetail } from '@mufakat/services'
import { Button, buttonClass, Field, Select } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { ChevronDown } from 'lucide-react'
import { LongTextField } from '~/admin/long-text-field'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { ProposalBadge } from './proposal-state'

/** A form that came back, and whose it is. */
export interface RefusedDecision {
  readonly id: string
  readonly note: string
  readonly errors: FormErrors
}

interface DecideProps {
  proposal: ProposalView
  refused: RefusedDecision | null
  coming: SeriesDetail['coming']
}

/** Into which rapat a topic goes, where one is open already. */
function IntoField({ id, coming }: { id: string; coming: NonNullable<SeriesDetail['coming']> }) {
  const words = useAllWords()
  const name = coming.date ? words.date(coming.date, 'short') : words.triwulan(coming.triwulan)
  return (
    <Field id={id} label={words.t('usulan.into')} labelHidden className="w-64 max-w-full">
      <Select id={id} name="rapat" defaultValue={coming.id}>
        <option value={coming.id}>{words.t('usulan.into.rapat', { name })}</option>
        <option value="">{words.t('usulan.into.next')}</option>
      </Select>
    </Field>
  )
}

function Decide({ proposal, refused, coming }: DecideProps) {
  const words = useAllWords()
  const { id, title } = proposal
  return (
    <div className="screen-only flex flex-wrap items-start gap-2">
      <Form method="post" className="flex flex-wrap items-center gap-2">
        <input type="hidden" name="id" value={id} />
        {coming && <IntoField id={`masuk-${id}`} coming={coming} />}
        <Button
          type="submit"
          size="sm"
          name="maksud"
          value="terima"
          aria-label={words.t('usulan.accept.of', { title })}
        >
          {words.t('usulan.accept')}
        </Button>
      </Form>
      <details open={refused !== null} className="group min-w-0 flex-1">
        <summary className={buttonClass('quiet', 'sm')} aria-label={words.t('usulan.return.of', { title })}>
          {words.t('usulan.return')}
          <ChevronDown aria-hidden className="transition-transform group-open:rotate-180" />
        </summary>
        <Form method="post" className="mt-2 grid max-w-xl gap-3" noValidate>
          <input type="hidden" name="id" value={id} />
          <FieldErrors errors={refused?.errors}>
            <LongTextField
              id={`alasan-${id}`}
              name="note"
              label={words.t('usulan.field.note')}
              rows={3}
              maxLength={1_000}
              defaultValue={refused?.note ?? ''}
            />
            <NikConfirm />
          </FieldErrors>
          <Button type="submit" kind="secondary" size="sm" name="maksud" value="kembalikan" className="w-fit">
            {words.t('usulan.return')}
          </Button>
        </Form>
      </details>
    </div>
  )
}

/** What became of it, where something did. */
function Outcome({ proposal }: { proposal: ProposalView }) {
  const words = useAllWords()
  const { rapat, note, state } = proposal
  if (state === 'returned' && note !== null)
    return <p className="text-sm whitespace-pre-wrap">{words.t('usulan.note', { note })}</p>
  if (state !== 'accepted') return null
  return (
    <p className="text-sm text-ink-2">
      {rapat === null ? (
        words.t('usulan.waits')
      ) : (
        <Link to={`/rapat/${rapat.id}#item-${rapat.itemId}`}>
          {words.t('usulan.on', { rapat: rapat.title })}
        </Link>
      )}
    </p>
  )
}

/** Proposed topics with what became of them, and what this person may do about each. */
export function ProposalList({
  proposals,
  decides = false,
  refused = null,
  coming = null,
  withSeries = false,
}: {
  proposals: readonly ProposalView[]
  decides?: boolean
  refused?: RefusedDecision | null
  coming?: SeriesDetail['coming']
  withSeries?: boolean
}) {
  const words = useAllWords()
  return (
    <ul className="divide-y divide-line">
      {proposals.map(one => (
        <li key={one.id} className="keep-together grid gap-2 px-4 py-4 sm:px-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h3 className="min-w-0 font-semibold break-words">{one.title}</h3>
            <ProposalBadge state={one.state} word={words.t(`usulan.state.${one.state}`)} />
          </div>
          <p className="max-w-prose whitespace-pre-wrap">{one.reason}</p>
          <p className="text-sm text-ink-2">
            {words.t('usulan.by', {
              opd: one.opd.shortName,
              name: one.proposedBy,
              at: words.date(one.proposedAt, 'short'),
            })}
            {one.minutes !== null && ` · ${words.t('usulan.minutes', { n: one.minutes })}`}
            {withSeries && ` · ${one.seriesName}`}
          </p>
          <Outcome proposal={one} />
          {decides && one.state === 'open' && (
            <Decide proposal={one} refused={refused?.id === one.id ? refused : null} coming={coming} />
          )}
          {one.mayWithdraw && (
            <Form method="post" className="screen-only">
              <input type="hidden" name="id" value={one.id} />
              <Button
                type="submit"
                kind="quiet"
                size="sm"
                name="maksud"
                value="tarik"
                className="-ml-3"
                aria-label={words.t('usulan.withdraw.of', { title: one.title })}
              >
                {words.t('usulan.withdraw')}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
