import type { GuestLinkList } from '@mufakat/services'
import { Choice, describe, Field, FieldError, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { TypedGuest } from './form.server'

/** Shown where it is asked for; where a browser cannot tell, always. */
const FOR_ITEMS =
  'order-last sm:col-span-2 supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:in-[form:has(option[value=acara]:checked)]:block'

/** Right, last day, and where it is mailed to; `of` tells the forms of one page apart. */
export function LinkFields({
  of,
  list: { days, items },
  values,
}: {
  of: string
  list: Pick<GuestLinkList, 'days' | 'items'>
  values: Pick<TypedGuest, 'right' | 'items' | 'lastDay' | 'email'>
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
          {items.length > 0 && <option value="acara">{words.t('tamu.right.items')}</option>}
        </Select>
      </Field>
      <fieldset className={FOR_ITEMS}>
        <legend className="mb-1 text-sm font-semibold">{words.t('tamu.items')}</legend>
        {items.map(({ itemId, title }) => (
          <Choice
            key={itemId}
            name="acara"
            value={itemId}
            defaultChecked={values.items.includes(itemId)}
            label={title}
          />
        ))}
        {error('itemIds') && <FieldError>{error('itemIds')}</FieldError>}
      </fieldset>
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
