import { Button, Choice, describe, Field, FieldError, Textarea } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { Stamp, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'

/** Hidden values that a form carries. */
export function Carried({ values }: { values: Readonly<Record<string, string | number>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

/** The only "are you sure" of the house: what is sealed cannot be undone. */
export function ApproveForm({
  carried,
  sure,
  label,
  children,
}: {
  carried: Readonly<Record<string, string | number>>
  sure: 'sahkan.approve.sure' | 'koreksi.approve.sure'
  label: string
  children?: ReactNode
}) {
  const words = useAllWords()
  const error = useFieldErrors()('yakin')
  return (
    <Form method="post" className="grid gap-4">
      <Carried values={{ maksud: 'sahkan', ...carried }} />
      {children}
      <div className="grid gap-1">
        <Choice
          name="yakin"
          value="1"
          required
          label={words.t(sure)}
          className="border border-line"
          {...describe('yakin', { error })}
        />
        {error && <FieldError id="yakin-error">{error}</FieldError>}
      </div>
      <Button type="submit" className="w-fit">
        <Stamp aria-hidden />
        {label}
      </Button>
    </Form>
  )
}

/** Sends back, with the note that is required. */
export function ReturnForm({
  carried,
  label,
  help,
  note,
}: {
  carried?: Readonly<Record<string, string>>
  label: string
  help?: string
  /** As it was typed before it was refused. */
  note: string
}) {
  const words = useAllWords()
  const error = useFieldErrors()('note')
  return (
    <Form method="post" className="grid gap-4">
      <Carried values={{ maksud: 'kembalikan', ...carried }} />
      <Field id="note" label={words.t('sahkan.return.note')} help={help} error={error}>
        <Textarea
          name="note"
          required
          maxLength={2_000}
          defaultValue={note}
          {...describe('note', { error, help })}
        />
      </Field>
      <NikConfirm />
      <Button type="submit" kind="secondary" className="w-fit">
        <Undo2 aria-hidden />
        {label}
      </Button>
    </Form>
  )
}
