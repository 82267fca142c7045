import type { Words } from '@mufakat/i18n'
import type { SystemStatus } from '@mufakat/services'
import { Badge, Card, CardHead } from '@mufakat/ui'
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { MachineStatus } from './probe.server'

interface Props {
  readonly status: SystemStatus
  readonly machine: MachineStatus
  /** The mail server; null: letters go into a folder. */
  readonly mailHost: string | null
  readonly now: Date
}

const DAY_MS = 24 * 3_600_000
/** A certificate that ends sooner needs somebody now; renewals come 30 days before. */
const CERTIFICATE_SOON_MS = 21 * DAY_MS
/** Postgres stops writing on a full disk: below this share somebody has to look. */
const LOW_SHARE = 0.1

function bytes(words: Words, value: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3))
  return `${words.number(value / 1_000 ** power, power < 3 ? 0 : 1)} ${units[power]}`
}

const Well = ({ children }: { children: ReactNode }) => (
  <Badge tone="success" icon={CircleCheck}>
    {children}
  </Badge>
)
const Worry = ({ children }: { children: ReactNode }) => (
  <Badge tone="danger" icon={TriangleAlert}>
    {children}
  </Badge>
)
const Open = ({ children }: { children: ReactNode }) => (
  <Badge tone="neutral" icon={CircleHelp}>
    {children}
  </Badge>
)

function Facts({
  id,
  title,
  end,
  children,
}: {
  id: string
  title: string
  end?: ReactNode
  children: ReactNode
}) {
  return (
    <Card as="section" aria-labelledby={id}>
      <CardHead id={id} title={title} end={end} />
      <dl className="divide-y divide-line">{children}</dl>
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-2 sm:px-5">
      <dt className="text-ink-2">{name}</dt>
      <dd className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-2 text-right font-medium [overflow-wrap:anywhere]">
        {children}
      </dd>
    </div>
  )
}

function Part({ name, answers }: { name: string; answers: boolean | null }) {
  const words = useAllWords()
  return (
    <Fact name={name}>
      {answers === null ? (
        <Open>{words.t('status.not-set')}</Open>
      ) : answers ? (
        <Well>{words.t('status.runs')}</Well>
      ) : (
        <Worry>{words.t('status.away')}</Worry>
      )}
    </Fact>
  )
}

function CertificateFact({ certificate, now }: { certificate: MachineStatus['certificate']; now: Date }) {
  const words = useAllWords()
  if (certificate.kind === 'none')
    return (
      <Fact name="https">
        <Open>{words.t('status.certificate.none')}</Open>
      </Fact>
    )
  return (
    <Fact name={words.t('status.certificate', { host: certificate.host })}>
      {certificate.kind === 'unknown' ? (
        <Open>{words.t('status.certificate.unknown')}</Open>
      ) : (
        <>
          <span>{words.t('status.certificate.until', { at: words.dateTime(certificate.until) })}</span>
          {new Date(certificate.until).getTime() - new Date(now).getTime() < CERTIFICATE_SOON_MS ? (
            <Worry>{words.t('status.certificate.soon')}</Worry>
          ) : (
            <Well>{words.t('status.certificate.well')}</Well>
          )}
        </>
      )}
    </Fact>
  )
}

export function StatusPage({ status, machine, mailHost, now }: Props) {
  const words = useAllWords()
  const { database, queue, lastBackupAt, isBackupOld } = status
  const { disk } = machine
  return (
    <div className="grid gap-6">
      <PageHead title={words.t('status.title')} lead={words.t('status.lead')} />
      <Facts id="bagian" title={words.t('status.parts')}>
        <Part name={words.t('status.portal')} answers />
        <Part name={words.t('status.realtime')} answers={machine.realtime} />
        <Part name={words.t('status.worker')} answers={machine.worker} />
        <CertificateFact certificate={machine.certificate} now={now} />
      </Facts>
      <Facts
        id="penyimpanan"
        title={words.t('status.storage')}
        end={
          <a
            href="/admin/cadangan"
            className="inline-flex min-h-11 items-center text-sm font-semibold text-accent-strong"
          >
            {words.t('status.see-backups')}
          </a>
        }
      >
        <Fact name={words.t('status.backup')}>
          {lastBackupAt !== null && <span>{words.dateTime(lastBackupAt)}</span>}
          {isBackupOld ? (
            <Worry>{words.t(lastBackupAt === null ? 'status.never' : 'status.backup.old')}</Worry>
          ) : (
            <Well>{words.t('status.backup.well')}</Well>
          )}
        </Fact>
        {disk !== null && (
          <Fact name={words.t('status.disk')}>
            <span>
              {words.t('status.disk.value', {
                free: bytes(words, disk.freeBytes),
                total: bytes(words, disk.totalBytes),
              })}
            </span>
            {disk.freeBytes < disk.totalBytes * LOW_SHARE ? (
              <Worry>{words.t('status.disk.low')}</Worry>
            ) : (
              <Well>{words.t('status.disk.enough')}</Well>
            )}
          </Fact>
        )}
        <Fact name={words.t('status.database.size')}>{bytes(words, database.bytes)}</Fact>
        <Fact name={words.t('status.connections')}>
          {words.t('status.connections.value', { n: database.connections, max: database.maxConnections })}
        </Fact>
      </Facts>
      <Facts
        id="surel"
        title={words.t('status.mail')}
        end={
          <a
            href="/admin/antrean"
            className="inline-flex min-h-11 items-center text-sm font-semibold text-accent-strong"
          >
            {words.t('status.see-queue')}
          </a>
        }
      >
        <Fact name={words.t('status.mail.way')}>
          {mailHost === null ? (
            <>
              <span>{words.t('status.mail.outbox')}</span>
              <Open>{words.t('status.mail.inside')}</Open>
            </>
          ) : (
            words.t('status.mail.smtp', { host: mailHost })
          )}
        </Fact>
        <Fact name={words.t('status.mail.last')}>
          {queue.mail.lastSentAt === null ? words.t('status.never') : words.dateTime(queue.mail.lastSentAt)}
        </Fact>
        <Fact name={words.t('status.mail.waiting')}>
          {words.number(queue.mail.waiting + queue.mail.sending)}
        </Fact>
        <Fact name={words.t('status.mail.failed')}>
          {queue.mail.failed > 0 ? <Worry>{words.number(queue.mail.failed)}</Worry> : words.number(0)}
        </Fact>
        <Fact name={words.t('status.jobs')}>
          {words.t('status.jobs.value', { waiting: queue.jobs.waiting, failed: queue.jobs.failed })}
        </Fact>
      </Facts>
      <Facts id="versi" title={words.t('status.versions')}>
        <Fact name={words.t('status.app')}>
          <span className="font-mono text-sm">{machine.version}</span>
        </Fact>
        <Fact name={words.t('status.node')}>{machine.node}</Fact>
        <Fact name={words.t('status.postgres')}>{database.version}</Fact>
        <Fact name={words.t('status.migrations')}>
          {words.t('status.migrations.value', {
            n: database.migrations,
            at: database.migratedTo === null ? '–' : words.dateTime(database.migratedTo),
          })}
        </Fact>
      </Facts>
    </div>
  )
}
