import { HOLIDAY_KINDS } from '@mufakat/domain'
import { describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** What was typed, for a form that comes back. */
export interface TypedHoliday {
  readonly date: string
  readonly name: string
  readonly kind: string
}

export function HolidayFields({ typed, year }: { typed: TypedHoliday | undefined; year: number }) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const [date, name] = [errorOf('date'), errorOf('name')]
  return (
    <div className="grid gap-4 sm:grid-cols-[12rem_minmax(0,1fr)_12rem]">
      <Field id="tanggal" label={words.t('libur.date')} error={date}>
        <Input
          {...describe('tanggal', { error: date })}
          type="date"
          name="date"
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          defaultValue={typed?.date ?? ''}
        />
      </Field>
      <Field id="nama" label={words.t('libur.name')} error={name}>
        <Input
          {...describe('nama', { error: name })}
          name="name"
          maxLength={200}
          defaultValue={typed?.name ?? ''}
        />
      </Field>
      <Field id="jenis" label={words.t('libur.kind')} error={errorOf('kind')}>
        <Select id="jenis" name="kind" defaultValue={typed?.kind ?? 'nasional'}>
          {HOLIDAY_KINDS.map(kind => (
            <option key={kind} value={kind}>
              {words.t(`tampilan.libur.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
