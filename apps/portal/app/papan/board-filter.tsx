import { Field, Select } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { VIEW_PATHS } from '~/saringan/address'
import { FilterBar } from '~/saringan/filter-bar'
import { useNames } from './board-names'
import { type BoardLook, LANES } from './view'

/** What of the board is shown, and how it is parted; all of it stands in the address. */
export function BoardFilter({ look }: { look: BoardLook }) {
  const words = useAllWords()
  const { opd, rights, rapatById } = useNames()
  const { columns, lanes } = look
  return (
    <FilterBar
      path={VIEW_PATHS.papan}
      filter={look.filter}
      hasOpd={rights.ownOpdIds.length > 0}
      choices={{ opd, rapat: [...rapatById.values()] }}
      looks={(columns === 'status' ? 0 : 1) + (lanes === 'tanpa' ? 0 : 1)}
    >
      <Field id="kolom" label={words.t('papan.columns')}>
        <Select key={columns} id="kolom" name="kolom" defaultValue={columns === 'status' ? '' : columns}>
          <option value="">{words.t('papan.columns.status')}</option>
          <option value="opd">{words.t('papan.columns.opd')}</option>
        </Select>
      </Field>
      <Field id="lajur" label={words.t('papan.lanes')}>
        <Select key={lanes} id="lajur" name="lajur" defaultValue={lanes === 'tanpa' ? '' : lanes}>
          {LANES.map(lane => (
            <option key={lane} value={lane === 'tanpa' ? '' : lane}>
              {words.t(`papan.lanes.${lane}`)}
            </option>
          ))}
        </Select>
      </Field>
    </FilterBar>
  )
}
