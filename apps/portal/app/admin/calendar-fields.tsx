import { ZONES } from '@mufakat/domain'
import type { SettingValue } from '@mufakat/services'
import { Choice, FieldError } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** The zone that times are told, and today is decided, in. */
export function CalendarFields({ value }: { value: SettingValue<'calendar'> }) {
  const words = useAllWords()
  const error = useFieldErrors()('zone')
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{words.t('daerah.zone')}</legend>
      {ZONES.map(zone => (
        <Choice
          key={zone}
          type="radio"
          name="zone"
          value={zone}
          defaultChecked={zone === value.zone}
          label={words.t(`daerah.zone.${zone}`)}
          className="-mx-3"
        />
      ))}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
