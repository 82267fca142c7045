import type { JudgedRow, RowVerdict, TableReview } from '@mufakat/services'
import { Badge, Button, Card, CardHead, type Column, DataTable, Notice, type Tone } from '@mufakat/ui'
import { CircleCheckBig, CirclePlus, CircleX, Equal, type LucideIcon, PencilLine } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOKS: Readonly<Record<RowVerdict, readonly [tone: Tone, icon: LucideIcon]>> = {
  wrong: ['danger', CircleX],
  new: ['success', CirclePlus],
  changed: ['info', PencilLine],
  same: ['neutral', Equal],
}
const VERDICTS = Object.keys(LOOKS) as RowVerdict[]

function Verdict({ verdict, count }: { verdict: RowVerdict; count?: number }) {
  const words = useAllWords()
  const [tone, icon] = LOOKS[verdict]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`tabel.${verdict}`)}
      {count !== undefined && ` ${words.number(count)}`}
    </Badge>
  )
}

function Details({ row }: { row: JudgedRow }) {
  const words = useAllWords()
  if (row.verdict === 'wrong') {
    const reason = words.lookup(`tabel.reason.${row.reason}`, words.t('field.invalid'))
    return row.cell === null
      ? words.t('tabel.in', { column: row.column ?? '', reason })
      : words.t('tabel.at', { cell: `${row.cell} (${row.column})`, reason })
  }
  const shown = (text: string) => text || words.t('tabel.empty-value')
  return (
    <ul>
      {row.fields.map(({ column, before, after }) => (
        <li key={column} className="break-words">
          {words.t('tabel.field', { column, before: shown(before), after: shown(after) })}
        </li>
      ))}
    </ul>
  )
}

/** The verdict of every row that is not the same, wrong ones first, and the way to do it. */
export function ReviewCard({ review }: { review: TableReview }) {
  const words = useAllWords()
  const { counts, rows, mark, sheet } = review
  const doing = counts.new + counts.changed
  const shown = rows
    .filter(row => row.verdict !== 'same')
    .sort((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || a.line - b.line)
  const columns: Column<JudgedRow>[] = [
    {
      key: 'line',
      label: words.t('tabel.row'),
      width: 'w-20',
      align: 'end',
      cell: row => <span className="tabular-nums">{row.line}</span>,
    },
    { key: 'label', label: words.t('tabel.subject'), lead: true, cell: row => row.label },
    {
      key: 'verdict',
      label: words.t('tabel.verdict'),
      width: 'w-32',
      cell: row => <Verdict verdict={row.verdict} />,
    },
    { key: 'what', label: words.t('tabel.what'), cell: row => <Details row={row} /> },
  ]
  return (
    <Card as="section" aria-labelledby="hasil">
      <CardHead
        id="hasil"
        title={words.t('tabel.review')}
        end={
          <span className="flex flex-wrap gap-1.5">
            {VERDICTS.map(verdict => (
              <Verdict key={verdict} verdict={verdict} count={counts[verdict]} />
            ))}
          </span>
        }
      />
      {shown.length > 0 && (
        <DataTable
          caption={words.t('tabel.review')}
          columns={columns}
          rows={shown}
          rowKey={row => String(row.line)}
        />
      )}
      {counts.same > 0 && shown.length > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">
          {words.t('tabel.same.hidden', { n: counts.same })}
        </p>
      )}
      <div className="grid gap-4 border-t border-line p-4 sm:p-5">
        {doing > 0 ? (
          // As parts: the sheet is large, and would grow threefold in an address's spelling.
          <form method="post" encType="multipart/form-data" className="flex flex-wrap items-center gap-4">
            <input type="hidden" name="tanda" value={mark} />
            <textarea hidden readOnly name="lembar" value={JSON.stringify(sheet)} />
            <Button type="submit" name="maksud" value="terapkan">
              {words.t('tabel.apply', { n: doing })}
            </Button>
            {counts.wrong > 0 && (
              <p className="grow basis-64 text-sm text-ink-2">{words.t('tabel.apply.note')}</p>
            )}
          </form>
        ) : (
          <Notice tone="info" icon={CircleCheckBig}>
            {words.t('tabel.nothing')}
          </Notice>
        )}
      </div>
    </Card>
  )
}
