import { NOTICE_MAIL } from '@mufakat/domain'
import type { NoticeSetting } from '@mufakat/services'
import { Choice, describe, Field, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const shown = (hour: number): string => `${String(hour).padStart(2, '0')}.00`

function Hour({ name, label, help, value }: { name: string; label: string; help?: string; value: number }) {
  return (
    <Field id={name} label={label} help={help}>
      <Select {...describe(name, { help })} name={name} defaultValue={value}>
        {HOURS.map(hour => (
          <option key={hour} value={hour}>
            {shown(hour)}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** How letters come, and when they wait. */
export function SettingFields({ setting }: { setting: NoticeSetting }) {
  const words = useAllWords()
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{words.t('kabar.mail.how')}</legend>
        {NOTICE_MAIL.map(one => (
          <Choice
            key={one}
            type="radio"
            name="mail"
            value={one}
            defaultChecked={one === setting.mail}
            label={words.t(`kabar.mail.${one}`)}
            note={words.t(`kabar.mail.${one}.help`)}
            className="-mx-3"
          />
        ))}
      </fieldset>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Hour
          name="hour"
          label={words.t('kabar.hour')}
          help={words.t('kabar.hour.help', { zone: words.zone })}
          value={setting.hour}
        />
        <Choice
          name="workdaysOnly"
          value="1"
          defaultChecked={setting.workdaysOnly}
          label={words.t('kabar.workdays')}
          className="-mx-3 sm:mx-0 sm:mt-6"
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-semibold">{words.t('kabar.quiet')}</legend>
        <div className="grid grid-cols-2 gap-5">
          <Hour name="quietFrom" label={words.t('kabar.quiet.from')} value={setting.quietFrom} />
          <Hour name="quietTo" label={words.t('kabar.quiet.to')} value={setting.quietTo} />
        </div>
        <p className="text-xs text-ink-2">{words.t('kabar.quiet.help')}</p>
      </fieldset>
    </>
  )
}
