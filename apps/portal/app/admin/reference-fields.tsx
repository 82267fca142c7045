import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { LongTextField } from './long-text-field'

const LISTS = ['legalBases', 'dataSources', 'reportRecipients'] as const

/** Dasar hukum, sources of data and recipients of reports, one a line. */
export function ReferenceFields({ value }: { value: SettingValue<'reference'> }) {
  const words = useAllWords()
  return LISTS.map(name => (
    <LongTextField
      key={name}
      name={name}
      label={words.t(`daerah.${name}`)}
      help={words.t('daerah.per-line')}
      rows={Math.min(10, Math.max(3, value[name].length + 1))}
      maxLength={20_000}
      defaultValue={value[name].join('\n')}
    />
  ))
}
