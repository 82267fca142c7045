import { describe, Field, Input } from '@mufakat/ui'
import type { InputHTMLAttributes } from 'react'
import { useFieldErrors } from '~/frame/field-errors'

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly help?: string
}

/** A line of text with its label, and the error of its name beside it. */
export function TextField({ name, id = name, label, hint, help, className, ...rest }: TextFieldProps) {
  const error = useFieldErrors()(name)
  return (
    <Field id={id} label={label} hint={hint} help={help} error={error} className={className}>
      <Input {...describe(id, { error, help })} name={name} {...rest} />
    </Field>
  )
}
