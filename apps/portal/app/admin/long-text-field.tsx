import { describe, Field, Textarea } from '@mufakat/ui'
import type { TextareaHTMLAttributes } from 'react'
import { useFieldErrors } from '~/frame/field-errors'

interface LongTextFieldProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly help?: string
}

/** Lines of text with their label, and the error of their name beside them. */
export function LongTextField({
  name,
  id = name,
  label,
  hint,
  help,
  className,
  ...rest
}: LongTextFieldProps) {
  const error = useFieldErrors()(name)
  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} className={className}>
      <Textarea {...describe(id, { error, help })} name={name} {...rest} />
    </Field>
  )
}
