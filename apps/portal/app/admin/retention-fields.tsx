import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** Days of each, with what may be set; the schema of the setting holds the same bounds. */
const DAYS = [
  ['sessionDays', 90, 1_830],
  ['accessDays', 90, 1_830],
  ['mailDays', 30, 730],
  ['linkDays', 30, 730],
  ['exportDays', 1, 30],
] as const

/** How long traces of people's use are kept. */
export function RetentionFields({ value, fileDays }: { value: SettingValue<'retention'>; fileDays: number }) {
  const words = useAllWords()
  return (
    <>
      <p className="text-sm text-ink-2">{words.t('admin.pribadi.never', { n: fileDays })}</p>
      <div className="grid gap-5 sm:grid-cols-2">
        {DAYS.map(([name, least, most]) => (
          <TextField
            key={name}
            name={name}
            label={words.t(`admin.pribadi.${name}`)}
            help={words.t('admin.pribadi.bounds', { least, most })}
            inputMode="numeric"
            maxLength={5}
            defaultValue={Number.isNaN(value[name]) ? '' : String(value[name])}
          />
        ))}
      </div>
    </>
  )
}
