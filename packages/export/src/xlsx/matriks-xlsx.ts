import type { Tanggal } from '@mufakat/domain'
import { unzipSync } from 'fflate'
import writeSheets, { type CellObject, type SheetData } from 'write-excel-file/node'
import { wordsOf } from '../papers/common'
import { type MatriksInput, type MatriksRow, remarksText, statusText, summaryOf } from '../papers/matriks'
import { printable } from '../printable'
import { zipParts } from '../zip'

/** What a spreadsheet would take for a formula, also once somebody saves the sheet as CSV. */
const FORMULA = /^(?:\s*[=+\-@]|[\t\r\n])/
/** Excel takes no more in one cell. */
const LONGEST = 32_000

const LOOK = { alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#999999' } as const
const HEAD = { ...LOOK, fontWeight: 'bold', align: 'center', backgroundColor: '#EBEBEB' } as const

/** Always typed as text, and with an apostrophe in front of what reads as a formula. */
function textCell(text: string): CellObject {
  const clean = printable(text)
  const whole = clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean
  return { ...LOOK, value: FORMULA.test(text) || FORMULA.test(whole) ? `'${whole}` : whole, type: String }
}

const numberCell = (value: number | null, format?: string): CellObject =>
  value === null ? { ...LOOK } : { ...LOOK, value, type: Number, ...(format === undefined ? {} : { format }) }

/** A day as a spreadsheet counts days, so that it can be sorted and reckoned with. */
const dayCell = (day: Tanggal | null): CellObject =>
  day === null
    ? { ...LOOK }
    : { ...LOOK, value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', align: 'left' }

/** Matriks and summary as two sheets, every column of the matriks by itself. */
export async function matriksXlsx(input: MatriksInput): Promise<Uint8Array> {
  const paper = wordsOf(input)
  const { words } = paper
  const target = (row: MatriksRow): CellObject[] => [
    typeof row.target === 'number' ? numberCell(row.target) : textCell(row.target ?? ''),
    textCell(row.unit),
  ]
  const columns: readonly (readonly [title: string, width: number])[] = [
    [paper.t('paper.column.no'), 5],
    [paper.t('matriks.number'), 18],
    [paper.t('matriks.rapat'), 28],
    [paper.t('matriks.date'), 13],
    [paper.t('paper.column.tindak-lanjut'), 40],
    [paper.t('matriks.detail'), 36],
    [`${paper.t('paper.column.owner')} (${paper.t('paper.fact.opd')})`, 26],
    [paper.t('paper.column.jabatan'), 20],
    [paper.t('paper.column.tenggat'), 13],
    [paper.t('paper.column.priority'), 12],
    [paper.t('paper.column.status'), 20],
    [paper.t('matriks.finished'), 13],
    [paper.t('paper.column.strategy'), 26],
    [paper.t('matriks.place'), 20],
    [paper.t('matriks.indicator'), 24],
    [paper.t('matriks.target.only'), 12],
    [paper.t('matriks.unit'), 10],
    [paper.t('matriks.achievement'), 12],
    [paper.t('matriks.obstacle'), 28],
    [paper.t('matriks.evidence'), 20],
    [paper.t('paper.column.remarks'), 24],
  ]
  const rows = input.rows.map((row, at): CellObject[] => [
    numberCell(at + 1),
    textCell(row.rapatNumber),
    textCell(row.rapatTitle),
    dayCell(row.rapatDate),
    textCell(row.text),
    textCell(row.detail),
    textCell(row.opd),
    textCell(row.jabatan),
    dayCell(row.tenggat),
    textCell(row.priority === null ? '' : words.t(`priority.${row.priority}`)),
    textCell(statusText(row, input.today, paper)),
    dayCell(row.finishedAt),
    textCell(row.strategy === null ? '' : words.t(`strategy.${row.strategy}`)),
    textCell(row.place),
    textCell(row.indicator),
    ...target(row),
    numberCell(row.achievement, '0.0%'),
    textCell(row.obstacle),
    textCell(row.evidence),
    textCell(remarksText(row, paper)),
  ])
  const head = columns.map(([title]): CellObject => ({ ...HEAD, value: title, type: String }))
  const summary: SheetData = [
    [{ value: paper.t('matriks.title'), type: String, fontWeight: 'bold' }],
    [{ value: printable(input.scope), type: String }],
    [{ value: paper.t('matriks.asOf', { date: words.date(input.today) }), type: String }],
    ...summaryOf(input, paper).flatMap(
      ({ title, rows: counted }): SheetData => [
        [],
        [
          { ...HEAD, value: title, type: String },
          { ...HEAD, value: paper.t('paper.column.count'), type: String },
        ],
        ...counted.map(({ name, count }) => [textCell(name), numberCell(count)]),
      ],
    ),
  ]
  const bytes = await writeSheets([
    {
      sheet: paper.t('matriks.sheet'),
      data: [head, ...rows],
      columns: columns.map(([, width]) => ({ width })),
      stickyRowsCount: 1,
      orientation: 'landscape',
    },
    { sheet: paper.t('matriks.summary'), data: summary, columns: [{ width: 60 }, { width: 10 }] },
  ]).toBuffer()
  // The library writes the hour into the archive.
  return zipParts(Object.entries(unzipSync(new Uint8Array(bytes))))
}
