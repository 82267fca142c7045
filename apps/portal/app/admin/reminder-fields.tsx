import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** After how many days late a tindak lanjut goes on; the schema of the setting holds the same bounds. */
const DAYS = [
  ['headDays', 'admin.kabar.head', 60],
  ['sekretariatDays', 'admin.kabar.sekretariat', 90],
] as const

export function ReminderFields({ value }: { value: SettingValue<'reminders'> }) {
  const words = useAllWords()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {DAYS.map(([name, label, most]) => (
        <TextField
          key={name}
          name={name}
          label={words.t(label)}
          help={words.t('admin.kabar.help', { most })}
          inputMode="numeric"
          maxLength={2}
          required
          defaultValue={Number.isNaN(value[name]) ? '' : value[name]}
        />
      ))}
    </div>
  )
}
