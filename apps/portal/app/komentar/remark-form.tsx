import type { Pointed } from '@mufakat/doc-model'
import { Button, Choice, describe, Field, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Send } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { MentionPicker } from './mention-picker'
import { Quoted } from './quoted'
import type { RemarkAnswer } from './remark-card'

/** What somebody has typed so far; the page keeps it when the form is closed. */
export interface TypedRemark {
  readonly kind: 'komentar' | 'usulan'
  readonly body: string
  readonly proposal: string
}

interface RemarkFormProps {
  readonly action: string
  readonly place: Pointed
  readonly typed: TypedRemark
  /** Names that can be told, for who knows some. */
  readonly names: readonly string[]
  readonly onTyped?: (typed: TypedRemark) => void
  readonly onSaved?: () => void
  /** Of a form that left the page. */
  readonly answer?: RemarkAnswer | undefined
}

/** A remark on some words, or other words for them. Works without script: both are asked for then. */
export function RemarkForm({ action, place, typed, names, onTyped, onSaved, answer }: RemarkFormProps) {
  const words = useAllWords()
  const fetcher = useFetcher<RemarkAnswer>()
  const saved = fetcher.state === 'idle' && fetcher.data?.errors === null
  useEffect(() => {
    if (saved) onSaved?.()
  }, [saved, onSaved])
  const errors = fetcher.data?.errors ?? answer?.errors
  const tell = (form: HTMLFormElement) => {
    const data = new FormData(form)
    onTyped?.({
      kind: data.get('kind') === 'usulan' ? 'usulan' : 'komentar',
      body: String(data.get('body') ?? ''),
      proposal: String(data.get('proposal') ?? ''),
    })
  }
  return (
    <fetcher.Form
      method="post"
      action={action}
      noValidate
      className="group grid gap-4 p-5"
      onChange={event => tell(event.currentTarget)}
    >
      <input type="hidden" name="maksud" value="baru" />
      {(['root', 'lineId', 'from', 'to', 'quote'] as const).map(name => (
        <input key={name} type="hidden" name={name} value={place[name]} />
      ))}
      <div className="grid gap-1.5">
        <p className="text-sm font-semibold">{words.t('komentar.form.about')}</p>
        <Quoted quote={place.quote} />
      </div>
      <FieldErrors errors={errors?.form === 'conflict' ? { ...errors, form: null } : errors}>
        {errors?.form === 'conflict' && (
          <p role="alert" className="text-sm font-medium text-danger-ink">
            {words.t('komentar.form.conflict')}
          </p>
        )}
        <Fields typed={typed} names={names} maySuggest={place.quote !== ''} />
        <NikConfirm />
      </FieldErrors>
      <Button type="submit" busy={fetcher.state !== 'idle'} className="w-fit">
        <Send aria-hidden />
        {words.t('komentar.form.submit')}
      </Button>
    </fetcher.Form>
  )
}

function Fields({
  typed,
  names,
  maySuggest,
}: {
  typed: TypedRemark
  names: readonly string[]
  maySuggest: boolean
}) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const body = useRef<HTMLTextAreaElement>(null)
  const error = errorOf('body', 'place.quote')
  const wrong = errorOf('proposal')
  return (
    <>
      {maySuggest && (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="mb-1 text-sm font-semibold">{words.t('komentar.form.kind')}</legend>
          {(['komentar', 'usulan'] as const).map(kind => (
            <Choice
              key={kind}
              type="radio"
              name="kind"
              value={kind}
              label={words.t(`komentar.kind.${kind}`)}
              defaultChecked={typed.kind === kind}
            />
          ))}
        </fieldset>
      )}
      {maySuggest ? (
        <Field
          id="komentar-usulan"
          label={words.t('komentar.form.proposal')}
          error={wrong}
          className="hidden group-has-[[value=usulan]:checked]:grid"
        >
          <Textarea
            name="proposal"
            rows={3}
            maxLength={4_000}
            defaultValue={typed.proposal}
            {...describe('komentar-usulan', { error: wrong })}
          />
        </Field>
      ) : (
        <input type="hidden" name="kind" value="komentar" />
      )}
      <Field id="komentar-isi" label={words.t('komentar.form.body')} error={error}>
        <Textarea
          ref={body}
          name="body"
          rows={4}
          maxLength={4_000}
          defaultValue={typed.body}
          {...describe('komentar-isi', { error })}
        />
      </Field>
      {names.length > 0 && (
        <MentionPicker
          id="komentar-sebut"
          area={body}
          names={names}
          words={{
            label: words.t('komentar.form.mention'),
            hint: words.t('komentar.form.mention.hint'),
            none: words.t('komentar.form.mention.none'),
            insert: words.t('komentar.form.mention.insert'),
          }}
        />
      )}
    </>
  )
}
