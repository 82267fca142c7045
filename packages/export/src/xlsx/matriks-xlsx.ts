import type { PaperWords } from '@mufakat/i18n'
import type { CellObject, SheetData } from 'write-excel-file/node'
import { wordsOf } from '../papers/common'
import { type MatriksInput, type MatriksRow, remarksText, statusText, summaryOf } from '../papers/matriks'
import { printable } from '../printable'
import { dayCell, headCell, numberCell, sheetsFile, textCell } from './cells'

/** Every column of the matriks by itself, with what `statusOf` says of a row. */
export function matriksSheet(
  rows: readonly MatriksRow[],
  statusOf: (row: MatriksRow, at: number) => string,
  paper: PaperWords,
) {
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
  const data = rows.map((row, at): CellObject[] => [
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
    textCell(statusOf(row, at)),
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
  return {
    sheet: paper.t('matriks.sheet'),
    data: [columns.map(([title]) => headCell(title)), ...data],
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }
}

/** Matriks and summary as two sheets. */
export function matriksXlsx(input: MatriksInput): Promise<Uint8Array> {
  const paper = wordsOf(input)
  const { words } = paper
  const summary: SheetData = [
    [{ value: paper.t('matriks.title'), type: String, fontWeight: 'bold' }],
    [{ value: printable(input.scope), type: String }],
    [{ value: paper.t('matriks.asOf', { date: words.date(input.today) }), type: String }],
    ...summaryOf(input, paper).flatMap(
      ({ title, rows: counted }): SheetData => [
        [],
        [headCell(title), headCell(paper.t('paper.column.count'))],
        ...counted.map(({ name, count }) => [textCell(name), numberCell(count)]),
      ],
    ),
  ]
  return sheetsFile([
    matriksSheet(input.rows, row => statusText(row, input.today, paper), paper),
    { sheet: paper.t('matriks.summary'), data: summary, columns: [{ width: 60 }, { width: 10 }] },
  ])
}
