import type { OpdLeaf } from '@mufakat/services'
import {
  Button,
  buttonClass,
  Card,
  type Column,
  classes,
  DataTable,
  Empty,
  Field,
  Input,
  Select,
} from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { Building2, FileSpreadsheet, SearchX } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { OpdState } from '~/organisasi/opd-state'

interface OpdListPageProps {
  readonly opd: readonly OpdLeaf[]
  readonly text: string
  readonly state: 'aktif' | 'tidak-aktif' | null
  readonly active: number
}

/** How far a row stands in, by its depth; deeper ones stand no further. */
const INDENT = ['', 'border-l-2 border-line pl-4 ml-2', 'border-l-2 border-line pl-4 ml-7'] as const

function Filter({ text, state }: Pick<OpdListPageProps, 'text' | 'state'>) {
  const words = useAllWords()
  return (
    <Form
      role="search"
      aria-label={words.t('opd.filter')}
      className="screen-only grid gap-2 border-b border-line p-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto] sm:px-4"
    >
      <Field id="q" label={words.t('opd.search')} labelHidden>
        <Input
          id="q"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={text}
          placeholder={words.t('opd.search')}
        />
      </Field>
      <Field id="keadaan" label={words.t('opd.column.state')} labelHidden>
        <Select id="keadaan" name="keadaan" defaultValue={state ?? ''}>
          <option value="">{words.t('opd.filter.all')}</option>
          <option value="aktif">{words.t('opd.state.active')}</option>
          <option value="tidak-aktif">{words.t('opd.state.inactive')}</option>
        </Select>
      </Field>
      <Button type="submit" kind="secondary">
        {words.t('action.apply')}
      </Button>
    </Form>
  )
}

function OpdTable({ opd }: { opd: readonly OpdLeaf[] }) {
  const words = useAllWords()
  const columns: Column<OpdLeaf>[] = [
    {
      key: 'name',
      label: words.t('opd.column.name'),
      lead: true,
      cell: one => (
        <div className={classes(INDENT[Math.min(one.depth, 2)])}>
          <Link to={`/admin/opd/${one.id}`} className="inline-flex min-h-8 items-center font-semibold">
            {one.shortName}
          </Link>
          {one.name !== one.shortName && (
            <span className="block text-sm font-normal text-ink-2">{one.name}</span>
          )}
        </div>
      ),
    },
    {
      key: 'kind',
      label: words.t('opd.column.kind'),
      narrow: 'hide',
      width: 'w-28',
      cell: one => words.t(`opd.kind.${one.kind}`),
    },
    {
      key: 'head',
      label: words.t('opd.column.head'),
      cell: one =>
        one.head ? (
          <Link to={`/admin/pengguna/${one.head.id}`} className="inline-flex min-h-8 items-center">
            {one.head.name}
          </Link>
        ) : (
          <span className="text-ink-2">{words.t('opd.head.none')}</span>
        ),
    },
    {
      key: 'jabatan',
      label: words.t('opd.column.jabatan'),
      narrow: 'hide',
      align: 'end',
      width: 'w-20',
      cell: one => <span className="tabular-nums">{one.jabatanCount}</span>,
    },
    {
      key: 'state',
      label: words.t('opd.column.state'),
      width: 'w-40',
      cell: one => <OpdState active={one.active} mergedInto={one.mergedInto} />,
    },
  ]
  return <DataTable caption={words.t('opd.title')} columns={columns} rows={opd} rowKey={one => one.id} />
}

export function OpdListPage({ opd, text, state, active }: OpdListPageProps) {
  const words = useAllWords()
  return (
    <>
      <PageHead
        title={words.t('opd.title')}
        lead={words.t('opd.count', { n: active })}
        end={
          <div className="screen-only flex flex-wrap gap-2">
            <Link to="/admin/impor" className={buttonClass('secondary')}>
              <FileSpreadsheet aria-hidden />
              {words.t('tabel.title')}
            </Link>
            <Link to="/admin/opd/baru" className={buttonClass('primary')}>
              <Building2 aria-hidden />
              {words.t('opd.add')}
            </Link>
          </div>
        }
      />
      <Card>
        <Filter text={text} state={state} />
        {opd.length > 0 ? (
          <OpdTable opd={opd} />
        ) : (
          <Empty
            icon={SearchX}
            title={words.t('opd.empty')}
            help={words.t('opd.empty.help')}
            action={
              <Link to="/admin/opd" className={buttonClass('secondary')}>
                {words.t('action.reset')}
              </Link>
            }
          />
        )}
      </Card>
    </>
  )
}
