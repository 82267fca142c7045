import type { RemarkView } from '@mufakat/services'
import { Avatar, Badge, Button, Card, classes, describe, Field, Notice, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, CircleAlert, CircleDot, CornerDownLeft, LocateFixed, RotateCcw, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { Quoted, Said } from './quoted'

export const STATE_LOOKS = {
  terbuka: { tone: 'info', icon: CircleDot },
  selesai: { tone: 'success', icon: Check },
  diterima: { tone: 'success', icon: Check },
  ditolak: { tone: 'danger', icon: X },
  ditarik: { tone: 'neutral', icon: Undo2 },
} as const

/** What the action of the route answers to a form that did not leave the page. */
export interface RemarkAnswer {
  readonly errors: FormErrors | null
}

function When({ name, at }: { name: string; at: Date }) {
  const words = useAllWords()
  return (
    <p className="min-w-0 text-sm">
      <span className="font-semibold">{name}</span>{' '}
      <time dateTime={at.toISOString()} className="text-ink-2">
        {words.dateTime(at)}
      </time>
    </p>
  )
}

function Trouble({ errors }: { errors: FormErrors | null | undefined }) {
  const words = useAllWords()
  if (!errors?.form) return null
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert">
      {words.t(errors.form === 'conflict' ? 'komentar.conflict' : `error.${errors.form}`)}
    </Notice>
  )
}

function ReplyForm({ remark, action }: { remark: RemarkView; action: string }) {
  const words = useAllWords()
  const fetcher = useFetcher<RemarkAnswer>()
  const saved = fetcher.state === 'idle' && fetcher.data?.errors === null
  return (
    <details className="group">
      <summary className="min-h-11 content-center text-sm font-semibold text-accent-strong pointer-fine:min-h-8">
        {words.t('komentar.reply')}
      </summary>
      <fetcher.Form
        method="post"
        action={action}
        noValidate
        // Emptied once what stood in it is saved, and only then.
        key={saved ? remark.replies.length : 'open'}
        className="grid gap-2 pt-1"
      >
        <input type="hidden" name="maksud" value="balas" />
        <input type="hidden" name="komentar" value={remark.id} />
        <FieldErrors errors={fetcher.data?.errors}>
          <ReplyField remark={remark} />
          <NikConfirm />
        </FieldErrors>
        <Button type="submit" kind="secondary" size="sm" busy={fetcher.state !== 'idle'} className="w-fit">
          <CornerDownLeft aria-hidden />
          {words.t('komentar.reply')}
        </Button>
      </fetcher.Form>
    </details>
  )
}

function ReplyField({ remark }: { remark: RemarkView }) {
  const words = useAllWords()
  const error = useFieldErrors()('body')
  const id = `balas-${remark.id}`
  return (
    <Field
      id={id}
      label={words.t('komentar.reply.of', { name: remark.author.name })}
      labelHidden
      error={error}
    >
      <Textarea name="body" rows={2} maxLength={4_000} className="min-h-16" {...describe(id, { error })} />
    </Field>
  )
}

/** One press that changes what has become of a remark. */
function Deeds({ remark, action }: { remark: RemarkView; action: string }) {
  const words = useAllWords()
  const fetcher = useFetcher<RemarkAnswer>()
  const { allowed } = remark
  const deeds = [
    { deed: 'take', icon: Check, may: allowed.take && !remark.hasChanged, main: true },
    { deed: 'decline', icon: X, may: allowed.decline, main: false },
    { deed: 'close', icon: Check, may: allowed.close, main: false },
    { deed: 'reopen', icon: RotateCcw, may: allowed.reopen, main: false },
    { deed: 'withdraw', icon: Undo2, may: allowed.withdraw && !allowed.decline, main: false },
  ] as const
  const offered = deeds.filter(({ may }) => may)
  if (offered.length === 0) return null
  return (
    <fetcher.Form method="post" action={action} className="grid gap-2">
      <input type="hidden" name="komentar" value={remark.id} />
      <Trouble errors={fetcher.data?.errors} />
      <div className="flex flex-wrap gap-2">
        {offered.map(({ deed, icon: Icon, main }) => (
          <Button
            key={deed}
            type="submit"
            name="maksud"
            value={deed}
            kind={main ? 'primary' : 'secondary'}
            size="sm"
            busy={fetcher.state !== 'idle'}
          >
            <Icon aria-hidden />
            {words.t(`komentar.${deed}`)}
          </Button>
        ))}
      </div>
    </fetcher.Form>
  )
}

/** What the suggestion would make of the words, and whether they still stand there. */
function Suggested({ remark }: { remark: RemarkView }) {
  const words = useAllWords()
  if (remark.proposal === null) return null
  return (
    <>
      <div>
        <p className="text-xs font-semibold text-ink-2">{words.t('komentar.instead')}</p>
        <ins className="block rounded-sm bg-success-soft px-2 py-1 text-sm text-success-ink no-underline [overflow-wrap:anywhere]">
          {remark.proposal === '' ? words.t('komentar.nothing') : remark.proposal}
        </ins>
      </div>
      {remark.state === 'terbuka' && remark.hasChanged && (
        <p className="text-sm text-warn-ink">
          {remark.place?.text
            ? words.t('komentar.changed', { text: remark.place.text })
            : words.t('komentar.changed.gone')}
        </p>
      )}
    </>
  )
}

/** A remark with its answers and all that may be done with it. Its forms work without script too. */
export function RemarkCard({
  remark,
  action,
  onShow,
  isShown,
}: {
  remark: RemarkView
  /** Address of the route that takes its forms. */
  action: string
  /** Shows its words in the text; left out where there is no text beside it. */
  onShow?: () => void
  isShown?: boolean
}): ReactNode {
  const words = useAllWords()
  const { tone, icon } = STATE_LOOKS[remark.state]
  return (
    <Card
      as="li"
      id={`komentar-${remark.id}`}
      tabIndex={-1}
      className={classes('grid gap-2.5 p-4', isShown && 'outline-2 outline-accent')}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Badge tone={tone} icon={icon}>
          {words.t(`komentar.kind.${remark.kind}`)} · {words.t(`komentar.state.${remark.state}`)}
        </Badge>
        {onShow && remark.place !== null && remark.state === 'terbuka' && (
          <Button kind="quiet" size="sm" onClick={onShow}>
            <LocateFixed aria-hidden />
            {words.t('komentar.show')}
          </Button>
        )}
      </div>
      <div className="flex items-center gap-2">
        <Avatar name={remark.author.name} />
        <When name={remark.author.name} at={remark.at} />
      </div>
      <p className="text-xs text-ink-2">
        {remark.place === null
          ? words.t('komentar.place.gone')
          : words.t('komentar.place', { item: remark.item || words.t('notula.item.untitled') })}
      </p>
      <Quoted quote={remark.quote} />
      <Suggested remark={remark} />
      {remark.body !== '' && <Said body={remark.body} mentions={remark.mentions} />}
      {remark.replies.length > 0 && (
        <ol className="grid gap-2 border-l border-line pl-3">
          {remark.replies.map(reply => (
            <li key={reply.id}>
              <When name={reply.author.name} at={reply.at} />
              <Said body={reply.body} mentions={reply.mentions} />
            </li>
          ))}
        </ol>
      )}
      {remark.settled && (
        <p className="text-sm text-ink-2">
          {words.t(`komentar.state.${remark.state}`)}{' '}
          {words.t('komentar.by', { name: remark.settled.by.name, when: words.dateTime(remark.settled.at) })}
          {remark.settled.note !== '' && ` · ${remark.settled.note}`}
        </p>
      )}
      <Deeds remark={remark} action={action} />
      {remark.allowed.reply && <ReplyForm remark={remark} action={action} />}
    </Card>
  )
}
