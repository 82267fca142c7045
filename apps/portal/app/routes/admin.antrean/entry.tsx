import type { Words } from '@mufakat/i18n'
import type { QueueView } from '@mufakat/services'
import { Badge } from '@mufakat/ui'
import { Clock, MailCheck, RefreshCw, TriangleAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'

type MailRow = QueueView['mail']['failed'][number]
type JobRow = QueueView['jobs']['failed'][number]

/** A letter or a job, as the page shows both. */
export interface Entry {
  readonly what: 'mail' | 'job'
  readonly id: string
  readonly label: string
  readonly to: string | null
  readonly since: Date | string
  readonly sentAt: Date | string | null
  readonly attempts: number
  readonly unknownOutcomes: number
  readonly state: 'waiting' | 'retrying' | 'sending' | 'failed'
  readonly error: string | null
  readonly canRetry: boolean
}

/** Ours are codes with words; what a mail server said stands as it is. */
const errorOf = (words: Words, error: string | null): string | null =>
  error === null ? null : words.lookup(`antrean.error.${error}`, error)

const mailEntry = (words: Words, row: MailRow): Entry => ({
  what: 'mail',
  id: row.id,
  label: words.lookup(`antrean.mail.${row.template}`, row.template),
  to: row.recipient,
  since: row.createdAt,
  sentAt: row.sentAt,
  attempts: row.attempts,
  unknownOutcomes: row.unknownOutcomes,
  state:
    row.state === 'failed'
      ? 'failed'
      : row.state === 'sending'
        ? 'sending'
        : row.attempts > 0
          ? 'retrying'
          : 'waiting',
  error: errorOf(words, row.lastError),
  canRetry: row.state === 'failed' && row.isKept,
})

const jobEntry = (words: Words, row: JobRow): Entry => ({
  what: 'job',
  id: row.id,
  label: words.lookup(`antrean.job.${row.name}`, row.name),
  to: null,
  since: row.createdAt,
  sentAt: null,
  attempts: row.attempts,
  unknownOutcomes: 0,
  state: row.isRunning
    ? 'sending'
    : row.attempts >= row.maxAttempts
      ? 'failed'
      : row.attempts > 0
        ? 'retrying'
        : 'waiting',
  error: errorOf(words, row.lastError),
  canRetry: true,
})

export const sentOf = (words: Words, row: MailRow): Entry => mailEntry(words, row)

export const entriesOf = (words: Words, mail: readonly MailRow[], jobs: readonly JobRow[]): Entry[] => [
  ...mail.map(row => mailEntry(words, row)),
  ...jobs.map(row => jobEntry(words, row)),
]

const LOOKS = {
  waiting: { tone: 'neutral', icon: Clock },
  retrying: { tone: 'warn', icon: RefreshCw },
  sending: { tone: 'info', icon: RefreshCw },
  failed: { tone: 'danger', icon: TriangleAlert },
} as const

export function StateBadge({ entry: { state } }: { entry: Entry }) {
  const words = useAllWords()
  return <Badge {...LOOKS[state]}>{words.t(`antrean.state.${state}`)}</Badge>
}

export function SentBadge() {
  const words = useAllWords()
  return (
    <Badge tone="success" icon={MailCheck}>
      {words.t('antrean.state.sent')}
    </Badge>
  )
}
