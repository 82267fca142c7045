import type { CardCommentView } from '@mufakat/services'
import { Avatar, Button, describe, Field, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, RotateCcw, Trash2 } from 'lucide-react'
import { useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { Said } from '~/komentar/quoted'
import { DeedErrors } from '../bukti/deed-errors'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { KomentarSectionProps } from '../part-props'

type ItemProps = KomentarSectionProps & { comment: CardCommentView }

/** One press that changes what has become of a comment. */
function Deeds({ comment, cardId, commandId, answer }: ItemProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const { allowed, settled } = comment
  const told = answerTo(fetcher.data, answer, { maksud: 'keadaan', about: comment.id })
  if (!allowed.settle && !allowed.edit) return null
  const isBusy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" action={`/tindak-lanjut/${cardId}/komentar`} className="grid gap-2">
      <input type="hidden" name="maksud" value="keadaan" />
      <input type="hidden" name="tentang" value={comment.id} />
      <CommandId base={commandId} done={doneOf(fetcher.data)} />
      <DeedErrors answer={told} />
      <div className="-ml-3 flex flex-wrap">
        {allowed.settle && (
          <Button
            type="submit"
            name="deed"
            value={settled ? 'buka' : 'selesai'}
            kind="quiet"
            size="sm"
            busy={isBusy}
          >
            {settled ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
            {words.t(settled ? 'diskusi.reopen' : 'diskusi.settle')}
          </Button>
        )}
        {allowed.edit && (
          <Button type="submit" name="deed" value="hapus" kind="quiet" size="sm" busy={isBusy}>
            <Trash2 aria-hidden />
            {words.t('diskusi.remove')}
          </Button>
        )}
      </div>
    </fetcher.Form>
  )
}

function BodyField({ id, text }: { id: string; text: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('body')
  return (
    <Field id={id} label={words.t('diskusi.edit.of')} labelHidden error={error}>
      <Textarea
        {...describe(id, { error })}
        name="body"
        rows={3}
        required
        maxLength={4_000}
        defaultValue={text}
      />
    </Field>
  )
}

function EditForm({ comment, cardId, commandId, answer }: ItemProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const told = answerTo(fetcher.data, answer, { maksud: 'ubah', about: comment.id })
  return (
    // Written anew, it closes by itself.
    <details key={comment.body} open={told?.errors ? true : undefined}>
      <summary className="inline-flex min-h-11 items-center text-sm font-semibold text-accent-strong pointer-fine:min-h-9">
        {words.t('diskusi.edit')}
      </summary>
      <fetcher.Form
        method="post"
        action={`/tindak-lanjut/${cardId}/komentar`}
        noValidate
        className="grid gap-2 pt-1"
      >
        <input type="hidden" name="maksud" value="ubah" />
        <input type="hidden" name="tentang" value={comment.id} />
        <CommandId base={commandId} done={doneOf(fetcher.data)} />
        <DeedErrors answer={told}>
          <BodyField
            id={`ubah-${comment.id}`}
            text={(told?.errors ? told.typed.body : undefined) ?? comment.body}
          />
          <NikConfirm />
        </DeedErrors>
        <Button type="submit" kind="secondary" size="sm" busy={fetcher.state !== 'idle'} className="w-fit">
          {words.t('diskusi.edit.submit')}
        </Button>
      </fetcher.Form>
    </details>
  )
}

/** A comment, and all that may be done with it. Its forms work without script too. */
export function CommentItem(props: ItemProps) {
  const words = useAllWords()
  const { comment } = props
  const { author, at, settled } = comment
  return (
    <li id={`komentar-${comment.id}`} className="flex gap-3 py-3 first:pt-0 last:pb-0">
      <Avatar name={author.name} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="text-sm">
          <span className="font-semibold">{author.name}</span>{' '}
          <time dateTime={new Date(at).toISOString()} className="text-ink-2">
            {words.dateTime(at)}
          </time>
          {comment.isEdited && !comment.isRemoved && (
            <span className="text-ink-2"> · {words.t('diskusi.edited')}</span>
          )}
        </p>
        {comment.isRemoved ? (
          <p className="text-sm text-ink-2 italic">{words.t('diskusi.removed')}</p>
        ) : (
          <Said body={comment.body} mentions={comment.mentions} />
        )}
        {settled && (
          <p className="flex items-center gap-1.5 text-sm text-success-ink">
            <Check aria-hidden className="size-4 flex-none" />
            {words.t('diskusi.settled', { name: settled.by.name, when: words.dateTime(settled.at) })}
          </p>
        )}
        <div className="screen-only flex flex-wrap items-start gap-x-4">
          <Deeds {...props} />
          {comment.allowed.edit && <EditForm {...props} />}
        </div>
      </div>
    </li>
  )
}
