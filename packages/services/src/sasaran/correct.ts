import { findHoldingValue, insertValues, listDefinitions, supersedeValues } from '@mufakat/db'
import {
  type Actor,
  cellFault,
  compareTriwulan,
  definitionAt,
  numberOf,
  triwulanOf,
  triwulanRange,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import { settingOf } from '../settings/settings'
import { CELL_FIELDS, normalised, readAs } from './cell'
import { changing, fault } from './changing'
import { indicatorFor } from './indicators'
import type { CorrectValueInput } from './inputs'
import { triwulanOfRow } from './points'
import { isToldFor, readRegions } from './regions'

/**
 * Puts a value in the place of one that holds, or in an empty one, with the reason: also where a report was accepted. The
 * older stays, and with it from when it no longer held.
 */
export const correctValue = (
  ctx: ServiceContext,
  actor: Actor | null,
  input: CorrectValueInput,
): Promise<void> =>
  changing(ctx, actor, 'capaian.correct', async ({ tx, actor: by, now, audit }) => {
    const { regionCode, year, quarter, reason } = input
    const at = { year, quarter }
    guardNik({ reason, source: input.source }, input.nikConfirmed)
    const row = await indicatorFor(tx, input.indicatorId)
    if (!isToldFor(row.level, regionCode) || (await readRegions(tx)).find(regionCode) === null)
      throw fault('regionCode', 'unknown')
    const { zone } = await settingOf(tx, 'calendar')
    if (compareTriwulan(at, triwulanOf(now, zone)) > 0) throw fault('quarter', 'future')
    const measured = normalised(input, row.factor)
    const wrong = cellFault(measured, readAs(row, regionCode))
    if (wrong !== null) throw fault(CELL_FIELDS[wrong], `cell-${wrong}`)
    const value = numberOf(measured, row.factor)
    if (value === null && !measured.notAvailable) throw fault('value', 'required')
    const last = triwulanRange(at).to
    const asOf = input.asOf ?? last
    if (asOf > last) throw fault('asOf', 'as-of')
    const before = await findHoldingValue(tx, { indicatorId: row.id, regionCode, ...at })
    if ((before?.id ?? null) !== input.replaces) throw new AppError('conflict', 'capaian.correct')
    const definitions = (await listDefinitions(tx, [row.id])).map(one => ({ ...one, ...triwulanOfRow(one) }))
    const id = newId(now.getTime())
    if (before !== null) await supersedeValues(tx, [before.id], now)
    await insertValues(tx, [
      {
        ...{ id, indicatorId: row.id, regionCode, ...at, ...measured, value, reason, asOf },
        ...{ finality: input.finality, source: input.source || row.source },
        definitionVersion: definitionAt(definitions, at)?.version ?? 1,
        ...{ createdBy: by.personId, createdAt: now, verifiedBy: by.personId, verifiedAt: now },
      },
    ])
    await audit('capaian.correct', row.id, { valueId: id, regionCode, ...at, replaced: before?.id ?? null })
  })
