import type { Priority, Strategy, Tanggal, TindakLanjutStatus } from '@mufakat/domain'
import { PRIORITIES, TINDAK_LANJUT_STATUSES, tenggatState } from '@mufakat/domain'
import type { PaperWords } from '@mufakat/i18n'
import type { Block, Cell, Paper } from '../paper'
import { paperOf, sectionHeading, titled, wordsOf } from './common'
import type { PaperFrame } from './facts'
import { paragraph, runs, table } from './text'

export interface MatriksRow {
  readonly rapatNumber: string
  readonly rapatTitle: string
  readonly rapatDate: Tanggal | null
  readonly text: string
  readonly detail: string
  readonly opd: string
  readonly jabatan: string
  /** The one that holds now. */
  readonly tenggat: Tanggal | null
  /** How often it was moved, and what it was at first. */
  readonly postponed: number
  readonly decided: Tanggal | null
  readonly priority: Priority | null
  readonly status: TindakLanjutStatus
  readonly finishedAt: Tanggal | null
  readonly strategy: Strategy | null
  readonly place: string
  readonly indicator: string
  readonly target: number | string | null
  readonly unit: string
  /** Share of the target: 0.5 is 50 %. */
  readonly achievement: number | null
  readonly obstacle: string
  readonly evidence: string
  readonly remarks: string
}

export interface MatriksInput extends PaperFrame {
  /** What the rows have in common: "Triwulan I 2026", "Semua OPD". */
  readonly scope: string
  /** The day by which something is late. */
  readonly today: Tanggal
  readonly rows: readonly MatriksRow[]
}

const isLate = (row: MatriksRow, today: Tanggal): boolean => tenggatState(row, today) === 'terlambat'

/** Status as people read it: what is late says so, since that is never stored. */
export function statusText(row: MatriksRow, today: Tanggal, paper: PaperWords): string {
  const status = paper.words.t(`status.tl.${row.status}`)
  return isLate(row, today) ? paper.t('matriks.late', { status }) : status
}

/** What somebody said of it, with how often its tenggat was moved. */
export function remarksText({ remarks, postponed, decided }: MatriksRow, paper: PaperWords): string {
  if (postponed === 0) return remarks
  const date = decided === null ? paper.t('paper.none') : paper.words.date(decided, 'short')
  return [paper.t('matriks.postponed', { n: postponed, date }), remarks].filter(Boolean).join('. ')
}

export function targetText({ target, unit }: MatriksRow, paper: PaperWords): string {
  const value = typeof target === 'number' ? paper.words.number(target) : (target ?? '')
  return [value, value === '' ? '' : unit].filter(Boolean).join(' ')
}

interface SummaryPart {
  readonly title: string
  /** What the names are. */
  readonly column: string
  readonly rows: readonly { readonly name: string; readonly count: number }[]
}

/** How many per status, OPD and priority; every status and priority, also those that none has. */
export function summaryOf(input: MatriksInput, paper: PaperWords): readonly SummaryPart[] {
  const { rows, today } = input
  const count = (is: (row: MatriksRow) => boolean) => rows.filter(is).length
  const opds = [...new Set(rows.map(row => row.opd))].sort((a, b) => a.localeCompare(b, paper.words.locale))
  const none = paper.t('paper.none')
  const unranked = count(row => row.priority === null)
  return [
    {
      title: paper.t('matriks.by.status'),
      column: paper.t('paper.column.status'),
      rows: [
        ...TINDAK_LANJUT_STATUSES.map(status => ({
          name: paper.words.t(`status.tl.${status}`),
          count: count(row => row.status === status),
        })),
        { name: paper.t('matriks.late.row'), count: count(row => isLate(row, today)) },
      ],
    },
    {
      title: paper.t('matriks.by.priority'),
      column: paper.t('paper.column.priority'),
      rows: [
        ...PRIORITIES.map(priority => ({
          name: paper.words.t(`priority.${priority}`),
          count: count(row => row.priority === priority),
        })),
        ...(unranked === 0 ? [] : [{ name: none, count: unranked }]),
      ],
    },
    {
      title: paper.t('matriks.by.opd'),
      column: paper.t('paper.fact.opd'),
      rows: opds.map(opd => ({ name: opd || none, count: count(row => row.opd === opd) })),
    },
  ]
}

/** Letters of the matriks, in points. */
export const MATRIKS_SIZE = 7.5
const part = (text: string, look: { bold?: true } = {}): Cell =>
  text === '' ? [] : [{ type: 'paragraph', runs: runs(text, look), align: 'left', above: 0 }]

/** What one column of the paper says of a row, in the order of the sheet; related columns share one. */
export function matriksCells(
  row: MatriksRow,
  at: number,
  status: string,
  paper: PaperWords,
): (string | Cell)[] {
  const { words } = paper
  const day = (date: Tanggal | null) => (date === null ? '' : words.date(date, 'short'))
  const target = targetText(row, paper)
  return [
    String(at + 1),
    [...part(row.rapatNumber), ...part(row.rapatTitle), ...part(day(row.rapatDate))],
    [...part(row.text, { bold: true }), ...part(row.detail)],
    [...part(row.opd), ...part(row.jabatan)],
    day(row.tenggat),
    row.priority === null ? '' : words.t(`priority.${row.priority}`),
    [
      ...part(status),
      ...(row.finishedAt === null ? [] : part(paper.t('matriks.finished.on', { date: day(row.finishedAt) }))),
    ],
    row.strategy === null ? '' : words.t(`strategy.${row.strategy}`),
    row.place,
    [
      ...part(row.indicator),
      ...(target === '' ? [] : part(paper.t('matriks.target.value', { value: target }))),
      ...(row.achievement === null
        ? []
        : part(paper.t('matriks.achievement.value', { value: words.percent(row.achievement) }))),
    ],
    row.obstacle,
    row.evidence,
    remarksText(row, paper),
  ]
}

const column = (title: string, weight: number, align: 'left' | 'center' = 'left') => ({
  title,
  weight,
  align,
})

/** The columns of `matriksCells`, on a page that lies. */
export const matriksColumns = (paper: PaperWords) => [
  column(paper.t('paper.column.no'), 9, 'center'),
  column(paper.t('matriks.meeting'), 26),
  column(`${paper.t('paper.column.tindak-lanjut')}, ${paper.t('matriks.detail')}`, 46),
  column(paper.t('paper.column.owner'), 27),
  column(paper.t('paper.column.tenggat'), 18),
  column(paper.t('paper.column.priority'), 17),
  column(paper.t('paper.column.status'), 20),
  column(paper.t('paper.column.strategy'), 22),
  column(paper.t('matriks.place'), 20),
  column(`${paper.t('matriks.indicator')}, ${paper.t('matriks.target')}`, 27),
  column(paper.t('matriks.obstacle'), 25),
  column(paper.t('matriks.evidence'), 22),
  column(paper.t('paper.column.remarks'), 22),
]

export function matriks(input: MatriksInput): Paper {
  const paper = wordsOf(input)
  const blocks: Block[] = [
    ...titled(paper.t('matriks.title'), [
      input.scope,
      paper.t('matriks.asOf', { date: paper.words.date(input.today) }),
    ]),
    input.rows.length === 0
      ? paragraph(paper.t('matriks.none'))
      : table(
          matriksColumns(paper),
          input.rows.map((row, at) => matriksCells(row, at, statusText(row, input.today, paper), paper)),
          { size: MATRIKS_SIZE },
        ),
    ...summaryOf(input, paper).flatMap(({ title, column: name, rows }) => [
      sectionHeading(title),
      table(
        [column(name, 60), column(paper.t('paper.column.count'), 14, 'center')],
        rows.map(row => [row.name, paper.words.number(row.count)]),
        { size: 9.5, width: 0.4 },
      ),
    ]),
  ]
  return paperOf(input, paper, {
    title: `${paper.t('matriks.title')} – ${input.scope}`,
    blocks,
    landscape: true,
  })
}
