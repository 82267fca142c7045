import { Button, Card, CardHead, describe, Field, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Send } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useFieldErrors } from '~/frame/field-errors'
import { useHydrated } from '~/frame/hydrated'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { MentionPicker } from '~/komentar/mention-picker'
import { DeedErrors } from '../bukti/deed-errors'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { KomentarSectionProps } from '../part-props'
import { CommentItem } from './comment-item'

function Fields({ names, typed }: { names: readonly string[]; typed: string | undefined }) {
  const words = useAllWords()
  const error = useFieldErrors()('body')
  const isHydrated = useHydrated()
  const body = useRef<HTMLTextAreaElement>(null)
  return (
    <>
      <Field id="diskusi-isi" label={words.t('diskusi.body')} error={error}>
        <Textarea
          ref={body}
          {...describe('diskusi-isi', { error })}
          name="body"
          rows={3}
          required
          maxLength={4_000}
          defaultValue={typed}
        />
      </Field>
      {isHydrated && names.length > 0 && (
        <MentionPicker
          id="diskusi-sebut"
          area={body}
          names={names}
          words={{
            label: words.t('diskusi.mention'),
            hint: words.t('diskusi.mention.hint'),
            none: words.t('diskusi.mention.none'),
            insert: words.t('diskusi.mention.insert'),
          }}
        />
      )}
      <NikConfirm />
    </>
  )
}

function CommentForm({ cardId, part, commandId, answer }: KomentarSectionProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const form = useRef<HTMLFormElement>(null)
  const done = doneOf(fetcher.data)
  const told = answerTo(fetcher.data, answer, { maksud: 'tulis' })
  useEffect(() => {
    if (done !== null) form.current?.reset()
  }, [done])
  return (
    <fetcher.Form
      ref={form}
      method="post"
      action={`/tindak-lanjut/${cardId}/komentar`}
      noValidate
      className="screen-only grid gap-3"
    >
      <input type="hidden" name="maksud" value="tulis" />
      <CommandId base={commandId} done={done} />
      <DeedErrors answer={told}>
        <Fields names={part.names} typed={told?.errors ? told.typed.body : undefined} />
      </DeedErrors>
      <Button type="submit" busy={fetcher.state !== 'idle'} className="w-fit">
        <Send aria-hidden />
        {words.t('diskusi.submit')}
      </Button>
    </fetcher.Form>
  )
}

/** Comments on a card: what is open, what was settled folded away, and a new one. */
export function KomentarSection(props: KomentarSectionProps) {
  const words = useAllWords()
  const { part } = props
  const open = part.comments.filter(({ settled }) => settled === null)
  const settled = part.comments.filter(one => one.settled !== null)
  const items = (list: typeof part.comments) => (
    <ol className="divide-y divide-line">
      {list.map(comment => (
        <CommentItem key={comment.id} comment={comment} {...props} />
      ))}
    </ol>
  )
  return (
    <Card as="section" id="komentar" aria-labelledby="diskusi-judul" className="scroll-mt-20">
      <CardHead
        id="diskusi-judul"
        title={words.t('diskusi.title')}
        end={
          part.openCount > 0 && (
            <span className="text-sm text-ink-2">{words.t('diskusi.open', { n: part.openCount })}</span>
          )
        }
      />
      <div className="grid gap-4 px-4 py-4 sm:px-5">
        {settled.length > 0 && (
          <details>
            <summary className="min-h-11 content-center text-sm font-semibold">
              {words.t('diskusi.settled.list', { n: settled.length })}
            </summary>
            <div className="pt-1">{items(settled)}</div>
          </details>
        )}
        {open.length > 0
          ? items(open)
          : settled.length === 0 && <p className="text-sm text-ink-2">{words.t('diskusi.empty')}</p>}
        {part.mayWrite && <CommentForm {...props} />}
      </div>
    </Card>
  )
}
