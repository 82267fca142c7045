import type { SettingValue } from '@mufakat/services'
import { describe, Field, Textarea } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

const LISTS = ['legalBases', 'dataSources', 'reportRecipients'] as const

/** Dasar hukum, sources of data and recipients of reports, one a line. */
export function ReferenceFields({ value }: { value: SettingValue<'reference'> }) {
  const words = useAllWords()
  const error = useFieldErrors()
  return LISTS.map(name => {
    const help = words.t('daerah.per-line')
    return (
      <Field key={name} id={name} label={words.t(`daerah.${name}`)} help={help} error={error(name)}>
        <Textarea
          {...describe(name, { error: error(name), help })}
          name={name}
          rows={Math.min(10, Math.max(3, value[name].length + 1))}
          maxLength={20_000}
          defaultValue={value[name].join('\n')}
        />
      </Field>
    )
  })
}
