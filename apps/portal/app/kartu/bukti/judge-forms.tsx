import type { EvidenceView } from '@mufakat/services'
import { Button, describe, Field, Textarea } from '@mufakat/ui'
import { useFetcher } from '@remix-run/react'
import { Check, CircleCheckBig, Undo2 } from 'lucide-react'
import { useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import { CommandId } from '../command-id'
import { answerTo, type DeedAnswer, doneOf } from '../deed'
import type { BuktiSectionProps } from '../part-props'
import { DeedErrors } from './deed-errors'

type JudgeProps = BuktiSectionProps & { evidence: EvidenceView }

function Accept({ evidence, cardId, commandId, part, answer }: JudgeProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const told = answerTo(fetcher.data, answer, { maksud: 'terima', about: evidence.id })
  const { title } = evidence
  const isBusy = fetcher.state !== 'idle'
  return (
    <fetcher.Form method="post" action={`/tindak-lanjut/${cardId}/bukti`} className="grid gap-2">
      <input type="hidden" name="maksud" value="terima" />
      <input type="hidden" name="tentang" value={evidence.id} />
      <CommandId base={commandId} done={doneOf(fetcher.data)} />
      <DeedErrors answer={told} />
      <div className="flex flex-wrap gap-2">
        {part.mayFinish && (
          <Button
            type="submit"
            name="selesai"
            value="ya"
            size="sm"
            busy={isBusy}
            aria-label={words.t('bukti.finish.of', { title })}
          >
            <CircleCheckBig aria-hidden />
            {words.t('bukti.finish')}
          </Button>
        )}
        <Button
          type="submit"
          kind="secondary"
          size="sm"
          busy={isBusy}
          aria-label={words.t('bukti.accept.of', { title })}
        >
          <Check aria-hidden />
          {words.t('bukti.accept')}
        </Button>
      </div>
    </fetcher.Form>
  )
}

function NoteField({ id, typed }: { id: string; typed: string | undefined }) {
  const words = useAllWords()
  const error = useFieldErrors()('note')
  return (
    <Field id={id} label={words.t('bukti.return.note')} error={error}>
      <Textarea
        {...describe(id, { error })}
        name="note"
        rows={2}
        required
        maxLength={1_000}
        defaultValue={typed}
        className="min-h-16"
      />
    </Field>
  )
}

function Return({ evidence, cardId, commandId, answer }: JudgeProps) {
  const words = useAllWords()
  const fetcher = useFetcher<DeedAnswer>()
  const told = answerTo(fetcher.data, answer, { maksud: 'kembali', about: evidence.id })
  return (
    <details open={told?.errors ? true : undefined}>
      <summary
        aria-label={words.t('bukti.return.of', { title: evidence.title })}
        className="inline-flex min-h-11 items-center gap-1.5 text-sm font-semibold text-accent-strong pointer-fine:min-h-9"
      >
        <Undo2 aria-hidden className="size-4.5" />
        {words.t('bukti.return')}
      </summary>
      <fetcher.Form
        method="post"
        action={`/tindak-lanjut/${cardId}/bukti`}
        noValidate
        className="grid max-w-xl gap-2 pt-1"
      >
        <input type="hidden" name="maksud" value="kembali" />
        <input type="hidden" name="tentang" value={evidence.id} />
        <CommandId base={commandId} done={doneOf(fetcher.data)} />
        <DeedErrors answer={told}>
          <NoteField id={`catatan-${evidence.id}`} typed={told?.errors ? told.typed.note : undefined} />
          <NikConfirm />
        </DeedErrors>
        <Button
          type="submit"
          kind="secondary"
          size="sm"
          busy={fetcher.state !== 'idle'}
          className="justify-self-start"
        >
          <Undo2 aria-hidden />
          {words.t('bukti.return.submit')}
        </Button>
      </fetcher.Form>
    </details>
  )
}

/** What who verifies may say to a piece of evidence. */
export function JudgeForms(props: JudgeProps) {
  return (
    <div className="screen-only grid gap-1 pt-1">
      <Accept {...props} />
      <Return {...props} />
    </div>
  )
}
