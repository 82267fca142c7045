import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** When enough of the invited OPD are there. */
export function AttendanceFields({ value }: { value: SettingValue<'attendance'> }) {
  const words = useAllWords()
  return (
    <TextField
      name="quorumPercent"
      label={words.t('hadir.setting.quorum')}
      help={words.t('hadir.setting.quorum.help')}
      inputMode="numeric"
      maxLength={2}
      required
      defaultValue={Number.isNaN(value.quorumPercent) ? '' : value.quorumPercent}
    />
  )
}
