import {
  listDistricts,
  listIndicatorsForFile,
  listValuesToExport,
  listValueYears,
  listVillages,
  type Queryable,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, grouped } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { settingOf } from '../settings/settings'
import { writeCsv } from '../tables/csv'
import type { TableFormat } from '../tables/machine'
import { writeXlsx } from '../tables/xlsx'
import { toldValue } from './judge'
import { MAX_VALUE_ROWS, VALUE_COLUMNS } from './sheet'

export const exportValuesInput = z.object({
  format: z.enum(['xlsx', 'csv']),
  /** Null: every year. */
  year: z.number().int().min(2000).max(2100).nullable(),
  /** Null: every indicator. */
  indicatorId: z.uuid().nullable(),
})
export type ExportValuesInput = z.infer<typeof exportValuesInput>

async function written(format: TableFormat, rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const all = [VALUE_COLUMNS.map(column => column.name), ...rows]
  return format === 'csv'
    ? new TextEncoder().encode(writeCsv(all))
    : writeXlsx(
        all,
        VALUE_COLUMNS.map(column => column.width),
      )
}

async function rowsOf(db: Queryable, { year, indicatorId }: ExportValuesInput): Promise<string[][]> {
  const values = await listValuesToExport(db, { year, indicatorId, limit: MAX_VALUE_ROWS + 1 })
  if (values.length > MAX_VALUE_ROWS)
    throw new AppError('invalid-input', 'too many values', { fields: { file: 'field.impor-many' } })
  const [indicators, districts, villages, regency] = await Promise.all([
    listIndicatorsForFile(db),
    listDistricts(db),
    listVillages(db),
    settingOf(db, 'regency'),
  ])
  const named = grouped(indicators, one => one.name.toLowerCase())
  const byId = new Map(indicators.map(one => [one.id, one]))
  const places = new Map([...districts, ...villages].map(one => [one.code, one.name]))
  return values.map(value => {
    const name = byId.get(value.indicatorId)?.name ?? ''
    // Known by its name in a file, unless another one is called the same.
    const known = named.get(name.toLowerCase())?.length === 1 ? name : value.indicatorId
    const cells: Record<string, string> = {
      ...toldValue(value),
      kode_wilayah: value.regionCode || regency.code,
      wilayah: value.regionCode === '' ? regency.name : (places.get(value.regionCode) ?? ''),
      indikator: known,
      tahun: String(value.year),
      triwulan: String(value.quarter),
    }
    return VALUE_COLUMNS.map(({ name: column }) => cells[column] ?? '')
  })
}

/** The values that hold, in the columns of an import. Who took them along is recorded. */
export async function exportValues(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ExportValuesInput,
): Promise<Uint8Array> {
  authorise(actor, 'target.read')
  const now = ctx.clock.now()
  const rows = await inTransaction(ctx, async tx => {
    const all = await rowsOf(tx, input)
    await recordAudit(tx, {
      ...{ at: now, actorId: actor.personId, action: 'capaian.export' },
      details: { rows: all.length, year: input.year, indicatorId: input.indicatorId },
    })
    return all
  })
  return written(input.format, rows)
}

/** A file with the head and one row, to be filled in. */
export async function exampleValues(
  actor: Actor | null,
  { format }: { format: TableFormat },
): Promise<Uint8Array> {
  authorise(actor, 'capaian.correct')
  return written(format, [VALUE_COLUMNS.map(column => column.example)])
}

/** Of what values can be taken out: years, and indicators by their names. */
export async function exportChoices(ctx: ServiceContext, actor: Actor | null) {
  authorise(actor, 'target.read')
  const { db } = ctx.database
  const [years, indicators] = await Promise.all([listValueYears(db), listIndicatorsForFile(db)])
  return { years, indicators: indicators.map(({ id, name }) => ({ id, name })) }
}
