import {
  deleteTarget,
  findIndicator,
  findProgramme,
  type IndicatorRow,
  insertDefinitions,
  insertIndicators,
  listDefinitions,
  listTargets,
  nextIndicatorPosition,
  putTargetRows,
  type Tx,
  updateIndicator,
} from '@mufakat/db'
import { type Actor, compareTriwulan } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { isRowId, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { changedFields, changing, fault } from './changing'
import type { AddDefinitionInput, AddIndicatorInput, EditIndicatorInput, PutTargetsInput } from './inputs'
import { triwulanOfRow } from './points'
import { checkOwner } from './programmes'
import { isToldFor, readRegions } from './regions'

const EDITABLE = [
  'programmeId',
  'name',
  'concept',
  'classification',
  'measure',
  'unit',
  'decimals',
  'direction',
  'level',
  'rollUp',
  'accumulation',
  'frequency',
  'factor',
  'source',
  'ownerOpdId',
  'baseline',
  'baselineDate',
  'lowest',
  'highest',
  'isPublic',
] as const

type Fields = Pick<IndicatorRow, (typeof EDITABLE)[number]>

/** Of a form, what is kept. Where there is nothing below, nothing is rolled up. */
const fieldsOf = (input: Fields): Fields => ({
  ...(Object.fromEntries(EDITABLE.map(field => [field, input[field]])) as unknown as Fields),
  rollUp: input.level === 'kabupaten' ? 'tidak' : input.rollUp,
})

const textsOf = ({ name, concept, classification, measure, source }: Fields) => ({
  ...{ name, concept, classification, measure, source },
})

/** An indicator that is to be changed. */
export async function indicatorFor(tx: Tx, indicatorId: string): Promise<IndicatorRow> {
  const row = isRowId(indicatorId) ? await findIndicator(tx, indicatorId) : null
  if (row === null) throw new AppError('not-found', 'indicator')
  return row
}

async function checkProgramme(tx: Tx, programmeId: string): Promise<void> {
  if ((await findProgramme(tx, programmeId)) === null) throw fault('programmeId', 'unknown')
}

/** Adds an indicator with its first definition. */
export const addIndicator = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddIndicatorInput,
): Promise<string> =>
  changing(ctx, actor, 'target.edit', async ({ tx, actor: by, now, audit }) => {
    const fields = fieldsOf(input)
    const { definition, since } = input
    guardNik({ ...textsOf(fields), definition }, input.nikConfirmed)
    await checkProgramme(tx, fields.programmeId)
    await checkOwner(tx, fields.ownerOpdId)
    const id = newId(now.getTime())
    const position = await nextIndicatorPosition(tx, fields.programmeId)
    const made = { createdBy: by.personId, createdAt: now }
    await insertIndicators(tx, [{ id, ...fields, position, ...made, updatedAt: now }])
    await insertDefinitions(tx, [
      { id: newId(now.getTime()), indicatorId: id, version: 1, definition, ...since, ...made },
    ])
    await audit('indikator.add', id, { programmeId: fields.programmeId, ownerOpdId: fields.ownerOpdId })
    return id
  })

/** Changes what an indicator is called and how it is judged, closes it or opens it again. What it means has versions. */
export const editIndicator = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditIndicatorInput,
): Promise<void> =>
  changing(ctx, actor, 'target.edit', async ({ tx, now, audit }) => {
    const row = await indicatorFor(tx, input.indicatorId)
    if (row.revision !== input.revision) throw new AppError('conflict', 'indikator.edit')
    const after = { ...fieldsOf(input), active: input.active }
    const fields = changedFields([...EDITABLE, 'active'], row, after)
    if (fields.length === 0) return
    guardNik(textsOf(after), input.nikConfirmed)
    await checkProgramme(tx, after.programmeId)
    await checkOwner(tx, after.ownerOpdId)
    const moved = fields.includes('programmeId') && {
      position: await nextIndicatorPosition(tx, after.programmeId),
    }
    await updateIndicator(tx, row.id, { ...after, ...moved, updatedAt: now })
    await audit('indikator.edit', row.id, { fields })
  })

/** Says what an indicator means from a triwulan on; what it meant before stays said. */
export const addDefinition = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddDefinitionInput,
): Promise<void> =>
  changing(ctx, actor, 'target.edit', async ({ tx, actor: by, now, audit }) => {
    const { definition, since, breaks } = input
    guardNik({ definition }, input.nikConfirmed)
    const row = await indicatorFor(tx, input.indicatorId)
    const [newest] = await listDefinitions(tx, [row.id])
    if ((newest?.version ?? 0) !== input.after) throw new AppError('conflict', 'indikator.define')
    if (newest !== undefined && compareTriwulan(since, triwulanOfRow(newest)) <= 0)
      throw fault('since', 'not-after')
    const version = input.after + 1
    const made = { createdBy: by.personId, createdAt: now }
    await insertDefinitions(tx, [
      { id: newId(now.getTime()), indicatorId: row.id, version, definition, ...since, breaks, ...made },
    ])
    await audit('indikator.define', row.id, { version, breaks, ...since })
  })

/** Sets, changes and takes away targets of a region, each over what its person saw there. */
export const putTargets = (ctx: ServiceContext, actor: Actor | null, input: PutTargetsInput): Promise<void> =>
  changing(ctx, actor, 'target.edit', async ({ tx, actor: by, now, audit }) => {
    const { regionCode } = input
    const row = await indicatorFor(tx, input.indicatorId)
    if (!isToldFor(row.level, regionCode) || (await readRegions(tx)).find(regionCode) === null)
      throw fault('regionCode', 'unknown')
    const standing = await listTargets(tx, { indicatorIds: [row.id], regionCode })
    const place = { indicatorId: row.id, regionCode }
    const changed = input.targets.filter(({ year, quarter, from, to }) => {
      const found = standing.find(one => one.year === year && one.quarter === quarter)
      const now = found?.value ?? null
      if (now !== from && now !== to) throw new AppError('conflict', 'target.put')
      return now !== to
    })
    if (changed.length === 0) return
    const put = changed.flatMap(({ year, quarter, to }) =>
      to === null
        ? []
        : [{ id: newId(now.getTime()), ...place, year, quarter, value: to, setBy: by.personId, setAt: now }],
    )
    await putTargetRows(tx, put)
    for (const { year, quarter, to } of changed)
      if (to === null) await deleteTarget(tx, { ...place, year, quarter })
    const targets = changed.map(({ year, quarter, from, to }) => ({ year, quarter, from, to }))
    await audit('target.put', row.id, { regionCode, targets })
  })
