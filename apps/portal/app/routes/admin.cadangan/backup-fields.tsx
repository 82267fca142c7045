import type { Zone } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import type { SettingValue } from '@mufakat/services'
import { Choice, describe, Field, FieldError, Select } from '@mufakat/ui'
import { TextField } from '~/admin/text-field'
import { sizeIn } from '~/berkas/kinds'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { ChoosableFolder } from './disk.server'

interface Props {
  readonly value: SettingValue<'backup'>
  readonly folders: readonly ChoosableFolder[]
  readonly zone: Zone
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

const noteOf = (words: Words, { place, freeBytes, totalBytes }: ChoosableFolder): string => {
  if (freeBytes === null || totalBytes === null) return words.t('cadangan.place.missing')
  const room = words.t('cadangan.place.free', {
    free: sizeIn(words, freeBytes),
    total: sizeIn(words, totalBytes),
  })
  return place === 'data' ? `${room}. ${words.t('cadangan.place.data.note')}` : room
}

function Folders({ value, folders }: Pick<Props, 'value' | 'folders'>) {
  const words = useAllWords()
  const error = useFieldErrors()('place')
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{words.t('cadangan.place')}</legend>
      {folders.map(folder => (
        <Choice
          key={folder.place}
          type="radio"
          name="place"
          value={folder.place}
          defaultChecked={folder.place === value.place || folders.length === 1}
          label={words.t(`cadangan.place.${folder.place}`)}
          note={noteOf(words, folder)}
          className="-mx-3"
        />
      ))}
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

/** When backups are taken, where they go and how many stay. */
export function BackupFields({ value, folders, zone }: Props) {
  const words = useAllWords()
  return (
    <>
      <Choice
        name="scheduled"
        value="1"
        defaultChecked={value.scheduled}
        label={words.t('cadangan.scheduled')}
        className="-mx-3"
      />
      <Field id="hour" label={words.t('cadangan.hour')} help={words.t('cadangan.hour.help', { zone })}>
        <Select
          {...describe('hour', { help: true })}
          name="hour"
          defaultValue={value.hour}
          className="max-w-32"
        >
          {HOURS.map(hour => (
            <option key={hour} value={hour}>
              {`${String(hour).padStart(2, '0')}.00`}
            </option>
          ))}
        </Select>
      </Field>
      <Folders value={value} folders={folders} />
      <fieldset className="grid gap-2">
        <legend className="mb-1 text-sm font-semibold">{words.t('cadangan.keep')}</legend>
        <div className="grid max-w-md grid-cols-3 gap-4">
          {(['daily', 'weekly', 'monthly'] as const).map(name => (
            <TextField
              key={name}
              name={name}
              label={words.t(`cadangan.${name}`)}
              inputMode="numeric"
              maxLength={3}
              defaultValue={Number.isNaN(value[name]) ? '' : value[name]}
            />
          ))}
        </div>
        <p className="text-xs text-ink-2">{words.t('cadangan.keep.help')}</p>
      </fieldset>
    </>
  )
}
