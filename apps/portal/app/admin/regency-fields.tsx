import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** Name, code and province of the regency. */
export function RegencyFields({ value }: { value: SettingValue<'regency'> }) {
  const words = useAllWords()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="name"
        label={words.t('daerah.name')}
        help={words.t('daerah.name.help')}
        className="sm:col-span-2"
        required
        maxLength={120}
        defaultValue={value.name}
      />
      <TextField
        name="code"
        label={words.t('daerah.code')}
        help={words.t('daerah.code.help')}
        hint={words.t('siapkan.optional')}
        inputMode="decimal"
        maxLength={5}
        defaultValue={value.code}
      />
      <TextField
        name="province"
        label={words.t('daerah.province')}
        hint={words.t('siapkan.optional')}
        maxLength={120}
        defaultValue={value.province}
      />
    </div>
  )
}
