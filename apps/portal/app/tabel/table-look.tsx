import { CARD_COLUMNS, CARD_GROUPS, CARD_SORTS, type CardTableLook } from '@mufakat/domain'
import { Choice, Field, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'

const columnKey = (sort: (typeof CARD_SORTS)[number]) =>
  sort === 'papan' ? ('tampilan.sort.papan' as const) : (`tampilan.column.${sort}` as const)

/** How the table is put: what else its filter bar says. */
export function TableLookFields({ look }: { look: CardTableLook }) {
  const words = useAllWords()
  const sorts = CARD_SORTS.flatMap(sort => {
    const name = words.t(columnKey(sort))
    const down = `${name}, ${words.t('tampilan.sort.down').toLowerCase()}`
    return [[sort === 'papan' ? '' : sort, name] as const, [`-${sort}`, down] as const]
  })
  const sorted = look.sort === 'papan' && !look.isDown ? '' : `${look.isDown ? '-' : ''}${look.sort}`
  return (
    <>
      <Field id="urut" label={words.t('tampilan.sort')}>
        <Select id="urut" name="urut" defaultValue={sorted} key={sorted}>
          {sorts.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="grup" label={words.t('tampilan.group')}>
        <Select id="grup" name="grup" defaultValue={look.group ?? ''}>
          <option value="">{words.t('tampilan.group.none')}</option>
          {CARD_GROUPS.map(group => (
            <option key={group} value={group}>
              {words.t(`tampilan.group.${group}`)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className="min-w-0 sm:col-span-2 lg:col-span-4">
        <legend className="text-sm font-semibold">{words.t('tampilan.columns')}</legend>
        <div className="flex flex-wrap">
          {CARD_COLUMNS.map(column => (
            <Choice
              key={column}
              name="tampil"
              value={column}
              defaultChecked={look.columns.includes(column)}
              label={words.t(`tampilan.column.${column}`)}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
