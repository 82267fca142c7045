import { RAPAT_STATUSES, type RapatStatus, type Triwulan } from '@mufakat/domain'
import type { RapatSummary } from '@mufakat/services'
import { Button, buttonClass, Card, Empty, Field, Input, Select } from '@mufakat/ui'
import { Form, Link, useSubmit } from '@remix-run/react'
import { CalendarPlus2, CalendarSync, CirclePlus, SearchX } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useWords } from '~/frame/words'
import { RapatTable } from '~/rapat/rapat-table'
import { triwulanCode } from '~/request/triwulan'

interface RapatListPageProps {
  rapat: readonly RapatSummary[]
  chosen: Triwulan
  filter: { text: string; status: RapatStatus | null }
  mayCreate: boolean
  maySeeSeries: boolean
}

function Filter({ chosen, filter }: Pick<RapatListPageProps, 'chosen' | 'filter'>) {
  const words = useWords()
  const submit = useSubmit()
  return (
    <Form
      // A new quarter or a cleared filter starts the boxes anew; typing in them does not.
      key={`${triwulanCode(chosen)} ${filter.status ?? ''}`}
      role="search"
      aria-label={words.t('rapat.filter')}
      className="screen-only grid grid-cols-[minmax(0,1fr)_10rem] gap-2 border-b border-line p-3 sm:flex sm:px-4"
      onChange={event => submit(event.currentTarget, { replace: true, preventScrollReset: true })}
    >
      <input type="hidden" name="tw" value={triwulanCode(chosen)} />
      <Field id="q" label={words.t('rapat.search')} labelHidden className="sm:w-80">
        <Input
          id="q"
          type="search"
          name="q"
          defaultValue={filter.text}
          placeholder={words.t('rapat.search')}
        />
      </Field>
      <Field id="status" label={words.t('rapat.filter.status')} labelHidden className="sm:w-48">
        <Select id="status" name="status" defaultValue={filter.status ?? ''}>
          <option value="">{words.t('rapat.filter.all')}</option>
          {RAPAT_STATUSES.map(status => (
            <option key={status} value={status}>
              {words.t(`status.rapat.${status}`)}
            </option>
          ))}
        </Select>
      </Field>
      {/* Never there with script: what goes when the page wakes up moves the rest from under a finger. */}
      <noscript>
        <Button type="submit" kind="secondary">
          {words.t('action.apply')}
        </Button>
      </noscript>
    </Form>
  )
}

export function RapatListPage({ rapat, chosen, filter, mayCreate, maySeeSeries }: RapatListPageProps) {
  const words = useWords()
  const triwulan = words.triwulan(chosen)
  const filtered = filter.text !== '' || filter.status !== null
  const create = (
    <Link to={`/rapat/baru?tw=${triwulanCode(chosen)}`} className={buttonClass('primary')}>
      <CirclePlus aria-hidden />
      {words.t('rapat.new')}
    </Link>
  )
  return (
    <>
      <PageHead
        title={words.t('rapat.title')}
        lead={`${triwulan} · ${words.t('rapat.count', { n: rapat.length })}`}
        end={
          <span className="screen-only flex flex-wrap gap-2">
            {maySeeSeries && (
              <Link to="/rapat/seri" reloadDocument className={buttonClass('secondary')}>
                <CalendarSync aria-hidden />
                {words.t('rapat.series')}
              </Link>
            )}
            {mayCreate && create}
          </span>
        }
      />
      <Card>
        <Filter chosen={chosen} filter={filter} />
        {rapat.length > 0 ? (
          <RapatTable rapat={rapat} caption={`${words.t('rapat.title')}, ${triwulan}`} />
        ) : filtered ? (
          <Empty
            icon={SearchX}
            title={words.t('rapat.empty.filter')}
            help={words.t('rapat.empty.filter.help')}
            action={
              <Link to={`/rapat?tw=${triwulanCode(chosen)}`} className={buttonClass('secondary')}>
                {words.t('action.reset')}
              </Link>
            }
          />
        ) : (
          <Empty
            icon={CalendarPlus2}
            title={words.t('rapat.empty', { triwulan })}
            help={words.t(mayCreate ? 'rapat.empty.create' : 'rapat.empty.help')}
            action={mayCreate && create}
          />
        )}
      </Card>
    </>
  )
}
