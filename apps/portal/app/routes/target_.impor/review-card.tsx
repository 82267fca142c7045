import type { ValueReview } from '@mufakat/services'
import { Badge, Button, Card, CardHead, type Column, DataTable, Notice, type Tone } from '@mufakat/ui'
import {
  CircleCheckBig,
  CirclePlus,
  CircleX,
  Download,
  Equal,
  type LucideIcon,
  PencilLine,
  TriangleAlert,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { type JudgedValue, verdictLines } from '~/nilai/verdict-text'

type Verdict = JudgedValue['verdict']

const LOOKS: Readonly<Record<Verdict, readonly [tone: Tone, icon: LucideIcon]>> = {
  wrong: ['danger', CircleX],
  changed: ['info', PencilLine],
  new: ['success', CirclePlus],
  same: ['neutral', Equal],
}
const VERDICTS = Object.keys(LOOKS) as Verdict[]
/** Of a long file a page shows the beginning: first of what is wrong, then of what changes. */
const SHOWN: Readonly<Record<Verdict, number>> = { wrong: 200, changed: 50, new: 10, same: 0 }

function VerdictBadge({ verdict, count }: { verdict: Verdict; count?: number }) {
  const words = useAllWords()
  const [tone, icon] = LOOKS[verdict]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`tabel.${verdict}`)}
      {count !== undefined && ` ${words.number(count)}`}
    </Badge>
  )
}

/** The file as it was read and what was seen of it, for the server to take up again. */
const HandedOn = ({ review }: { review: ValueReview }) => (
  <>
    <input type="hidden" name="tanda" value={review.mark} />
    <textarea hidden readOnly name="lembar" value={review.packed} />
  </>
)

function Apply({ review }: { review: ValueReview }) {
  const words = useAllWords()
  const { counts } = review
  const n = counts.new + counts.changed
  if (n === 0)
    return (
      <Notice tone={counts.wrong > 0 ? 'warn' : 'info'} icon={counts.wrong > 0 ? CircleX : CircleCheckBig}>
        {words.t(counts.wrong > 0 ? 'impor-nilai.none' : 'impor-nilai.nothing')}
      </Notice>
    )
  if (counts.wrong === 0)
    return (
      <form method="post" action="/target/impor" encType="multipart/form-data">
        <HandedOn review={review} />
        <input type="hidden" name="pilihan" value="semua" />
        <Button type="submit" name="maksud" value="terapkan">
          {words.t('impor-nilai.apply.all', { n })}
        </Button>
      </form>
    )
  return (
    <>
      <Notice tone="warn" icon={TriangleAlert}>
        {words.t('impor-nilai.apply.all.none', { wrong: counts.wrong })}
      </Notice>
      <form
        method="post"
        action="/target/impor"
        encType="multipart/form-data"
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <HandedOn review={review} />
        <input type="hidden" name="pilihan" value="benar" />
        <Button type="submit" kind="secondary" name="maksud" value="terapkan">
          {words.t('impor-nilai.apply.good', { n })}
        </Button>
        <p className="grow basis-64 text-sm text-ink-2">{words.t('impor-nilai.apply.good.help')}</p>
      </form>
    </>
  )
}

/** The verdicts of a file, wrong ones first, and the ways to do it: all of it, or what is right. */
export function ReviewCard({ review }: { review: ValueReview }) {
  const words = useAllWords()
  const { counts, rows } = review
  const shown = VERDICTS.flatMap(verdict =>
    rows.filter(row => row.verdict === verdict).slice(0, SHOWN[verdict]),
  )
  const columns: Column<JudgedValue>[] = [
    {
      key: 'line',
      label: words.t('tabel.row'),
      width: 'w-20',
      align: 'end',
      cell: row => <span className="tabular-nums">{row.line}</span>,
    },
    { key: 'label', label: words.t('impor-nilai.subject'), lead: true, cell: row => row.label },
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
          {verdictLines(row, words).map(line => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Card as="section" aria-labelledby="hasil">
      <CardHead
        id="hasil"
        title={words.t('impor-nilai.review')}
        end={
          <span className="flex flex-wrap gap-1.5">
            {VERDICTS.map(verdict => (
              <VerdictBadge key={verdict} verdict={verdict} count={counts[verdict]} />
            ))}
          </span>
        }
      />
      <section aria-label={words.t('impor-nilai.choice')} className="grid gap-4 p-4 sm:p-5">
        <Apply review={review} />
      </section>
      {shown.length > 0 && (
        <div className="border-t border-line">
          <DataTable
            caption={words.t('impor-nilai.review')}
            columns={columns}
            rows={shown}
            rowKey={row => String(row.line)}
          />
        </div>
      )}
      <form
        method="post"
        action="/target/impor/putusan.csv"
        encType="multipart/form-data"
        className="screen-only flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line p-4 sm:px-5"
      >
        <HandedOn review={review} />
        <Button type="submit" kind="quiet" size="sm">
          <Download aria-hidden />
          {words.t('impor-nilai.verdicts')}
        </Button>
        {rows.length > shown.length && (
          <p className="grow basis-64 text-sm text-ink-2">
            {words.t('impor-nilai.hidden', { n: rows.length - shown.length })}
          </p>
        )}
      </form>
    </Card>
  )
}
