import { Choice, describe, Field, FieldError, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { TypedMail } from './mail-form.server'
import { TextField } from './text-field'

const TLS = ['starttls', 'tls', 'none'] as const

function Password({ hasPassword }: { hasPassword: boolean }) {
  const words = useAllWords()
  const error = useFieldErrors()('password')
  const help = hasPassword ? words.t('surel.password.kept') : undefined
  return (
    <Field id="password" label={words.t('surel.password')} help={help} error={error}>
      <Input
        {...describe('password', { error, help })}
        type="password"
        name="password"
        autoComplete="new-password"
        maxLength={500}
      />
    </Field>
  )
}

function ServerFields({ value, hasPassword }: { value: TypedMail; hasPassword: boolean }) {
  const words = useAllWords()
  const optional = words.t('siapkan.optional')
  return (
    <div className="hidden gap-5 group-has-[[value=smtp]:checked]/mail:grid">
      <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <TextField
          name="host"
          label={words.t('surel.host')}
          help={words.t('surel.host.help')}
          maxLength={253}
          defaultValue={value.host}
        />
        <TextField
          name="port"
          label={words.t('surel.port')}
          inputMode="numeric"
          maxLength={5}
          defaultValue={value.port}
        />
      </div>
      <Tls value={value.tls} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="user"
          label={words.t('surel.user')}
          hint={optional}
          autoComplete="off"
          maxLength={200}
          defaultValue={value.user}
        />
        <Password hasPassword={hasPassword} />
        <TextField
          name="from"
          type="email"
          label={words.t('surel.from')}
          maxLength={254}
          defaultValue={value.from}
        />
        <TextField
          name="fromName"
          label={words.t('surel.from-name')}
          hint={optional}
          maxLength={120}
          defaultValue={value.fromName}
        />
        <TextField
          name="replyTo"
          type="email"
          label={words.t('surel.reply-to')}
          hint={optional}
          maxLength={254}
          defaultValue={value.replyTo}
        />
      </div>
    </div>
  )
}

function Tls({ value }: { value: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('tls')
  return (
    <Field id="tls" label={words.t('surel.tls')} error={error}>
      <Select {...describe('tls', { error })} name="tls" defaultValue={value} className="max-w-sm">
        {TLS.map(one => (
          <option key={one} value={one}>
            {words.t(`surel.tls.${one}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Where letters go; the fields of a server show where one is chosen, without script. */
export function MailFields({ value, hasPassword }: { value: TypedMail; hasPassword: boolean }) {
  const words = useAllWords()
  const error = useFieldErrors()('transport')
  return (
    <div className="group/mail grid gap-5">
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{words.t('surel.way')}</legend>
        <Choice
          type="radio"
          name="transport"
          value="outbox"
          defaultChecked={value.transport !== 'smtp'}
          label={words.t('surel.outbox')}
          note={words.t('surel.outbox.note')}
          className="-mx-3"
        />
        <Choice
          type="radio"
          name="transport"
          value="smtp"
          defaultChecked={value.transport === 'smtp'}
          label={words.t('surel.smtp')}
          className="-mx-3"
        />
        {error && <FieldError>{error}</FieldError>}
      </fieldset>
      <ServerFields value={value} hasPassword={hasPassword} />
    </div>
  )
}
