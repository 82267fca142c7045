import {
  findProgramme,
  type IndicatorRow,
  insertProgrammes,
  knownOpdIds,
  listDefinitions,
  listIndicatorRows,
  listOpdRows,
  listProgrammeRows,
  listTargets,
  nextProgrammePosition,
  type Queryable,
  readSasaranMark,
  updateProgramme,
} from '@mufakat/db'
import {
  type Actor,
  type BandBounds,
  compareTriwulan,
  indicatorStanding,
  may,
  type Triwulan,
  triwulanOf,
  WHOLE_REGENCY,
} from '@mufakat/domain'
import { AppError, grouped, newId } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { zoneOf } from '../settings/today'
import type { OpdRef } from '../views'
import { readBounds } from './bounds'
import { changedFields, changing, fault } from './changing'
import type { AddProgrammeInput, EditProgrammeInput, ProgrammesInput } from './inputs'
import { pointsOf, triwulanOfRow } from './points'
import { readRegions } from './regions'
import type { IndicatorSummary, ProgrammeList } from './views'

/** The triwulan that it is in the regency. */
export const currentTriwulan = async (ctx: ServiceContext): Promise<Triwulan> =>
  triwulanOf(ctx.clock.now(), await zoneOf(ctx))

/** OPD by id, as they are named beside what is theirs. */
export async function opdRefs(db: Queryable): Promise<(id: string) => OpdRef> {
  const refs = new Map(
    (await listOpdRows(db)).map(({ id, shortName, name }) => [id, { id, shortName, name }]),
  )
  return id => refs.get(id) ?? { id, shortName: '', name: '' }
}

/** What of an indicator is told in a list. */
export const summaryOf = (
  row: IndicatorRow,
  owner: OpdRef,
): Omit<IndicatorSummary, 'standing' | 'finality'> => ({
  ...{ id: row.id, programmeId: row.programmeId, name: row.name, unit: row.unit, decimals: row.decimals },
  ...{ direction: row.direction, level: row.level, accumulation: row.accumulation, frequency: row.frequency },
  ...{ factor: row.factor, source: row.source, owner },
  ...{ isPublic: row.isPublic, active: row.active, isExample: row.isExample },
})

/** How indicators stand for one region as of a triwulan, in the order in which they were given. */
export async function summariesOf(
  db: Queryable,
  rows: readonly IndicatorRow[],
  { at, bounds, regionCode }: { at: Triwulan; bounds: BandBounds; regionCode: string },
): Promise<IndicatorSummary[]> {
  const indicatorIds = rows.map(row => row.id)
  const [regions, refs, definitions, targets] = await Promise.all([
    readRegions(db),
    opdRefs(db),
    listDefinitions(db, indicatorIds),
    listTargets(db, { indicatorIds, regionCode }),
  ])
  const points = await pointsOf(db, regions, rows, regionCode)
  const definitionsOf = grouped(definitions, row => row.indicatorId)
  const targetsOf = grouped(targets, row => row.indicatorId)
  return rows.map(row => {
    const values = points.get(row.id) ?? []
    const standing = indicatorStanding({
      indicator: row,
      targets: targetsOf.get(row.id) ?? [],
      values,
      definitions: (definitionsOf.get(row.id) ?? []).map(one => ({ ...one, ...triwulanOfRow(one) })),
      at,
      bounds,
    })
    const newest = values.find(value => standing.at !== null && compareTriwulan(value, standing.at) === 0)
    return { ...summaryOf(row, refs(row.ownerOpdId)), standing, finality: newest?.finality ?? null }
  })
}

/** Programmes with their indicators, as they stand for the whole kabupaten. */
export async function listProgrammes(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ProgrammesInput = {},
): Promise<ProgrammeList> {
  authorise(actor, 'target.read')
  const { db } = ctx.database
  const [at, bounds, refs, programmes, indicators] = await Promise.all([
    input.at ?? currentTriwulan(ctx),
    readBounds(db),
    opdRefs(db),
    listProgrammeRows(db),
    listIndicatorRows(db),
  ])
  const isShown = ({ active }: { active: boolean }): boolean => active || input.all === true
  const summaries = await summariesOf(db, indicators.filter(isShown), {
    at,
    bounds,
    regionCode: WHOLE_REGENCY,
  })
  const indicatorsOf = grouped(summaries, one => one.programmeId)
  return {
    at,
    bounds,
    programmes: programmes.filter(isShown).map(row => ({
      ...{ id: row.id, name: row.name, strategy: row.strategy, owner: refs(row.ownerOpdId) },
      ...{ description: row.description, active: row.active, isExample: row.isExample },
      revision: row.revision,
      indicators: indicatorsOf.get(row.id) ?? [],
    })),
    allowed: { edit: may(actor, 'target.edit'), correct: may(actor, 'capaian.correct') },
  }
}

/** A short mark of all that pages of targets show: one that polls loads anew when it is another. */
export async function sasaranMark(ctx: ServiceContext, actor: Actor | null): Promise<string> {
  authorise(actor, 'target.read')
  return String(await readSasaranMark(ctx.database.db))
}

/** An owner must be there; one that was merged since stays, and its successor answers. */
export async function checkOwner(db: Queryable, ownerOpdId: string): Promise<void> {
  if (!(await knownOpdIds(db, [ownerOpdId])).has(ownerOpdId)) throw fault('ownerOpdId', 'unknown')
}

export async function addProgramme(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddProgrammeInput,
): Promise<string> {
  const { name, strategy, ownerOpdId, description } = input
  return changing(ctx, actor, 'target.edit', async ({ tx, actor: by, now, audit }) => {
    guardNik({ name, description }, input.nikConfirmed)
    await checkOwner(tx, ownerOpdId)
    const id = newId(now.getTime())
    const position = await nextProgrammePosition(tx, strategy)
    const made = { createdBy: by.personId, createdAt: now, updatedAt: now }
    await insertProgrammes(tx, [{ id, name, strategy, ownerOpdId, description, position, ...made }])
    await audit('program.add', id, { strategy, ownerOpdId })
    return id
  })
}

const EDITABLE = ['name', 'strategy', 'ownerOpdId', 'description', 'active'] as const

/** Changes a programme, closes it or opens it again. */
export const editProgramme = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditProgrammeInput,
): Promise<void> =>
  changing(ctx, actor, 'target.edit', async ({ tx, now, audit }) => {
    const row = isRowId(input.programmeId) ? await findProgramme(tx, input.programmeId) : null
    if (row === null) throw new AppError('not-found', 'program.edit')
    if (row.revision !== input.revision) throw new AppError('conflict', 'program.edit')
    const fields = changedFields(EDITABLE, row, input)
    if (fields.length === 0) return
    guardNik({ name: input.name, description: input.description }, input.nikConfirmed)
    await checkOwner(tx, input.ownerOpdId)
    const changes = Object.fromEntries(fields.map(field => [field, input[field]]))
    const moved = fields.includes('strategy') && {
      position: await nextProgrammePosition(tx, input.strategy),
    }
    await updateProgramme(tx, row.id, { ...changes, ...moved, updatedAt: now })
    await audit('program.edit', row.id, { fields })
  })
