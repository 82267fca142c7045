import {
  listDistricts,
  listVillages,
  lockRegions,
  type Queryable,
  saveRegions,
  withdrawRegions,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import type { ServiceContext } from '../context'
import { authorise, inTransaction } from '../context'
import { settingOf } from '../settings/settings'
import { INCLUDED_REGENCIES } from './included'
import {
  FITTING,
  type JudgedLine,
  type KnownRegion,
  kindOfVillage,
  MISFITS,
  planRegions,
  type RegionPlan,
  type Verdict,
} from './plan'
import { type RegionKind, type RegionLine, readRegionCsv, writeRegionCsv } from './region-csv'

/** So many lines of a sort are told one by one; of the rest only the number. */
const TOLD = 200

/** What an import would do, for a person to look at. */
export interface RegionReview {
  readonly counts: Record<RegionKind, Record<Verdict, number>>
  /** Lines that fit not at all, and those that would change something; at most 200 of each. */
  readonly misfits: readonly JudgedLine[]
  readonly changes: readonly JudgedLine[]
  readonly missing: readonly KnownRegion[]
  /** The fitting lines alone, as files: what is handed in again to do it. */
  readonly files: readonly string[]
  readonly mark: string
}

const refused = (fault: string): AppError =>
  new AppError('invalid-input', fault, { fields: { files: `field.${fault}` } })

async function known(db: Queryable): Promise<KnownRegion[]> {
  const districts = await listDistricts(db)
  const villages = await listVillages(db)
  return [
    ...districts.map(({ code, regencyCode, name, active }) => ({
      kind: 'district' as const,
      code,
      parent: regencyCode,
      name,
      active,
    })),
    ...villages.map(({ code, districtCode, name, active }) => ({
      kind: 'village' as const,
      code,
      parent: districtCode,
      name,
      active,
    })),
  ]
}

function linesOf(files: readonly string[]): RegionLine[] {
  const lines = files.flatMap(file => {
    const read = readRegionCsv(file)
    if (typeof read === 'string') throw refused(read)
    return read
  })
  if (lines.length === 0) throw refused('csv-none')
  return lines
}

async function planOf(db: Queryable, files: readonly string[]): Promise<RegionPlan> {
  const { code } = await settingOf(db, 'regency')
  if (code === '') throw refused('csv-no-regency')
  return planRegions(linesOf(files), await known(db), code)
}

function reviewOf({ lines, missing, mark }: RegionPlan): RegionReview {
  const none = () =>
    Object.fromEntries([...FITTING, ...MISFITS].map(one => [one, 0])) as Record<Verdict, number>
  const counts = { district: none(), village: none() }
  for (const { kind, verdict } of lines) counts[kind][verdict]++
  const fits = (line: JudgedLine) => FITTING.some(one => one === line.verdict)
  return {
    counts,
    misfits: lines.filter(line => !fits(line) && line.verdict !== 'elsewhere').slice(0, TOLD),
    changes: lines.filter(line => fits(line) && line.verdict !== 'same').slice(0, TOLD),
    missing: missing.slice(0, TOLD),
    files: (['district', 'village'] as const).flatMap(kind => {
      const rows = lines.filter(line => line.kind === kind && fits(line))
      return rows.length === 0 ? [] : [writeRegionCsv(kind, rows)]
    }),
    mark,
  }
}

/** The tables that come along, for the regency of this installation; null when there are none. */
export async function includedRegions(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<readonly string[] | null> {
  authorise(actor, 'wilayah.edit')
  const { code } = await settingOf(ctx.database.db, 'regency')
  return INCLUDED_REGENCIES.find(regency => regency.code === code)?.files ?? null
}

/** What an import of these files would do; does nothing. */
export async function reviewRegions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { files: readonly string[] },
): Promise<RegionReview> {
  authorise(actor, 'wilayah.edit')
  const review = reviewOf(await planOf(ctx.database.db, input.files))
  // A second look at the fitting lines alone is what the person agrees to.
  return review.files.length === 0
    ? review
    : { ...review, mark: (await planOf(ctx.database.db, review.files)).mark }
}

/**
 * Does what was reviewed; `conflict` when the regions have changed since, so that it would be something else.
 * @param withdraw also makes inactive what the files no longer name
 */
export async function importRegions(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { files: readonly string[]; mark: string; withdraw: boolean },
): Promise<void> {
  authorise(actor, 'wilayah.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await lockRegions(tx)
    const { lines, missing, mark } = await planOf(tx, input.files)
    if (mark !== input.mark) throw new AppError('conflict', 'regions')
    const changing = lines.filter(
      line => FITTING.some(one => one === line.verdict) && line.verdict !== 'same',
    )
    const of = (kind: RegionKind) => changing.filter(line => line.kind === kind)
    await saveRegions(tx, {
      districts: of('district').map(({ code, parent, name }) => ({ code, regencyCode: parent, name })),
      villages: of('village').map(({ code, parent, name }) => ({
        code,
        districtCode: parent,
        name,
        kind: kindOfVillage(code),
      })),
    })
    const withdrawn = input.withdraw ? missing.map(region => region.code) : []
    await withdrawRegions(tx, withdrawn)
    const count = (verdict: Verdict) => changing.filter(line => line.verdict === verdict).length
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'wilayah.import',
      details: {
        new: count('new'),
        renamed: count('renamed'),
        returned: count('returns'),
        withdrawn: withdrawn.length,
      },
    })
  })
}

/** The present tables in the columns of an import, to be changed and handed in again. */
export async function exportRegions(
  ctx: ServiceContext,
  actor: Actor | null,
  kind: RegionKind,
): Promise<string> {
  authorise(actor, 'wilayah.edit')
  const regions = await known(ctx.database.db)
  return writeRegionCsv(
    kind,
    regions.filter(region => region.kind === kind && region.active),
  )
}
