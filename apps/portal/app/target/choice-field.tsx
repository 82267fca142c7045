import { describe, Field, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'

interface ChoiceFieldProps {
  readonly name: string
  readonly label: string
  readonly value: string
  /** Code and name of each. */
  readonly options: readonly (readonly [code: string, name: string])[]
  /** What stands where nothing was chosen; left out: something always is. */
  readonly none?: string
  readonly help?: string
  readonly hint?: string
  readonly className?: string
}

/** One of a closed set, with its label and the error of its name beside it. */
export function ChoiceField({ name, label, value, options, none, help, hint, className }: ChoiceFieldProps) {
  const error = useFieldErrors()(name)
  return (
    <Field id={name} label={label} hint={hint} help={help} error={error} className={className}>
      <Select {...describe(name, { error, help })} name={name} defaultValue={value}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  )
}
