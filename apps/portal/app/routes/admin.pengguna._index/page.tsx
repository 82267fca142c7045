import { ROLES } from '@mufakat/domain'
import type { AccountFilterInput, AccountPage, AccountSummary, OpdRef } from '@mufakat/services'
import { Button, buttonClass, Card, type Column, DataTable, Empty, Field, Input, Select } from '@mufakat/ui'
import { Form, Link } from '@remix-run/react'
import { ChevronLeft, ChevronRight, SearchX, Settings2, UserRoundPlus } from 'lucide-react'
import { AccountState } from '~/account/state'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

interface PeoplePageProps {
  list: AccountPage
  filter: AccountFilterInput
  opd: readonly OpdRef[]
}

const STATES = ['active', 'uninvited', 'inactive'] as const

/** The address of the list with this filter, on a page. */
function address(filter: AccountFilterInput, page: number): string {
  const given = {
    q: filter.text,
    peran: filter.role,
    opd: filter.opdId,
    keadaan: filter.state,
    hal: page > 1 ? String(page) : null,
  }
  const params = Object.entries(given).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return `/admin/pengguna?${new URLSearchParams(params)}`
}

function Filter({ filter, opd }: Pick<PeoplePageProps, 'filter' | 'opd'>) {
  const words = useAllWords()
  return (
    <Form
      role="search"
      aria-label={words.t('pengguna.filter')}
      className="screen-only grid grid-cols-1 gap-2 border-b border-line p-3 sm:grid-cols-2 sm:px-4 xl:grid-cols-[minmax(0,1fr)_9.5rem_10rem_11rem_auto]"
    >
      <Field id="q" label={words.t('pengguna.search')} labelHidden className="sm:col-span-2 xl:col-span-1">
        <Input
          id="q"
          type="search"
          name="q"
          maxLength={100}
          defaultValue={filter.text}
          placeholder={words.t('pengguna.search')}
        />
      </Field>
      <Field id="peran" label={words.t('pengguna.filter.role')} labelHidden>
        <Select id="peran" name="peran" defaultValue={filter.role ?? ''}>
          <option value="">{words.t('pengguna.filter.role.all')}</option>
          {ROLES.map(role => (
            <option key={role} value={role}>
              {words.t(`role.${role}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="opd" label={words.t('pengguna.filter.opd')} labelHidden>
        <Select id="opd" name="opd" defaultValue={filter.opdId ?? ''}>
          <option value="">{words.t('pengguna.filter.opd.all')}</option>
          {opd.map(one => (
            <option key={one.id} value={one.id}>
              {one.shortName}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="keadaan" label={words.t('pengguna.filter.state')} labelHidden>
        <Select id="keadaan" name="keadaan" defaultValue={filter.state ?? ''}>
          <option value="">{words.t('pengguna.filter.state.all')}</option>
          {STATES.map(state => (
            <option key={state} value={state}>
              {words.t(`pengguna.state.${state}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" kind="secondary">
        {words.t('action.apply')}
      </Button>
    </Form>
  )
}

function PeopleTable({ accounts }: { accounts: readonly AccountSummary[] }) {
  const words = useAllWords()
  const columns: Column<AccountSummary>[] = [
    {
      key: 'name',
      label: words.t('pengguna.column.name'),
      lead: true,
      cell: one => (
        <Link to={`/admin/pengguna/${one.id}`} className="inline-flex min-h-8 items-center font-semibold">
          {one.erasedNumber === null ? one.name : words.t('pengguna.erased', { n: one.erasedNumber })}
        </Link>
      ),
    },
    {
      key: 'role',
      label: words.t('pengguna.column.role'),
      width: 'w-28',
      cell: one => words.t(`role.${one.role}`),
    },
    {
      key: 'jabatan',
      label: words.t('pengguna.column.jabatan'),
      cell: one =>
        one.jabatan ? (
          <>
            {one.jabatan}
            {one.opd && <span className="block text-sm text-ink-2">{one.opd.shortName}</span>}
          </>
        ) : (
          <span className="text-ink-2">{words.t('pengguna.none')}</span>
        ),
    },
    {
      key: 'login',
      label: words.t('pengguna.column.login'),
      cell: one => (
        <>
          {one.email && <span className="block break-all">{one.email}</span>}
          {one.nip && <span className="block text-sm text-ink-2 tabular-nums">{one.nip}</span>}
        </>
      ),
    },
    {
      key: 'state',
      label: words.t('pengguna.column.state'),
      width: 'w-40',
      cell: one => (
        <>
          <AccountState active={one.active} hasPassword={one.hasPassword} />
          {one.lastSignInAt !== null && (
            <span className="mt-1 block text-sm text-ink-2">
              {words.t('pengguna.column.last')}{' '}
              <time dateTime={one.lastSignInAt.toISOString()} title={words.dateTime(one.lastSignInAt)}>
                {words.date(one.lastSignInAt, 'short')}
              </time>
            </span>
          )}
        </>
      ),
    },
  ]
  return (
    <DataTable caption={words.t('admin.pengguna')} columns={columns} rows={accounts} rowKey={one => one.id} />
  )
}

function Pages({ list, filter }: Pick<PeoplePageProps, 'list' | 'filter'>) {
  const words = useAllWords()
  const { page, pages } = list
  if (pages === 1) return null
  return (
    <nav
      aria-label={words.t('pengguna.pages')}
      className="screen-only flex items-center justify-between gap-3 border-t border-line px-4 py-3"
    >
      {page > 1 ? (
        <Link rel="prev" to={address(filter, page - 1)} className={buttonClass('secondary', 'sm')}>
          <ChevronLeft aria-hidden />
          {words.t('pengguna.previous')}
        </Link>
      ) : (
        <span />
      )}
      <span className="text-sm text-ink-2">{words.t('pengguna.page', { page, pages })}</span>
      {page < pages ? (
        <Link rel="next" to={address(filter, page + 1)} className={buttonClass('secondary', 'sm')}>
          {words.t('pengguna.next')}
          <ChevronRight aria-hidden />
        </Link>
      ) : (
        <span />
      )}
    </nav>
  )
}

export function PeoplePage({ list, filter, opd }: PeoplePageProps) {
  const words = useAllWords()
  return (
    <>
      <PageHead
        title={words.t('admin.pengguna')}
        lead={words.t('pengguna.count', { n: list.total })}
        end={
          <div className="screen-only flex flex-wrap gap-2">
            <Link to="/admin/pengguna/aturan" className={buttonClass('secondary')}>
              <Settings2 aria-hidden />
              {words.t('pengguna.rules')}
            </Link>
            <Link to="/admin/pengguna/baru" className={buttonClass('primary')}>
              <UserRoundPlus aria-hidden />
              {words.t('pengguna.add')}
            </Link>
          </div>
        }
      />
      <Card>
        <Filter filter={filter} opd={opd} />
        {list.accounts.length > 0 ? (
          <PeopleTable accounts={list.accounts} />
        ) : (
          <Empty
            icon={SearchX}
            title={words.t('pengguna.empty')}
            help={words.t('pengguna.empty.help')}
            action={
              <Link to="/admin/pengguna" className={buttonClass('secondary')}>
                {words.t('action.reset')}
              </Link>
            }
          />
        )}
        <Pages list={list} filter={filter} />
      </Card>
    </>
  )
}
