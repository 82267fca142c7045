import { GOLONGAN, pangkatLine, ROLES } from '@mufakat/domain'
import { describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** An account as it is typed. */
export interface TypedAccount {
  readonly name: string
  readonly email: string
  readonly nip: string
  readonly golongan: string
  readonly phone: string
  readonly role: string
}

export const typedAccount = (form: FormData): TypedAccount => {
  const text = (name: keyof TypedAccount) => String(form.get(name) ?? '')
  return {
    name: text('name'),
    email: text('email'),
    nip: text('nip'),
    golongan: text('golongan'),
    phone: text('phone'),
    role: text('role'),
  }
}

/** Who somebody is. */
export function AccountFields({ values }: { values: TypedAccount }) {
  const words = useAllWords()
  const error = useFieldErrors()
  const nameHelp = words.t('pengguna.field.name.help')
  const nipHelp = words.t('pengguna.field.nip.help')
  const phoneHelp = words.t('pengguna.field.phone.help')
  const optional = words.t('pengguna.field.optional')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        id="name"
        label={words.t('pengguna.field.name')}
        help={nameHelp}
        error={error('name')}
        className="sm:col-span-2"
      >
        <Input
          {...describe('name', { error: error('name'), help: nameHelp })}
          name="name"
          required
          maxLength={200}
          autoComplete="off"
          defaultValue={values.name}
        />
      </Field>
      <Field id="email" label={words.t('pengguna.field.email')} hint={optional} error={error('email')}>
        <Input
          {...describe('email', { error: error('email') })}
          name="email"
          type="email"
          maxLength={200}
          autoComplete="off"
          defaultValue={values.email}
        />
      </Field>
      <Field
        id="nip"
        label={words.t('pengguna.field.nip')}
        hint={optional}
        help={nipHelp}
        error={error('nip')}
      >
        <Input
          {...describe('nip', { error: error('nip'), help: nipHelp })}
          name="nip"
          inputMode="numeric"
          maxLength={40}
          autoComplete="off"
          defaultValue={values.nip}
        />
      </Field>
      <Field id="golongan" label={words.t('pengguna.field.golongan')} error={error('golongan')}>
        <Select
          {...describe('golongan', { error: error('golongan') })}
          name="golongan"
          defaultValue={values.golongan}
        >
          <option value="">{words.t('pengguna.field.golongan.none')}</option>
          {GOLONGAN.map(golongan => (
            <option key={golongan} value={golongan}>
              {pangkatLine(golongan)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="phone"
        label={words.t('pengguna.field.phone')}
        hint={optional}
        help={phoneHelp}
        error={error('phone')}
      >
        <Input
          {...describe('phone', { error: error('phone'), help: phoneHelp })}
          name="phone"
          type="tel"
          maxLength={40}
          autoComplete="off"
          defaultValue={values.phone}
        />
      </Field>
      <Field id="role" label={words.t('pengguna.field.role')} error={error('role')}>
        <Select
          {...describe('role', { error: error('role') })}
          name="role"
          defaultValue={values.role || 'staf_opd'}
        >
          {ROLES.map(role => (
            <option key={role} value={role}>
              {words.t(`role.${role}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
