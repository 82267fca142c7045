import type { Triwulan } from '@mufakat/domain'
import { describe, Field, Input, Select } from '@mufakat/ui'
import { LongTextField } from '~/admin/long-text-field'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** What an indicator means and from which triwulan on, as it is typed. */
export interface TypedDefinition {
  readonly definition: string
  readonly year: string
  readonly quarter: string
}

const QUARTERS = [1, 2, 3, 4] as const
/** For the name of a triwulan alone. */
const ROMAN = ['I', 'II', 'III', 'IV'] as const

export const firstDefinition = ({ year }: Triwulan): TypedDefinition => ({
  definition: '',
  year: String(year),
  quarter: '1',
})

export function DefinitionFields({ values }: { values: TypedDefinition }) {
  const words = useAllWords()
  const since = useFieldErrors()('since', 'since.year', 'since.quarter')
  return (
    <>
      <LongTextField
        name="definition"
        label={words.t('target.field.definition')}
        help={words.t('target.field.definition.help')}
        rows={4}
        required
        maxLength={4_000}
        defaultValue={values.definition}
      />
      <div className="grid gap-5 sm:grid-cols-[12rem_9rem]">
        <Field id="quarter" label={words.t('target.field.since')} error={since}>
          <Select {...describe('quarter', { error: since })} name="quarter" defaultValue={values.quarter}>
            {QUARTERS.map(quarter => (
              <option key={quarter} value={quarter}>
                {words.t('target.quarter', { roman: ROMAN[quarter - 1] ?? '' })}
              </option>
            ))}
          </Select>
        </Field>
        <Field id="year" label={words.t('target.field.year')}>
          <Input id="year" name="year" inputMode="numeric" maxLength={4} defaultValue={values.year} />
        </Field>
      </div>
    </>
  )
}
