import type { Words } from '@mufakat/i18n'
import type { ErrorCode } from '@mufakat/kernel'
import type { QueueView } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead, type Column, DataTable, Empty, Notice } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { CircleAlert, CircleCheck, Inbox, MailCheck, RotateCw } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { type Entry, entriesOf, SentBadge, StateBadge, sentOf } from './entry'

interface Props extends QueueView {
  /** How many were just tried again; null: the page was simply opened. */
  readonly retried: number | null
  readonly error: ErrorCode | null
}

/** A press that lets one entry begin anew. */
function Retry({ entry }: { entry: Entry }) {
  const words = useAllWords()
  if (!entry.canRetry) return <span className="text-sm text-ink-2">{words.t('antrean.cannot')}</span>
  return (
    <Form method="post" reloadDocument className="screen-only">
      <input type="hidden" name="what" value={entry.what} />
      <input type="hidden" name="id" value={entry.id} />
      <Button
        type="submit"
        kind="secondary"
        size="sm"
        className="whitespace-nowrap"
        aria-label={words.t('antrean.retry.of', { what: entry.label })}
      >
        <RotateCw aria-hidden />
        {words.t('antrean.retry')}
      </Button>
    </Form>
  )
}

/** What it is, and to whom. */
function What({ entry }: { entry: Entry }) {
  return (
    <>
      {entry.label}
      {entry.to !== null && (
        <span className="block text-sm font-normal text-ink-2 [overflow-wrap:anywhere]">{entry.to}</span>
      )}
    </>
  )
}

const whatColumn = (words: Words): Column<Entry> => ({
  key: 'what',
  label: words.t('antrean.what'),
  lead: true,
  width: 'md:w-[32%]',
  cell: entry => <What entry={entry} />,
})

const columnsOf = (words: Words, isFailed: boolean): Column<Entry>[] => [
  whatColumn(words),
  { key: 'since', label: words.t('antrean.since'), cell: entry => words.dateTime(entry.since) },
  {
    key: 'state',
    label: words.t(isFailed ? 'antrean.error' : 'antrean.state'),
    width: 'md:w-[32%]',
    cell: entry => (
      <div className="grid justify-items-start gap-1">
        {!isFailed && <StateBadge entry={entry} />}
        {entry.error !== null && <span className="[overflow-wrap:anywhere]">{entry.error}</span>}
        <Twice entry={entry} />
      </div>
    ),
  },
  { key: 'attempts', label: words.t('antrean.attempts'), align: 'end', cell: entry => entry.attempts },
  ...(isFailed
    ? [{ key: 'action', label: words.t('antrean.action'), cell: (entry: Entry) => <Retry entry={entry} /> }]
    : []),
]

/** What nobody can know is said, not hidden. */
function Twice({ entry }: { entry: Entry }) {
  const words = useAllWords()
  if (entry.unknownOutcomes === 0) return null
  return (
    <span className="block text-sm text-ink-2">
      {words.t('antrean.unknown', { n: entry.unknownOutcomes })}
    </span>
  )
}

const sentColumns = (words: Words): Column<Entry>[] => [
  whatColumn(words),
  {
    key: 'at',
    label: words.t('antrean.sent-at'),
    cell: entry => words.dateTime(entry.sentAt ?? entry.since),
  },
  {
    key: 'state',
    label: words.t('antrean.state'),
    cell: entry => (
      <div className="grid justify-items-start gap-1">
        <SentBadge />
        <Twice entry={entry} />
      </div>
    ),
  },
]

export function AntreanPage({ retried, error, ...queue }: Props) {
  const words = useAllWords()
  const waiting = entriesOf(words, queue.mail.waiting, queue.jobs.waiting)
  const failed = entriesOf(words, queue.mail.failed, queue.jobs.failed)
  const sent = queue.mail.sent.map(row => sentOf(words, row))
  const table = (columns: Column<Entry>[], rows: readonly Entry[], caption: string) => (
    <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ what, id }) => `${what} ${id}`} />
  )
  return (
    <div className="grid gap-6">
      <PageHead
        title={words.t('antrean.title')}
        lead={words.t('antrean.lead')}
        end={
          <a href="/admin/antrean" className={buttonClass('secondary', 'md', 'screen-only')}>
            <RotateCw aria-hidden />
            {words.t('antrean.reload')}
          </a>
        }
      />
      {error !== null && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${error}`)}
        </Notice>
      )}
      {retried !== null && (
        <Notice tone="success" icon={CircleCheck} role="status">
          {retried === 0 ? words.t('antrean.retried.none') : words.t('antrean.retried', { n: retried })}
        </Notice>
      )}
      <Card as="section" aria-labelledby="gagal">
        <CardHead
          id="gagal"
          title={`${words.t('antrean.failed')} (${words.number(failed.length)})`}
          end={
            failed.some(({ canRetry }) => canRetry) && (
              <Form method="post" reloadDocument className="screen-only">
                <input type="hidden" name="what" value="all" />
                <Button type="submit" kind="secondary" size="sm">
                  <RotateCw aria-hidden />
                  {words.t('antrean.retry-all')}
                </Button>
              </Form>
            )
          }
        />
        {failed.length === 0 ? (
          <Empty compact icon={CircleCheck} title={words.t('antrean.failed.empty')} />
        ) : (
          table(columnsOf(words, true), failed, words.t('antrean.failed'))
        )}
      </Card>
      <Card as="section" aria-labelledby="menunggu">
        <CardHead id="menunggu" title={`${words.t('antrean.waiting')} (${words.number(waiting.length)})`} />
        {waiting.length === 0 ? (
          <Empty compact icon={Inbox} title={words.t('antrean.waiting.empty')} />
        ) : (
          table(columnsOf(words, false), waiting, words.t('antrean.waiting'))
        )}
      </Card>
      <Card as="section" aria-labelledby="terkirim">
        <CardHead
          id="terkirim"
          title={words.t('antrean.sent')}
          end={<span className="text-sm text-ink-2">{words.number(queue.mail.counts.sent)}</span>}
        />
        {sent.length === 0 ? (
          <Empty compact icon={MailCheck} title={words.t('antrean.sent.empty')} />
        ) : (
          table(sentColumns(words), sent, words.t('antrean.sent'))
        )}
      </Card>
    </div>
  )
}
