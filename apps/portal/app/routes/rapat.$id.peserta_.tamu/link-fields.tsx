import type { GuestLinkList } from '@mufakat/services'
import { describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { TypedGuest } from './form.server'

/** Right, last day, and where it is mailed to; `of` tells the forms of one page apart. */
export function LinkFields({
  of,
  days,
  values,
}: {
  of: string
  days: GuestLinkList['days']
  values: Pick<TypedGuest, 'right' | 'lastDay' | 'email'>
}) {
  const words = useAllWords()
  const error = useFieldErrors()
  const ids = { right: `right${of}`, lastDay: `lastDay${of}`, email: `email${of}` }
  const dayHelp = words.t('tamu.field.last-day.help', { date: words.date(days.last) })
  const emailHelp = words.t('tamu.field.email.help')
  return (
    <>
      <Field id={ids.right} label={words.t('tamu.field.right')}>
        <Select id={ids.right} name="right" defaultValue={values.right}>
          <option value="baca">{words.t('tamu.right.read')}</option>
          <option value="tulis">{words.t('tamu.right.write')}</option>
        </Select>
      </Field>
      <Field id={ids.lastDay} label={words.t('tamu.field.last-day')} help={dayHelp} error={error('lastDay')}>
        <Input
          {...describe(ids.lastDay, { error: error('lastDay'), help: dayHelp })}
          type="date"
          name="lastDay"
          required
          min={days.first}
          max={days.last}
          defaultValue={values.lastDay || days.usual}
        />
      </Field>
      <Field
        id={ids.email}
        label={words.t('tamu.field.email')}
        hint={words.t('tamu.field.email.hint')}
        help={emailHelp}
        error={error('email')}
        className="sm:col-span-2"
      >
        <Input
          {...describe(ids.email, { error: error('email'), help: emailHelp })}
          type="email"
          name="email"
          maxLength={200}
          autoComplete="off"
          defaultValue={values.email}
        />
      </Field>
    </>
  )
}
