import { achievementLines, type FigureLine, noteSigned, workFigureLines } from '@mufakat/i18n'
import type { CellObject, SheetData } from 'write-excel-file/node'
import { wordsOf } from '../papers/common'
import { indicatorTexts, type LaporanInput, laporanTitle, matriksRowOf, stateText } from '../papers/laporan'
import { headCell, numberCell, sheetsFile, textCell } from './cells'
import { matriksSheet } from './matriks-xlsx'

const widths = (...all: readonly number[]) => all.map(width => ({ width }))

/** The report as sheets: what is reckoned with stands as numbers, what is told as on its page. */
export function laporanXlsx(input: LaporanInput): Promise<Uint8Array> {
  const paper = wordsOf(input)
  const { words } = paper
  const { report } = input
  const { summary } = report
  const pair = (name: string, value: string | number): CellObject[] => [
    textCell(name),
    typeof value === 'number' ? numberCell(value) : textCell(value),
  ]
  const figure = ({ value, isShare }: FigureLine): CellObject =>
    value === null
      ? textCell(words.t('laporan.figure.none'))
      : numberCell(value, isShare ? '0.0%' : undefined)
  const head: SheetData = [
    [{ value: laporanTitle(report.at, paper), type: String, fontWeight: 'bold' }],
    [{ value: report.regency, type: String }],
    [{ value: words.t('laporan.as-of', { date: words.date(report.on) }), type: String }],
    [],
    [headCell(words.t('laporan.column.figure')), headCell(words.t('laporan.column.number'))],
  ]
  const summarySheet: SheetData = [
    ...head,
    ...achievementLines(words, summary.indicators).map(({ name, count }) =>
      pair(`${words.t('laporan.indicators')}: ${name}`, count),
    ),
    ...workFigureLines(words, summary.work).map(line => [textCell(line.name), figure(line)]),
    pair(
      words.t('laporan.figure.reports'),
      words.t('laporan.figure.reports.of', { n: summary.reports.accepted, of: summary.reports.of }),
    ),
    pair(words.t('laporan.figure.rapat'), summary.rapat.held),
    pair(words.t('laporan.figure.ratified'), summary.rapat.ratified),
    [],
    ...(report.note === null
      ? []
      : [pair(words.t('laporan.note'), report.note.text), pair('', noteSigned(words, report.note))]),
  ]
  const columns = [
    'strategy',
    'programme',
    'indicator',
    'unit',
    'owner',
    'value',
    'at',
    'finality',
    'target',
    'capaian',
    'band',
    'achievement',
    'trend',
    'year-target',
    'year-capaian',
    'source',
  ] as const
  const indicators = report.strategies.flatMap(({ indicators: all }) => all)
  const indicatorSheet: SheetData = [
    columns.map(key => headCell(words.t(`laporan.column.${key}`))),
    ...indicators.map((one): CellObject[] => {
      const said = indicatorTexts(one, paper)
      const { standing } = one
      return [
        ...[one.strategy.toUpperCase(), one.programme, one.name, one.unit, one.owner.name].map(textCell),
        standing.value === null ? textCell(said.value) : numberCell(standing.value),
        textCell(said.at),
        textCell(said.finality),
        numberCell(standing.target),
        standing.capaian.kind === 'persen'
          ? numberCell(standing.capaian.percent / 100, '0.00%')
          : textCell(said.capaian),
        ...[said.band, said.achievement, said.trend].map(textCell),
        numberCell(standing.ofYear.target),
        standing.ofYear.capaian.kind === 'persen'
          ? numberCell(standing.ofYear.capaian.percent / 100, '0.00%')
          : textCell(said.year.capaian),
        textCell(one.source),
      ]
    }),
  ]
  const opdSheet: SheetData = [
    [
      headCell(words.t('laporan.column.owner')),
      headCell(words.t('laporan.column.report')),
      ...workFigureLines(words, summary.work).map(({ name }) => headCell(name)),
    ],
    ...report.opd.map(({ opd, state, work }): CellObject[] => [
      textCell(opd.name),
      textCell(state === null ? '' : words.t(`laporan.opd-state.${state}`)),
      ...workFigureLines(words, work).map(figure),
    ]),
  ]
  const remarkKeys = ['analysis', 'kendala', 'solusi', 'plan', 'proofs'] as const
  const remarkSheet: SheetData = [
    [
      headCell(words.t('laporan.column.owner')),
      headCell(words.t('laporan.column.indicator')),
      ...remarkKeys.map(key => headCell(words.t(`laporan.remark.${key}`))),
    ],
    ...report.opd.flatMap(({ opd, remarks }) =>
      remarks.map(remark =>
        [
          opd.name,
          remark.indicator,
          ...[remark.analysis, remark.kendala, remark.solusi, remark.plan, remark.proofs.join('\n')],
        ].map(textCell),
      ),
    ),
  ]
  const landscape = { orientation: 'landscape', stickyRowsCount: 1 } as const
  return sheetsFile([
    { sheet: words.t('laporan.sheet.summary'), data: summarySheet, columns: widths(50, 60) },
    {
      ...landscape,
      sheet: words.t('laporan.sheet.indicators'),
      data: indicatorSheet,
      columns: widths(9, 36, 44, 12, 30, 14, 14, 12, 14, 26, 14, 16, 12, 14, 26, 24),
    },
    matriksSheet(
      report.work.map(matriksRowOf),
      (_, at) => {
        const work = report.work[at]
        return work === undefined ? '' : stateText(work, report, paper)
      },
      paper,
    ),
    {
      ...landscape,
      sheet: words.t('laporan.sheet.opd'),
      data: opdSheet,
      columns: widths(44, 20, ...Array.from({ length: 10 }, () => 14)),
    },
    {
      ...landscape,
      sheet: words.t('laporan.sheet.remarks'),
      data: remarkSheet,
      columns: widths(36, 40, 50, 50, 50, 50, 40),
    },
  ])
}
