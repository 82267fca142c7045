import type { JudgedRow, RowVerdict } from '@mufakat/services'
import { Badge, Card, CardHead, type Column, DataTable, type Tone } from '@mufakat/ui'
import { CirclePlus, CircleX, Equal, type LucideIcon, PencilLine } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAllWords } from '~/frame/words'
import { type Judged, verdictLines } from './verdict-lines'

const LOOKS: Readonly<Record<RowVerdict, readonly [tone: Tone, icon: LucideIcon]>> = {
  wrong: ['danger', CircleX],
  changed: ['info', PencilLine],
  new: ['success', CirclePlus],
  same: ['neutral', Equal],
}

function VerdictBadge({ verdict, count }: { verdict: RowVerdict; count?: number }) {
  const words = useAllWords()
  const [tone, icon] = LOOKS[verdict]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`tabel.${verdict}`)}
      {count !== undefined && ` ${words.number(count)}`}
    </Badge>
  )
}

/** Rows of a file, each with its verdict and what is to be said of it. */
export function JudgedRows({ rows, of }: { rows: readonly JudgedRow[]; of: Judged }) {
  const words = useAllWords()
  const columns: Column<JudgedRow>[] = [
    {
      key: 'line',
      label: words.t('tabel.row'),
      width: 'w-20',
      align: 'end',
      cell: row => <span className="tabular-nums">{row.line}</span>,
    },
    { key: 'label', label: words.t(`${of}.subject`), lead: true, cell: row => row.label },
    {
      key: 'verdict',
      label: words.t('tabel.verdict'),
      width: 'w-32',
      cell: row => <VerdictBadge verdict={row.verdict} />,
    },
    {
      key: 'what',
      label: words.t('tabel.what'),
      cell: row => (
        <ul>
          {verdictLines(words, row, of).map(line => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <DataTable
      caption={words.t('tabel.review')}
      columns={columns}
      rows={rows}
      rowKey={row => String(row.line)}
    />
  )
}

/** What was found in a file: at its head how many rows of each verdict, in the order in which they are told. */
export function ReviewCard({
  counts,
  order,
  children,
}: {
  counts: Readonly<Record<RowVerdict, number>>
  order: readonly RowVerdict[]
  children: ReactNode
}) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="hasil">
      <CardHead
        id="hasil"
        title={words.t('tabel.review')}
        end={
          <span className="flex flex-wrap gap-1.5">
            {order.map(verdict => (
              <VerdictBadge key={verdict} verdict={verdict} count={counts[verdict]} />
            ))}
          </span>
        }
      />
      {children}
    </Card>
  )
}
