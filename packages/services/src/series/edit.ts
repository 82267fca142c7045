import { insertSeries, lockSeries, replaceStanding, type SeriesRow, type Tx, updateSeries } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'
import type { EditSeriesInput, SeriesInput } from './inputs'
import { checkStandingOfficers, officerColumns } from './officers'
import { checkStanding } from './standing'

const textsOf = ({ name, title, place, agenda }: SeriesInput): Record<string, string> => ({
  name,
  title,
  place,
  ...Object.fromEntries(
    agenda.flatMap((item, at) => [
      [`agenda.${at}.title`, item.title],
      [`agenda.${at}.presenter`, item.presenter],
    ]),
  ),
})

/** What a form says, as the row has it. */
const rowOf = (input: SeriesInput) => ({
  name: input.name,
  cadence: input.cadence,
  dates: input.cadence === 'tanggal' ? [...new Set(input.dates)].sort() : [],
  title: input.title,
  plannedMinutes: input.plannedMinutes,
  startTime: input.startTime,
  place: input.place,
  agenda: input.agenda.map(({ title, minutes, presenter, carried }) => ({
    title,
    minutes,
    presenter,
    ...(carried === true && { carried }),
  })),
  ...officerColumns(input),
})

const standingOf = ({ opdIds, guests }: SeriesInput) => ({
  opdIds: [...new Set(opdIds)],
  guests: [...new Map(guests.map(guest => [guest.personId, guest])).values()],
})

/** The inner part of `addSeries`, which the demo shares. */
export async function insertWholeSeries(
  tx: Tx,
  now: Date,
  personId: string,
  input: SeriesInput & { isExample?: boolean },
): Promise<string> {
  const standing = standingOf(input)
  await checkStandingOfficers(tx, input, null)
  await checkStanding(tx, standing, null)
  const id = newId(now.getTime())
  await insertSeries(tx, {
    id,
    ...rowOf(input),
    isExample: input.isExample ?? false,
    createdBy: personId,
    createdAt: now,
    updatedAt: now,
  })
  await replaceStanding(tx, id, standing)
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'series.add',
    subjectId: id,
    details: { cadence: input.cadence, items: input.agenda.length, opdIds: standing.opdIds },
  })
  return id
}

export async function addSeries(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SeriesInput,
): Promise<string> {
  authorise(actor, 'series.edit')
  guardNik(textsOf(input), input.nikConfirmed)
  return inTransaction(ctx, tx => insertWholeSeries(tx, ctx.clock.now(), actor.personId, input))
}

const valueNow = (row: SeriesRow, field: keyof SeriesRow): unknown =>
  field === 'startTime' ? (row.startTime?.slice(0, 5) ?? null) : row[field]

const sorted = (standing: Pick<SeriesRow, 'opdIds' | 'guests'>): string =>
  JSON.stringify([
    [...standing.opdIds].sort(),
    standing.guests.map(({ personId, canWrite }) => `${personId} ${canWrite}`).sort(),
  ])

/** jsonb gives the keys of an object in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** Changes a series, ends it, or lets it go on; `conflict` when it is not as the form knew it. */
export async function editSeries(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditSeriesInput,
): Promise<void> {
  authorise(actor, 'series.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockSeries(tx, input.seriesId)
    if (row === null) throw new AppError('not-found', 'series')
    if (row.revision !== input.revision) throw new AppError('conflict', 'series.edit')
    const stood = new Set<string>([
      ...[row.name, row.title, row.place],
      ...row.agenda.flatMap(item => [item.title, item.presenter]),
    ])
    // What stands there was asked about before.
    const typed = Object.entries(textsOf(input)).filter(([, text]) => !stood.has(text))
    guardNik(Object.fromEntries(typed), input.nikConfirmed)
    const standing = standingOf(input)
    await checkStandingOfficers(tx, input, row)
    await checkStanding(tx, standing, row)
    const next = { ...rowOf(input), active: input.active }
    const changed = (Object.keys(next) as (keyof typeof next)[]).filter(
      field => canonical(valueNow(row, field)) !== canonical(next[field]),
    )
    const fields: string[] = [...changed, ...(sorted(row) === sorted(standing) ? [] : ['invited'])]
    if (fields.length === 0) return
    await updateSeries(tx, row.id, {
      ...Object.fromEntries(changed.map(field => [field, next[field]])),
      updatedAt: now,
    })
    await replaceStanding(tx, row.id, standing)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'series.edit',
      subjectId: row.id,
      details: { fields },
    })
  })
}
