import type { SettingValue } from '@mufakat/services'
import { useAllWords } from '~/frame/words'
import { TextField } from './text-field'

/** Whom people ask about their data. */
export function PrivacyFields({ value }: { value: SettingValue<'privacy'> }) {
  const words = useAllWords()
  return (
    <>
      <TextField name="office" label={words.t('admin.pribadi.office')} defaultValue={value.office} />
      <TextField name="email" label={words.t('admin.pribadi.email')} defaultValue={value.email} />
      <TextField name="phone" label={words.t('admin.pribadi.phone')} defaultValue={value.phone} />
    </>
  )
}
