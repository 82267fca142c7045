import { PRIORITIES, TINDAK_LANJUT_STATUSES } from '@mufakat/domain'
import type { ChangedField } from '@mufakat/services'
import { Input, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { useTableNames } from './table-names'

/** The control for a value of a field. */
export function ValueField({
  id,
  field,
  value,
  label,
}: {
  id: string
  field: ChangedField
  value: string
  /** Read out where no label is drawn. */
  label?: string
}) {
  const words = useAllWords()
  const { opd } = useTableNames()
  const named = { id, name: 'value', defaultValue: value, 'aria-label': label }
  if (field === 'tenggat') return <Input type="date" {...named} required />
  const options =
    field === 'status'
      ? TINDAK_LANJUT_STATUSES.map(code => [code, words.t(`status.tl.${code}`)] as const)
      : field === 'prioritas'
        ? [
            ['', words.t('tampilan.edit.none')] as const,
            ...PRIORITIES.map(code => [code, words.t(`priority.${code}`)] as const),
          ]
        : opd.filter(one => one.active || one.id === value).map(one => [one.id, one.shortName] as const)
  return (
    <Select {...named}>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  )
}
