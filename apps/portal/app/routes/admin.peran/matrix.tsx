import {
  CONDITIONS,
  type Condition,
  PERMISSION_COLUMNS,
  type PermissionColumn,
  type permissionTable,
} from '@mufakat/domain'
import { Button, Card, CardHead, classes, Field, Select } from '@mufakat/ui'
import { CircleDot } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { Cell } from './cell'
import { byThing } from './things'

type Row = ReturnType<typeof permissionTable>[number]
export type ShownColumn = Exclude<PermissionColumn, 'nobody'>

/** Whoever is not signed in is told in one sentence. */
export const COLUMNS: readonly ShownColumn[] = PERMISSION_COLUMNS.filter(column => column !== 'nobody')

const CONDITIONAL = CONDITIONS.filter(condition => condition !== 'all' && condition !== '-')

const isConditional = (condition: Condition): boolean => condition !== 'all' && condition !== '-'

/** What the answers that are neither yes nor no depend on, once for all of them: for the whole table. */
function Legend() {
  const words = useAllWords()
  return (
    <dl className="hidden gap-x-8 gap-y-3 border-b border-line p-5 text-sm xl:grid xl:grid-cols-2 print:grid">
      {CONDITIONAL.map(condition => (
        <div key={condition} className="grid grid-cols-[8rem_minmax(0,1fr)] gap-3">
          <dt className="flex items-start gap-1.5 font-semibold text-warn-ink">
            <CircleDot aria-hidden className="mt-0.5 size-4.5 flex-none" strokeWidth={2.4} />
            {words.t(`izin.cell.${condition}`)}
          </dt>
          <dd className="text-ink-2">{words.t(`izin.when.${condition}`)}</dd>
        </div>
      ))}
    </dl>
  )
}

function RoleChoice({ chosen }: { chosen: ShownColumn }) {
  const words = useAllWords()
  return (
    <form
      method="get"
      className="flex items-end gap-3 border-b border-line p-4 sm:px-5 xl:hidden print:hidden"
    >
      <Field id="peran" label={words.t('izin.role')} className="min-w-0 flex-1">
        <Select id="peran" name="peran" defaultValue={chosen}>
          {COLUMNS.map(column => (
            <option key={column} value={column}>
              {words.t(column === 'tautan' ? 'izin.column.tautan' : `role.${column}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" kind="secondary">
        {words.t('izin.why.submit')}
      </Button>
    </form>
  )
}

/** The whole table on a desk and on paper; one role at a time where it would not fit. */
export function Matrix({ rows, chosen }: { rows: readonly Row[]; chosen: ShownColumn }) {
  const words = useAllWords()
  const aside = (column: ShownColumn) => (column === chosen ? undefined : 'max-xl:hidden print:table-cell')
  return (
    <Card as="section" aria-labelledby="tabel-izin">
      <CardHead id="tabel-izin" title={words.t('izin.table')} />
      <RoleChoice chosen={chosen} />
      <Legend />
      <table className="w-full border-collapse text-sm">
        <caption className="px-4 py-3 text-left text-sm text-ink-2 sm:px-5">
          {words.t('izin.table.help')}
        </caption>
        <thead>
          <tr className="border-y border-line align-bottom text-xs text-ink-2">
            <th scope="col" className="px-4 py-2.5 text-left font-semibold sm:px-5">
              {words.t('izin.column.action')}
            </th>
            {COLUMNS.map(column => (
              <th
                key={column}
                scope="col"
                className={classes(
                  'w-32 px-1.5 py-2.5 text-left font-semibold xl:w-19 xl:text-center',
                  aside(column),
                )}
              >
                {words.t(column === 'tautan' ? 'izin.column.tautan' : `role.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {byThing(rows).map(({ thing, rows: about }) => (
          <tbody key={thing}>
            <tr className="border-b border-line bg-sunken">
              <th
                scope="rowgroup"
                colSpan={COLUMNS.length + 1}
                className="px-4 py-2 text-left font-bold sm:px-5"
              >
                {words.t(`izin.thing.${thing}`)}
              </th>
            </tr>
            {about.map(row => (
              <tr key={row.action} className="border-b border-line align-top last:border-0">
                <th scope="row" className="px-4 py-3 text-left font-medium sm:px-5">
                  {words.t(`izin.action.${row.action}`)}
                  {isConditional(row.cells[chosen]) && (
                    <p className="mt-1 text-xs font-normal text-ink-2 xl:hidden print:hidden">
                      {words.t(`izin.when.${row.cells[chosen]}`)}
                    </p>
                  )}
                </th>
                {COLUMNS.map(column => (
                  <td key={column} className={classes('px-1.5 py-3 xl:text-center', aside(column))}>
                    <Cell condition={row.cells[column]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Card>
  )
}
