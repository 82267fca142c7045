import { TextField } from '~/admin/text-field'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { TypedSomebody } from './somebody-form.server'

/** Who came without an account. */
export function SomebodyFields({ values }: { values: TypedSomebody }) {
  const words = useAllWords()
  const line = (name: 'name' | 'nip' | 'jabatan' | 'agency' | 'phone') => ({
    name,
    label: words.t(`hadir.field.${name}`),
    defaultValue: values[name],
  })
  const optional = { hint: words.t('rsvp.optional') }
  return (
    <>
      <TextField {...line('name')} required maxLength={120} autoComplete="name" />
      <TextField {...line('agency')} required maxLength={120} autoComplete="organization" />
      <TextField {...line('jabatan')} {...optional} maxLength={200} autoComplete="organization-title" />
      <TextField {...line('nip')} {...optional} inputMode="numeric" maxLength={30} autoComplete="off" />
      <TextField
        {...line('phone')}
        {...optional}
        type="tel"
        maxLength={30}
        autoComplete="tel"
        help={words.t('hadir.field.phone.help')}
      />
      <NikConfirm />
    </>
  )
}
