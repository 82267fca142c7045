import type { JudgedPaste, PasteField, PasteInput, PasteReview } from '@mufakat/services'
import { Badge, Button, Card, CardHead, type Column, DataTable, Field, Notice, Select } from '@mufakat/ui'
import { CircleCheckBig, CircleX, Download, FileSearch } from 'lucide-react'
import { useAllWords } from '~/frame/words'

export const FIELDS: readonly PasteField[] = [
  'title',
  'opd',
  'jabatan',
  'due',
  'priority',
  'strategy',
  'status',
]
/** Rows that are ready and shown, as a sample. */
const SAMPLE = 5

const letterOf = (at: number): string => String.fromCharCode(65 + (at % 26)).repeat(1 + Math.floor(at / 26))

/** The table as it was read, handed on with what its columns hold. */
export function HandedOn({ input, withColumns = true }: { input: PasteInput; withColumns?: boolean }) {
  return (
    <>
      <textarea hidden readOnly name="lembar" value={JSON.stringify(input.sheet)} />
      {withColumns &&
        input.columns.map((field, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
          <input key={at} type="hidden" name="kolom" value={field ?? ''} />
        ))}
    </>
  )
}

/** What each column holds, to be put right. */
export function ColumnsCard({ input }: { input: PasteInput }) {
  const words = useAllWords()
  const { sheet, columns } = input
  return (
    <Card as="section" aria-labelledby="kolom">
      <CardHead id="kolom" title={words.t('tempel.step.columns')} />
      <form method="post" encType="multipart/form-data" className="grid gap-4 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('tempel.columns.help')}</p>
        <HandedOn input={input} withColumns={false} />
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {columns.map((field, at) => {
            const sample = sheet.head[at] || sheet.rows[0]?.cells[at] || ''
            const letter = letterOf(at)
            return (
              <Field
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                key={at}
                id={`kolom-${at}`}
                label={
                  <span className="line-clamp-1">
                    {sample
                      ? words.t('tempel.column.of', { letter, sample })
                      : words.t('tempel.column', { letter })}
                  </span>
                }
              >
                <Select id={`kolom-${at}`} name="kolom" defaultValue={field ?? ''}>
                  <option value="">{words.t('tempel.field.none')}</option>
                  {FIELDS.map(one => (
                    <option key={one} value={one}>
                      {words.t(`tempel.field.${one}`)}
                    </option>
                  ))}
                </Select>
              </Field>
            )
          })}
        </div>
        <Button type="submit" name="maksud" value="periksa" kind="secondary" className="w-fit">
          <FileSearch aria-hidden />
          {words.t('tempel.recheck')}
        </Button>
      </form>
    </Card>
  )
}

/** Why a row goes nowhere. */
function Reason({ row }: { row: JudgedPaste }) {
  const words = useAllWords()
  if (row.reason === null) return null
  const reason = words.lookup(`tempel.reason.${row.reason}`, words.t('field.invalid'))
  return row.column === null
    ? reason
    : words.t('tempel.in', { column: words.t(`tempel.field.${row.column}`), reason })
}

export function JudgedRows({ rows, caption }: { rows: readonly JudgedPaste[]; caption: string }) {
  const words = useAllWords()
  const columns: Column<JudgedPaste>[] = [
    { key: 'line', label: words.t('tempel.row'), width: 'w-20', align: 'end', cell: row => row.line },
    { key: 'label', label: words.t('tempel.what'), lead: true, cell: row => row.label },
    {
      key: 'verdict',
      label: words.t('tempel.verdict'),
      width: 'w-32',
      cell: row =>
        row.reason === null ? (
          <Badge tone="success" icon={CircleCheckBig}>
            {words.t('tempel.ready')}
          </Badge>
        ) : (
          <Badge tone="danger" icon={CircleX}>
            {words.t('tempel.wrong')}
          </Badge>
        ),
    },
    { key: 'why', label: words.t('tabel.what'), cell: row => <Reason row={row} /> },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={row => String(row.line)} />
}

/** Takes the rows along that go nowhere, with the reason. */
export function DownloadWrong({ input }: { input: PasteInput }) {
  const words = useAllWords()
  return (
    <form method="post" action="/tindak-lanjut/tempel/salah" encType="multipart/form-data">
      <HandedOn input={input} />
      <Button type="submit" kind="secondary">
        <Download aria-hidden />
        {words.t('tempel.download')}
      </Button>
    </form>
  )
}

/** The verdict of every row that is wrong, a sample of the others, and the way to put them in. */
export function ReviewCard({ review, input }: { review: PasteReview; input: PasteInput }) {
  const words = useAllWords()
  const wrong = review.rows.filter(row => row.reason !== null)
  const ready = review.rows.filter(row => row.reason === null)
  const hidden = Math.max(0, ready.length - SAMPLE)
  return (
    <Card as="section" aria-labelledby="hasil">
      <CardHead
        id="hasil"
        title={words.t('tempel.review')}
        end={
          <span className="flex flex-wrap gap-1.5">
            <Badge tone="success" icon={CircleCheckBig}>
              {words.t('tempel.good', { n: review.good })}
            </Badge>
            {wrong.length > 0 && (
              <Badge tone="danger" icon={CircleX}>
                {words.t('tempel.bad', { n: wrong.length })}
              </Badge>
            )}
          </span>
        }
      />
      <JudgedRows rows={[...wrong, ...ready.slice(0, SAMPLE)]} caption={words.t('tempel.review')} />
      {hidden > 0 && (
        <p className="border-t border-line px-4 py-3 text-sm text-ink-2 sm:px-5">
          {words.t('tempel.good.hidden', { n: hidden })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-4 border-t border-line p-4 sm:p-5">
        {review.good > 0 ? (
          <form method="post" encType="multipart/form-data">
            <HandedOn input={input} />
            <input type="hidden" name="tanda" value={review.mark} />
            <Button type="submit" name="maksud" value="masukkan">
              {words.t('tempel.submit', { n: review.good })}
            </Button>
          </form>
        ) : (
          <Notice tone="warn" icon={CircleX}>
            {words.t('tempel.none')}
          </Notice>
        )}
        {wrong.length > 0 && <DownloadWrong input={input} />}
        {wrong.length > 0 && (
          <p className="grow basis-64 text-sm text-ink-2">{words.t('tempel.submit.note')}</p>
        )}
      </div>
    </Card>
  )
}
