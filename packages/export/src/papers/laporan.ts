import type {
  AchievementState,
  BandBounds,
  Finality,
  IndicatorStanding,
  ReportState,
  Strategy,
  Tanggal,
  Triwulan,
  WorkFigures,
  WorkState,
} from '@mufakat/domain'
import {
  achievementLines,
  noteSigned,
  type PaperWords,
  type StandingText,
  standingText,
  workFigureLines,
  workStateText,
} from '@mufakat/i18n'
import type { Block, Cell, Paper } from '../paper'
import { paperOf, sectionHeading, titled, wordsOf } from './common'
import type { PaperFrame } from './facts'
import { MATRIKS_SIZE, type MatriksRow, matriksCells, matriksColumns } from './matriks'
import { cell, numbered, paragraph, runs, table } from './text'

interface Named {
  readonly id: string
  readonly shortName: string
  readonly name: string
}

export interface LaporanIndicator {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly decimals: number
  readonly source: string
  readonly owner: Named
  readonly strategy: Strategy
  readonly programme: string
  readonly standing: IndicatorStanding
  readonly finality: Finality | null
}

type Counts = Readonly<Record<AchievementState | 'tidak_dinilai', number>>

export interface LaporanWork extends Omit<MatriksRow, 'opd'> {
  readonly id: string
  readonly opd: Named | null
  readonly state: WorkState
}

export interface LaporanOpd {
  readonly opd: Named
  readonly work: WorkFigures
  readonly state: ReportState | 'belum' | null
  readonly indicatorIds: readonly string[]
  readonly remarks: readonly {
    readonly indicator: string
    readonly analysis: string
    readonly kendala: string
    readonly solusi: string
    readonly plan: string
    readonly proofs: readonly string[]
  }[]
  readonly workIds: readonly string[]
}

/** What the page of the report shows, said on paper. */
export interface LaporanReport {
  readonly at: Triwulan
  readonly on: Tanggal
  readonly isOver: boolean
  readonly regency: string
  readonly legalBases: readonly string[]
  readonly bounds: BandBounds
  readonly summary: {
    readonly indicators: Counts
    readonly work: WorkFigures
    readonly reports: { readonly accepted: number; readonly of: number }
    readonly rapat: { readonly held: number; readonly ratified: number }
  }
  readonly strategies: readonly {
    readonly strategy: Strategy
    readonly indicators: readonly LaporanIndicator[]
    readonly counts: Counts
    readonly work: WorkFigures
  }[]
  readonly work: readonly LaporanWork[]
  readonly opd: readonly LaporanOpd[]
  readonly note: {
    readonly text: string
    readonly by: string
    readonly jabatan: string | null
    readonly at: Date
  } | null
}

export interface LaporanInput extends PaperFrame {
  readonly report: LaporanReport
}

const left = (title: string, weight: number) => ({ title, weight, align: 'left' as const })
const center = (title: string, weight: number) => ({ title, weight, align: 'center' as const })

/** What the page says of an indicator, word for word. */
export function indicatorTexts(indicator: LaporanIndicator, { words }: PaperWords) {
  const text = standingText(words, indicator, indicator.standing)
  const { ofYear } = indicator.standing
  const year = standingText(words, indicator, {
    ...indicator.standing,
    ...ofYear,
    value: ofYear.realisasi,
    isTargetOfYear: false,
  })
  const finality = indicator.finality === null ? '' : words.t(`capaian.finality.${indicator.finality}`)
  return { ...text, year, finality }
}

/** A row of the matriks as papers write it, with how far it is. */
export const matriksRowOf = ({ opd, ...work }: LaporanWork): MatriksRow => ({ ...work, opd: opd?.name ?? '' })

export const stateText = (work: LaporanWork, { isOver }: LaporanReport, { words }: PaperWords): string =>
  workStateText(words, { state: work.state, status: work.status, isOver })

const workPairs = (work: WorkFigures, { words }: PaperWords) =>
  workFigureLines(words, work).map(({ name, text }) => [name, text] as const)

/** Figures and their names, two beside each other. */
function figures(rows: readonly (readonly [string, string])[], paper: PaperWords): Block {
  const half = Math.ceil(rows.length / 2)
  const [name, number] = [paper.words.t('laporan.column.figure'), paper.words.t('laporan.column.number')]
  return table(
    [left(name, 60), center(number, 20), left(name, 60), center(number, 20)],
    rows.slice(0, half).map((row, at) => [...row, ...(rows[half + at] ?? ['', ''])]),
    { size: 9.5 },
  )
}

/** The work of every OPD in one look. */
function opdTable(report: LaporanReport, paper: PaperWords): Block {
  const { words } = paper
  const lines = workFigureLines(words, report.summary.work)
  return table(
    [
      left(words.t('laporan.column.owner'), 70),
      center(words.t('laporan.column.report'), 30),
      ...lines.map(({ name }) => center(name, 22)),
    ],
    report.opd.map(({ opd, state, work }) => [
      opd.name,
      state === null ? '–' : words.t(`laporan.opd-state.${state}`),
      ...workFigureLines(words, work).map(({ text }) => text),
    ]),
    { size: 8 },
  )
}

const bold = (text: string): Cell => [
  { type: 'paragraph', runs: runs(text, { bold: true }), align: 'left', above: 0 },
]

/** Indicators in the order of their programmes, each programme named once. */
function indicatorTable(indicators: readonly LaporanIndicator[], paper: PaperWords): Block {
  const { words } = paper
  const t = (
    key:
      | 'indicator'
      | 'unit'
      | 'owner'
      | 'value'
      | 'at'
      | 'target'
      | 'capaian'
      | 'band'
      | 'trend'
      | 'year-target'
      | 'year-capaian'
      | 'finality',
  ) => words.t(`laporan.column.${key}`)
  const rows = indicators.flatMap((one, at) => {
    const said: ReturnType<typeof indicatorTexts> & { year: StandingText } = indicatorTexts(one, paper)
    const isFirst = indicators[at - 1]?.programme !== one.programme
    const blank = Array.from({ length: 10 }, () => '')
    return [
      ...(isFirst ? [['', bold(one.programme), ...blank]] : []),
      [
        String(at + 1),
        one.name,
        one.unit,
        one.owner.shortName || one.owner.name,
        said.value || '–',
        [said.at, said.finality].filter(Boolean).join(', '),
        said.target || '–',
        said.capaian,
        said.band || said.achievement,
        said.trend,
        said.year.target || '–',
        said.year.capaian,
      ],
    ]
  })
  return table(
    [
      center(words.t('laporan.column.no'), 9),
      left(t('indicator'), 62),
      center(t('unit'), 20),
      center(t('owner'), 26),
      center(t('value'), 22),
      center(t('at'), 24),
      center(t('target'), 22),
      center(t('capaian'), 30),
      center(t('band'), 22),
      center(t('trend'), 20),
      center(t('year-target'), 22),
      center(t('year-capaian'), 28),
    ],
    rows,
    { size: 8 },
  )
}

const strategyTitle = (strategy: Strategy, { words }: PaperWords): string =>
  words.t('laporan.strategy', { code: strategy.toUpperCase(), name: words.t(`strategy.${strategy}`) })

function noteBlocks(note: LaporanReport['note'], paper: PaperWords): readonly Block[] {
  const { words } = paper
  if (note === null) return [paragraph(words.t('laporan.note.none'))]
  return [
    {
      type: 'aside',
      blocks: [
        ...note.text.split('\n').map(line => paragraph(line, { align: 'justify' })),
        paragraph(noteSigned(words, note), { small: true }),
      ],
    },
  ]
}

function opdBlocks(one: LaporanOpd, report: LaporanReport, paper: PaperWords): readonly Block[] {
  const { words } = paper
  const indicators = report.strategies
    .flatMap(({ indicators: all }) => all)
    .filter(({ id }) => one.indicatorIds.includes(id))
  const work = report.work.filter(({ id }) => one.workIds.includes(id))
  const sub = (title: string): Block => ({ type: 'heading', level: 3, runs: runs(title) })
  const day = (date: Tanggal | null) => (date === null ? '' : words.date(date, 'short'))
  return [
    { type: 'page-break' },
    sectionHeading(one.opd.name),
    ...(one.state === null
      ? []
      : [paragraph(words.t('laporan.opd.report', { state: words.t(`laporan.opd-state.${one.state}`) }))]),
    figures(workPairs(one.work, paper), paper),
    ...(indicators.length === 0
      ? []
      : [sub(words.t('laporan.indicators')), indicatorTable(indicators, paper)]),
    ...one.remarks.flatMap(remark => [
      sub(remark.indicator),
      {
        type: 'facts' as const,
        labelWidth: 120,
        rows: (['analysis', 'kendala', 'solusi', 'plan'] as const)
          .filter(key => remark[key].trim() !== '')
          .map(key => ({ label: words.t(`laporan.remark.${key}`), value: cell(remark[key]) }))
          .concat(
            remark.proofs.length === 0
              ? []
              : [{ label: words.t('laporan.remark.proofs'), value: [numbered(remark.proofs)] }],
          ),
      },
    ]),
    sub(words.t('laporan.work')),
    work.length === 0
      ? paragraph(words.t('laporan.opd.work.none'))
      : table(
          [
            center(words.t('laporan.column.no'), 9),
            left(words.t('laporan.column.work'), 110),
            left(paper.t('paper.column.jabatan'), 50),
            left(words.t('laporan.column.due'), 26),
            left(words.t('laporan.column.state'), 40),
            left(paper.t('matriks.obstacle'), 60),
          ],
          work.map((row, at) => [
            String(at + 1),
            row.text,
            row.jabatan,
            day(row.tenggat),
            stateText(row, report, paper),
            row.obstacle,
          ]),
          { size: 8.5 },
        ),
  ]
}

/** The name of the report, as its title and its files have it. */
export const laporanTitle = (at: Triwulan, { words }: PaperWords): string =>
  words.t('laporan.of', { triwulan: words.triwulan(at) })

export function laporan(input: LaporanInput): Paper {
  const paper = wordsOf(input)
  const { words } = paper
  const { report } = input
  const { summary } = report
  const title = laporanTitle(report.at, paper)
  const reports = words.t('laporan.figure.reports.of', {
    n: summary.reports.accepted,
    of: summary.reports.of,
  })
  const blocks: Block[] = [
    ...titled(title.toLocaleUpperCase(words.locale), [
      [words.t('laporan.subject'), report.regency].filter(Boolean).join(' – '),
      words.t('laporan.as-of', { date: words.date(report.on) }),
      ...(report.isOver ? [] : [words.t('laporan.running')]),
    ]),
    ...(report.legalBases.length === 0
      ? []
      : [sectionHeading(words.t('laporan.basis')), numbered(report.legalBases)]),
    sectionHeading(words.t('laporan.summary')),
    figures(
      [
        ...achievementLines(words, summary.indicators).map(
          ({ name, count }) => [`${words.t('laporan.indicators')}: ${name}`, words.number(count)] as const,
        ),
        ...workPairs(summary.work, paper),
        [words.t('laporan.figure.reports'), reports],
        [words.t('laporan.figure.rapat'), words.number(summary.rapat.held)],
        [words.t('laporan.figure.ratified'), words.number(summary.rapat.ratified)],
      ],
      paper,
    ),
    sectionHeading(words.t('laporan.note')),
    ...noteBlocks(report.note, paper),
    { type: 'page-break' },
    sectionHeading(words.t('laporan.strategies')),
    ...report.strategies.flatMap(({ strategy, indicators }): readonly Block[] => [
      { type: 'heading', level: 3, runs: runs(strategyTitle(strategy, paper)) },
      indicators.length === 0
        ? paragraph(words.t('laporan.strategy.none'))
        : indicatorTable(indicators, paper),
    ]),
    { type: 'page-break' },
    sectionHeading(words.t('laporan.matriks')),
    report.work.length === 0
      ? paragraph(words.t('laporan.matriks.none'))
      : table(
          matriksColumns(paper),
          report.work.map((work, at) =>
            matriksCells(matriksRowOf(work), at, stateText(work, report, paper), paper),
          ),
          { size: MATRIKS_SIZE },
        ),
    { type: 'page-break' },
    sectionHeading(words.t('laporan.per-opd')),
    report.opd.length === 0 ? paragraph(words.t('laporan.per-opd.none')) : opdTable(report, paper),
    ...report.opd.flatMap(one => opdBlocks(one, report, paper)),
  ]
  return paperOf(input, paper, { title, blocks, landscape: true })
}
