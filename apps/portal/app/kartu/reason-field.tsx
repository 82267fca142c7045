import { describe, Field, Textarea } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { useEditing } from './edit-form'

/** Why: what is kept beside a tenggat or an owner that is given anew. */
export function ReasonField({ isRequired }: { isRequired: boolean }) {
  const words = useAllWords()
  const editing = useEditing()
  const error = useFieldErrors()('reason')
  const id = `${editing.id}-reason`
  return (
    <Field id={id} label={words.t('kartu.reason')} error={error}>
      <Textarea
        {...describe(id, { error })}
        name="reason"
        rows={3}
        maxLength={1_000}
        required={isRequired}
        defaultValue={editing.typed?.reason ?? ''}
      />
    </Field>
  )
}
