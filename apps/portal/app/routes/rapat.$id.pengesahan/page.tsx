import type { NotulaContent } from '@mufakat/doc-model'
import type { NotulaFigures, ReviewView, SignedCopies } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, Notice } from '@mufakat/ui'
import { Form, useLocation } from '@remix-run/react'
import { CircleCheck, SendHorizontal, TriangleAlert, Undo } from 'lucide-react'
import { useRef } from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { NotulaView } from '~/notula/notula-view'
import { useFigureTexts } from '~/notula/use-figures'
import { Approvals } from '~/pengesahan/approvals'
import { Changed } from '~/pengesahan/changed'
import { codeText, shortHash } from '~/pengesahan/code'
import { ApproveForm, Carried, ReturnForm } from '~/pengesahan/decision-forms'
import { useReviewLine } from '~/pengesahan/use-review-line'
import { useRapat } from '~/rapat/rapat-context'
import { NotulaBadge } from '~/rapat/status'
import type { FormErrors } from '~/request/guard.server'
import type { UploadRefused } from '~/tte/refused'
import { SignedCopiesCard } from '~/tte/signed-copies'

export interface PengesahanPageProps {
  /** Who is here; null: nobody in the room. */
  readonly personId: string | null
  /** Of how far the review was when the page was loaded. */
  readonly mark: string
  readonly review: ReviewView
  readonly content: NotulaContent
  readonly figures: NotulaFigures
  readonly opd: readonly { id: string; shortName: string }[]
  readonly copies: SignedCopies
  /** A signed copy that was just not taken. */
  readonly refused: UploadRefused | null
  readonly done: string
  readonly answer: { readonly what: string; readonly errors: FormErrors; readonly note: string } | undefined
}

function Checklist({ review }: { review: ReviewView }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="periksa">
      <CardHead id="periksa" title={words.t('sahkan.checks')} level={3} />
      <div className="grid gap-3 p-4 sm:px-5">
        {review.warnings.length === 0 ? (
          <Notice tone="success" icon={CircleCheck}>
            {words.t('sahkan.checks.none')}
          </Notice>
        ) : (
          <>
            <ul className="grid gap-2">
              {review.warnings.map(({ check, count }) => (
                <li key={check} className="flex items-start gap-2.5 text-sm">
                  <TriangleAlert aria-hidden className="mt-0.5 size-4.5 flex-none text-warn-ink" />
                  {words.lookup(`sahkan.check.${check}`, check, { n: count })}
                </li>
              ))}
            </ul>
            <p className="text-xs text-ink-2">{words.t('sahkan.checks.help')}</p>
          </>
        )}
      </div>
    </Card>
  )
}

/** What of the rapat hinders: it belongs to no field of this form. */
function Hindrance() {
  const error = useFieldErrors()('chairId', 'notulisId', 'status')
  if (!error) return null
  return (
    <Notice tone="danger" icon={TriangleAlert}>
      {error}
    </Notice>
  )
}

/** A form of one button, with what it leads to. */
function OneButton({ maksud, text }: { maksud: 'ajukan' | 'tarik'; text: 'submit' | 'withdraw' }) {
  const words = useAllWords()
  return (
    <Form method="post" className="grid gap-3">
      <Carried values={{ maksud }} />
      <p className="text-sm text-ink-2">{words.t(`sahkan.${text}.help`)}</p>
      <Button type="submit" kind={maksud === 'ajukan' ? 'primary' : 'secondary'} className="w-fit">
        {maksud === 'ajukan' ? <SendHorizontal aria-hidden /> : <Undo aria-hidden />}
        {words.t(`sahkan.${text}`)}
      </Button>
    </Form>
  )
}

function Decide({ review, answer }: Pick<PengesahanPageProps, 'review' | 'answer'>) {
  const words = useAllWords()
  const { allowed, approving } = review
  const errorsOf = (what: string) => (answer?.what === what ? answer.errors : null)
  return (
    <>
      {allowed.submit && (
        <Card className="grid gap-3 p-4 sm:p-5">
          <FieldErrors errors={errorsOf('ajukan')}>
            <Hindrance />
            <OneButton maksud="ajukan" text="submit" />
          </FieldErrors>
        </Card>
      )}
      {allowed.approveAs && approving && (
        <Card as="section" aria-labelledby="sahkan">
          <CardHead
            id="sahkan"
            level={3}
            title={words.t('sahkan.approve.title', {
              role: words.t(`sahkan.panel.role.${allowed.approveAs}`),
            })}
          />
          <div className="grid gap-4 p-4 sm:p-5">
            <FieldErrors errors={errorsOf('sahkan')}>
              <Hindrance />
              <ApproveForm
                carried={{
                  headSeq: approving.headSeq,
                  contentHash: approving.contentHash,
                  partsHash: approving.partsHash,
                }}
                sure="sahkan.approve.sure"
                label={words.t('sahkan.approve')}
              >
                <p className="text-sm">
                  {words.t('sahkan.approve.what', {
                    at: words.dateTime(approving.at),
                    seq: approving.headSeq,
                    hash: shortHash(approving.contentHash),
                  })}
                </p>
                <p className="text-sm text-ink-2">{words.t('sahkan.approve.help')}</p>
              </ApproveForm>
            </FieldErrors>
          </div>
        </Card>
      )}
      {allowed.sendBack && (
        <Card as="section" aria-labelledby="kembalikan">
          <CardHead id="kembalikan" level={3} title={words.t('sahkan.return.title')} />
          <div className="p-4 sm:p-5">
            <FieldErrors errors={errorsOf('kembalikan')}>
              <ReturnForm
                label={words.t('sahkan.return')}
                help={words.t('sahkan.return.note.help')}
                note={answer?.note ?? ''}
              />
            </FieldErrors>
          </div>
        </Card>
      )}
      {allowed.withdraw && (
        <Card className="p-4 sm:p-5">
          <OneButton maksud="tarik" text="withdraw" />
        </Card>
      )}
    </>
  )
}

function Sealed({ review, base }: { review: ReviewView; base: string }) {
  const words = useAllWords()
  const { record } = review
  if (record === null) return null
  return (
    <Card as="section" aria-labelledby="catatan">
      <CardHead id="catatan" level={3} title={words.t('sahkan.record')} />
      <div className="grid gap-3 p-4 sm:p-5">
        <p className="font-mono text-lg font-semibold">{codeText(record.code)}</p>
        <p className="font-mono text-xs break-all">{record.hash}</p>
        <p className="text-sm text-ink-2">{words.t('sahkan.record.help')}</p>
        <div className="screen-only flex flex-wrap gap-2">
          <a href={`/periksa/${record.code}`} className={buttonClass('secondary')}>
            {words.t('sahkan.panel.check')}
          </a>
          <a href={`${base}/koreksi`} className={buttonClass('secondary')}>
            {words.t('sahkan.panel.koreksi')}
          </a>
          <a href={`${base}/kertas`} className={buttonClass('secondary')}>
            {words.t('kertas.link.notula')}
          </a>
        </div>
      </div>
    </Card>
  )
}

function Way({ review }: { review: ReviewView }) {
  const words = useAllWords()
  if (review.reviews.length === 0) return null
  return (
    <Card as="section" aria-labelledby="perjalanan">
      <CardHead id="perjalanan" level={3} title={words.t('sahkan.history')} />
      <ul className="divide-y divide-line">
        {review.reviews.map(({ id, kind, name, at, note }) => (
          <li key={id} className="px-4 py-3 text-sm sm:px-5">
            <p className="font-medium">{words.t(`sahkan.history.${kind}`, { name })}</p>
            <p className="text-xs text-ink-2">
              <time dateTime={at.toISOString()}>{words.dateTime(at)}</time>
            </p>
            {note && <p className="mt-1">“{note}”</p>}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Whether what would be approved is something else than when the page was opened, or reloaded by hand. */
function useMoved(approving: ReviewView['approving'], isAnswered: boolean): boolean {
  const { key } = useLocation()
  const seen = useRef({ key, approving })
  // A form that came back shows what it was sent with.
  if (seen.current.key !== key && !isAnswered) seen.current = { key, approving }
  const before = seen.current.approving
  if (before === null || approving === null) return false
  return (['headSeq', 'contentHash', 'partsHash'] as const).some(part => before[part] !== approving[part])
}

export function PengesahanPage(props: PengesahanPageProps) {
  const { review, content, opd, copies, refused, done, answer } = props
  const words = useAllWords()
  const figures = useFigureTexts(props.figures.figures)
  useReviewLine(props)
  // What there is now was not on screen: nobody decides about it before they have looked.
  const isUnseen = useMoved(review.approving, answer !== undefined) || answer?.errors.form === 'conflict'
  const rapat = useRapat()
  const base = `/rapat/${rapat.id}`
  const said = words.lookup(`sahkan.done.${done}`, '')
  const isReviewed = rapat.notulaState !== 'disahkan'
  return (
    <div className="grid max-w-3xl gap-5">
      <h2 className="sr-only">{words.t('sahkan.title')}</h2>
      {said !== '' && (
        <Notice tone="success" icon={CircleCheck} role="status" className="screen-only">
          {said}
        </Notice>
      )}
      {isUnseen && <Changed text="sahkan.changed" to={`${base}/pengesahan`} />}
      <Card as="section" aria-labelledby="keadaan">
        <CardHead
          id="keadaan"
          level={3}
          title={words.t('sahkan.state')}
          end={<NotulaBadge state={rapat.notulaState} />}
        />
        <Approvals
          offices={[
            { role: 'pimpinan', name: review.chair?.name ?? null },
            { role: 'notulis', name: review.notulis?.name ?? null },
          ]}
          approvals={review.approvals}
        />
      </Card>
      <Sealed review={review} base={base} />
      <SignedCopiesCard copies={copies} refused={refused} rapatId={rapat.id} />
      {isReviewed && <Checklist review={review} />}
      {isReviewed && (
        <details className="rounded-lg border border-line bg-surface">
          <summary className="min-h-11 cursor-pointer px-4 py-2.5 font-semibold sm:px-5">
            {words.t('sahkan.text.show')}
          </summary>
          <div className="border-t border-line p-4 sm:p-5">
            <NotulaView {...{ content, opd, figures }} />
          </div>
        </details>
      )}
      {!isUnseen && <Decide review={review} answer={answer} />}
      <Way review={review} />
    </div>
  )
}
