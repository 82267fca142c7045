import type { AuditEntryView, AuditFilterInput, AuditState } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, type Column, DataTable, Empty } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { ChevronRight, ChevronsLeft, Download, SearchX } from 'lucide-react'
import { actionName, detailsOf, subjectOf } from '~/audit/describe'
import { FIELDS } from '~/audit/filter-names'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { ChainState } from './chain-state'
import { AuditFilterForm, type Choices } from './filter-form'

interface AuditPageProps {
  entries: readonly AuditEntryView[]
  next: number | null
  filter: AuditFilterInput
  isFirst: boolean
  choices: Choices
  state: AuditState
  actions: readonly string[]
}

/** The filter as it stands in an address or in hidden fields. */
const fieldsOf = (filter: AuditFilterInput): [name: string, value: string][] =>
  Object.entries(FIELDS).flatMap(([key, name]) => {
    const value = filter[key as keyof AuditFilterInput]
    return value === null ? [] : [[name, value] as [string, string]]
  })

function Entries({ entries, caption }: { entries: readonly AuditEntryView[]; caption: string }) {
  const words = useAllWords()
  const columns: Column<AuditEntryView>[] = [
    {
      key: 'action',
      label: words.t('audit.column.action'),
      lead: true,
      cell: entry => actionName(entry.action, words),
    },
    {
      key: 'at',
      label: words.t('audit.column.at'),
      width: 'md:w-32',
      cell: entry => (
        <time dateTime={entry.at.toISOString()}>
          <span className="block">{words.date(entry.at, 'short')}</span>
          <span className="block text-xs text-ink-2">{words.clock(entry.at)} WIB</span>
        </time>
      ),
    },
    {
      key: 'actor',
      label: words.t('audit.column.actor'),
      width: 'md:w-44',
      cell: entry => entry.actor?.name ?? words.t('audit.system'),
    },
    {
      key: 'subject',
      label: words.t('audit.column.subject'),
      cell: entry => {
        const subject = subjectOf(entry, words)
        const details = detailsOf(entry, words)
        return (
          <>
            {subject === null ? (
              <span className="text-ink-3">–</span>
            ) : subject.to === null ? (
              subject.text
            ) : (
              <Link to={subject.to} className="inline-flex min-h-11 items-center md:min-h-0">
                {subject.text}
              </Link>
            )}
            {details && <span className="block text-xs wrap-anywhere text-ink-2">{details}</span>}
          </>
        )
      },
    },
    {
      key: 'number',
      label: words.t('audit.column.number'),
      align: 'end',
      width: 'md:w-20',
      cell: entry => <span title={entry.hash}>{words.number(entry.number)}</span>,
    },
  ]
  return (
    <DataTable caption={caption} columns={columns} rows={entries} rowKey={entry => String(entry.number)} />
  )
}

export function AuditPage({ entries, next, filter, isFirst, choices, state, actions }: AuditPageProps) {
  const words = useAllWords()
  const fields = fieldsOf(filter)
  const at = (more: Record<string, string>) =>
    `/admin/audit?${new URLSearchParams([...fields, ...Object.entries(more)])}`
  return (
    <>
      <PageHead title={words.t('audit.title')} lead={words.t('audit.lead')} />
      <div className="grid gap-5">
        <ChainState state={state} />
        <Card as="section" aria-labelledby="catatan">
          <CardHead id="catatan" title={words.t('audit.entries')} />
          <AuditFilterForm filter={filter} choices={choices} actions={actions} />
          {entries.length === 0 ? (
            <Empty
              icon={SearchX}
              title={words.t('audit.empty')}
              help={words.t('audit.empty.help')}
              action={
                <Link to="/admin/audit" className={buttonClass('secondary')}>
                  {words.t('audit.filter.reset')}
                </Link>
              }
            />
          ) : (
            <Entries entries={entries} caption={words.t('audit.entries')} />
          )}
          {(!isFirst || next !== null) && (
            <nav
              aria-label={words.t('audit.pages')}
              className="screen-only flex flex-wrap justify-between gap-2 border-t border-line p-3 sm:px-4"
            >
              {isFirst ? (
                <span />
              ) : (
                <Link to={at({})} className={buttonClass('secondary')}>
                  <ChevronsLeft aria-hidden />
                  {words.t('audit.newest')}
                </Link>
              )}
              {next !== null && (
                <Link to={at({ sebelum: String(next) })} className={buttonClass('secondary')}>
                  {words.t('audit.older')}
                  <ChevronRight aria-hidden />
                </Link>
              )}
            </nav>
          )}
        </Card>
        <form
          method="post"
          action="/admin/audit/csv"
          className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2"
        >
          {fields.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button type="submit" kind="secondary">
            <Download aria-hidden />
            {words.t('audit.csv')}
          </Button>
          <p className="text-sm text-ink-2">{words.t('audit.csv.help')}</p>
        </form>
      </div>
    </>
  )
}
