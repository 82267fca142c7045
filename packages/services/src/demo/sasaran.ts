import {
  insertDefinitions,
  insertIndicators,
  insertProgrammes,
  insertReport,
  insertValues,
  putCell,
  putReportRemark,
  putTargetRows,
  type Tx,
  updateReport,
} from '@mufakat/db'
import {
  isDueIn,
  numberOf,
  shiftTriwulan,
  type Triwulan,
  triwulanOfDate,
  triwulanRange,
  wibDate,
} from '@mufakat/domain'
import { defined, newId } from '@mufakat/kernel'
import { insertContributions } from './contributions'
import {
  DEMO_PROGRAMMES,
  DEMO_REPORTS,
  type DemoIndicator,
  type DemoReport,
  EXAMPLE_SOURCE,
} from './sasaran-data'

const DAY_MS = 86_400_000
const NONE = { value: null, numerator: null, denominator: null, notAvailable: false } as const
const VISITED = 'Keluarga sasaran dikunjungi (contoh)'
const WEIGHED = 'Balita ditimbang di posyandu (contoh)'

interface Facts {
  readonly now: Date
  readonly account: (login: string) => string
  readonly opdIds: ReadonlyMap<string, string>
  /** Codes of kecamatan. */
  readonly districts: readonly string[]
}

interface Known {
  readonly id: string
  readonly shape: DemoIndicator
}

type ValueRow = Parameters<typeof insertValues>[1][number]

/**
 * Programmes and indicators of the example with what was published of them, two reports of the triwulan that ended last, and
 * which tindak lanjut move them.
 */
export async function insertSasaran(tx: Tx, facts: Facts): Promise<void> {
  const indicators = await insertFramework(tx, facts)
  const past = shiftTriwulan(triwulanOfDate(wibDate(facts.now)), -1)
  await insertValues(tx, exampleValues(facts, indicators, past))
  for (const report of DEMO_REPORTS) await insertDemoReport(tx, facts, { indicators, report, at: past })
  await insertContributions(tx, { addedBy: facts.account('sekretariat'), addedAt: facts.now })
}

/** By whom and when rows of the example were made: before all that refers to them. */
const madeBy = ({ now, account }: Facts) => ({
  createdBy: account('sekretariat'),
  createdAt: new Date(now.getTime() - 60 * DAY_MS),
})

async function insertFramework(tx: Tx, facts: Facts): Promise<readonly Known[]> {
  const made = madeBy(facts)
  const by = { ...made, updatedAt: made.createdAt, isExample: true }
  const opdId = (name: string): string => defined(facts.opdIds.get(name), name)
  const programmes = DEMO_PROGRAMMES.map((programme, index) => ({
    ...programme,
    id: newId(),
    position: index + 1,
  }))
  const indicators = programmes.flatMap(programme =>
    programme.indicators.map((shape, index) => ({
      id: newId(),
      shape,
      programmeId: programme.id,
      position: index + 1,
    })),
  )
  await insertProgrammes(
    tx,
    programmes.map(({ id, name, strategy, owner, description, position }) => ({
      ...{ id, name, strategy, ownerOpdId: opdId(owner), description, position, ...by },
    })),
  )
  await insertIndicators(
    tx,
    indicators.map(({ id, shape, programmeId, position }) => ({
      ...{ id, programmeId, position, ownerOpdId: opdId(shape.owner), ...by },
      ...{ name: shape.name, unit: shape.unit, decimals: shape.decimals ?? 0, direction: shape.direction },
      ...{ level: shape.level ?? 'kabupaten', rollUp: shape.rollUp ?? 'tidak' },
      ...{ accumulation: shape.accumulation ?? 'terakhir', frequency: shape.frequency },
      ...{ factor: shape.factor ?? null, lowest: 0, highest: shape.highest ?? null },
      ...{ source: shape.source, concept: shape.concept, measure: shape.measure },
      ...{ baseline: shape.baseline?.[0] ?? null, baselineDate: shape.baseline?.[1] ?? null },
      isPublic: shape.isInternal !== true,
    })),
  )
  await insertDefinitions(
    tx,
    indicators.flatMap(({ id, shape }) =>
      shape.definitions.map(({ since, text, breaks }, index) => ({
        ...{ id: newId(), indicatorId: id, version: index + 1, definition: text, year: since, quarter: 1 },
        ...{ breaks: breaks ?? false, ...made },
      })),
    ),
  )
  await putTargetRows(
    tx,
    indicators.flatMap(({ id, shape }) =>
      (shape.targets ?? []).map(([year, value]) => ({
        ...{ id: newId(), indicatorId: id, year, quarter: 0, value },
        ...{ setBy: made.createdBy, setAt: made.createdAt },
      })),
    ),
  )
  await insertValues(
    tx,
    indicators.flatMap(known => publishedValues(facts, known)),
  )
  return indicators
}

/** A value as it was checked by the sekretariat. */
function valueRow(
  facts: Facts,
  { id, shape }: Known,
  row: Pick<ValueRow, 'year' | 'quarter' | 'asOf'> & Partial<ValueRow>,
): ValueRow {
  const made = madeBy(facts)
  const { value = null, numerator = null, denominator = null, notAvailable = false } = row
  const measured = { value, numerator, denominator, notAvailable }
  return {
    ...{ id: newId(), indicatorId: id, finality: 'final', source: shape.source },
    definitionVersion: Math.max(1, shape.definitions.filter(one => one.since <= row.year).length),
    ...{ ...made, verifiedBy: made.createdBy, verifiedAt: made.createdAt },
    ...row,
    ...measured,
    value: numberOf(measured, shape.factor ?? null),
  }
}

const publishedValues = (facts: Facts, known: Known): ValueRow[] =>
  (known.shape.values ?? []).map(({ at: [year, quarter], ...said }) =>
    valueRow(facts, known, { year, quarter, ...said }),
  )

/** Made-up numbers of what says so in its name, of the triwulan before. */
function exampleValues(facts: Facts, indicators: readonly Known[], past: Triwulan): ValueRow[] {
  const known = (name: string) =>
    defined(
      indicators.find(one => one.shape.name === name),
      name,
    )
  return [-3, -2, -1, 0].flatMap((steps, index) => {
    const at = shiftTriwulan(past, steps)
    const asOf = triwulanRange(at).to
    const visited = facts.districts.map((regionCode, nth) =>
      valueRow(facts, known(VISITED), { ...at, asOf, regionCode, value: 24 + ((nth * 7 + index * 5) % 19) }),
    )
    const weighed = { ...at, asOf, numerator: 7_400 + index * 180, denominator: 10_600 }
    // Of the last triwulan Dinkes still owes its report.
    return steps === 0 ? visited : [...visited, valueRow(facts, known(WEIGHED), weighed)]
  })
}

/** A report that was filled in and sent, and, where it was accepted, its values. */
async function insertDemoReport(
  tx: Tx,
  facts: Facts,
  { indicators, report, at }: { indicators: readonly Known[]; report: DemoReport; at: Triwulan },
): Promise<void> {
  const { now, account } = facts
  const [id, opdId, by] = [newId(), defined(facts.opdIds.get(report.opd), report.opd), account(report.by)]
  const sentAt = new Date(now.getTime() - 20 * DAY_MS)
  const decidedAt = new Date(now.getTime() - 18 * DAY_MS)
  await insertReport(tx, { id, opdId, ...at, createdAt: new Date(sentAt.getTime() - DAY_MS) })
  const told = indicators.filter(({ shape }) => shape.owner === report.opd)
  const asOf = triwulanRange(at).to
  const changed = { changedBy: by, changedAt: sentAt }
  for (const known of told) {
    const value = report.cells[known.shape.name] ?? null
    const isTold = known.shape.name in report.cells || isDueIn(known.shape.frequency, at.quarter)
    if (!isTold) continue
    const said = { ...NONE, value, notAvailable: value === null, finality: 'sementara' as const, asOf }
    const cell = { ...said, source: EXAMPLE_SOURCE }
    await putCell(tx, { reportId: id, indicatorId: known.id, ...cell, ...changed }, 0)
    const checked = { verifiedBy: account('sekretariat'), verifiedAt: decidedAt, createdAt: decidedAt }
    if (report.state === 'diterima')
      await insertValues(tx, [
        valueRow(facts, known, { ...at, ...cell, ...checked, createdBy: by, reportId: id }),
      ])
  }
  const { of, ...texts } = report.remark
  const about = defined(
    told.find(({ shape }) => shape.name === of),
    of,
  )
  await putReportRemark(tx, { reportId: id, indicatorId: about.id, ...texts, ...changed }, 0)
  const decided =
    report.state === 'diterima' ? { decidedBy: account('sekretariat'), decidedAt } : { decidedBy: null }
  await updateReport(tx, id, { state: report.state, sentBy: by, sentAt, ...decided })
}
