import type { RapatRow, SeriesRow, Tx } from '@mufakat/db'
import {
  activeOpdIds,
  activePersonIds,
  findSeries,
  insertRapat,
  listAgendaItems,
  replaceGuests,
  replaceInvitedOpd,
  setDocumentState,
  updateRapatRow,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { isNotulaClosed, setRapatStatus as nextStatus } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from './audit'
import type { ServiceContext } from './context'
import { authorise, inTransaction } from './context'
import { seedNotulaDocument } from './documents'
import type { CreateRapatInput, EditPesertaInput, SetRapatStatusInput, UpdateRapatInput } from './inputs'
import { tellLater } from './invitation/tell'
import { touchCards } from './kartu/of-notula'
import { guardNik } from './personal-data/nik-guard'
import { projectNotula } from './project-notula'
import { lockedRapatFor } from './rapat-access'
import { itemForList, withList } from './series/place-list'
import { settingOf } from './settings/settings'

type SeedItems = Parameters<typeof seedNotulaDocument>[1]['items']

const unknownField = (field: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: 'field.unknown' } })

/** Chair and notulis must be people who can take part; one who stands there already may have left since. */
async function checkOfficers(
  tx: Tx,
  officers: { chairId: string | null; notulisId: string | null },
  before: { chairId: string | null; notulisId: string | null } | null,
): Promise<void> {
  const fields = ['chairId', 'notulisId'] as const
  const changed = fields.filter(field => officers[field] !== null && officers[field] !== before?.[field])
  const known = await activePersonIds(
    tx,
    changed.flatMap(field => officers[field] ?? []),
  )
  for (const field of changed) if (!known.has(officers[field] ?? '')) throw unknownField(field)
}

async function checkInvited(tx: Tx, opdIds: readonly string[], before: readonly string[]): Promise<string[]> {
  const ids = [...new Set(opdIds)]
  const added = ids.filter(id => !before.includes(id))
  if ((await activeOpdIds(tx, added)).size !== added.length) throw unknownField('invitedOpdIds')
  return ids
}

const agendaTexts = (agenda: CreateRapatInput['agenda']): Record<string, string | null> =>
  Object.fromEntries(
    (agenda ?? []).flatMap(({ title, presenter }, at) => [
      [`agenda.${at}.title`, title],
      [`agenda.${at}.presenter`, presenter],
    ]),
  )

/**
 * Makes a rapat in draf with its live document, agenda and invitations, all in one transaction: there is no
 * rapat without a notula to write in.
 */
export async function createRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  input: CreateRapatInput,
): Promise<string> {
  authorise(actor, 'rapat.create')
  guardNik({ title: input.title, place: input.place, ...agendaTexts(input.agenda) }, input.nikConfirmed)
  const items = input.agenda ?? (await settingOf(ctx.database.db, 'rapat-template')).agenda
  return inTransaction(ctx, async tx => {
    const series = await seriesToJoin(tx, input.seriesId ?? null)
    const agenda = series === null ? { items } : withList(items, series.agenda)
    return insertWholeRapat(tx, ctx.clock.now(), actor.personId, { ...input, ...agenda })
  })
}

/** A rapat becomes part of a series that is there and goes on. */
async function seriesToJoin(tx: Tx, seriesId: string | null): Promise<SeriesRow | null> {
  if (seriesId === null) return null
  const series = await findSeries(tx, seriesId)
  if (series === null || !series.active) throw unknownField('seriesId')
  return series
}

/** The inner part of `createRapat`, which the demo and series share. */
export async function insertWholeRapat(
  tx: Tx,
  now: Date,
  personId: string,
  input: Omit<CreateRapatInput, 'agenda'> & {
    items: SeedItems
    carriedItemId?: string | null
    isExample?: boolean
  },
): Promise<string> {
  await checkOfficers(tx, input, null)
  const invited = await checkInvited(tx, input.invitedOpdIds, [])
  const seeded = await seedNotulaDocument(tx, { items: input.items, personId, at: now })
  const rapatId = newId(now.getTime())
  await insertRapat(tx, {
    id: rapatId,
    title: input.title,
    year: input.year,
    quarter: input.quarter,
    date: input.date,
    startTime: input.startTime,
    plannedMinutes: input.plannedMinutes,
    place: input.place,
    status: 'draf',
    notulaState: 'draf',
    chairId: input.chairId,
    notulisId: input.notulisId,
    documentId: seeded.documentId,
    seriesId: input.seriesId ?? null,
    carriedItemId: input.carriedItemId ?? null,
    isExample: input.isExample ?? false,
    createdBy: personId,
    createdAt: now,
    updatedAt: now,
  })
  await replaceInvitedOpd(tx, rapatId, invited)
  await projectNotula(tx, { rapatId, seq: seeded.seq, content: seeded.content, now })
  await recordAudit(tx, {
    at: now,
    actorId: personId,
    action: 'rapat.create',
    rapatId,
    details: {
      invited: invited.length,
      items: input.items.length,
      ...(input.seriesId ? { seriesId: input.seriesId } : {}),
    },
  })
  return rapatId
}

const EDITABLE = [
  'title',
  'year',
  'quarter',
  'date',
  'startTime',
  'plannedMinutes',
  'place',
  'chairId',
  'notulisId',
  'seriesId',
] as const

const valueNow = (row: RapatRow, field: (typeof EDITABLE)[number]): string | number | null =>
  field === 'startTime' ? (row.startTime?.slice(0, 5) ?? null) : row[field]

/** Changes the facts of a rapat; `conflict` when somebody else changed it since the form was opened. */
export async function updateRapat(
  ctx: ServiceContext,
  actor: Actor | null,
  input: UpdateRapatInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'rapat.edit', input.rapatId)
    if (row.revision !== input.revision) throw new AppError('conflict', 'rapat.edit')
    // What stands there was asked about before.
    const texts = { title: input.title, place: input.place }
    const typed = Object.entries(texts).filter(([field, text]) => row[field as keyof typeof texts] !== text)
    guardNik(Object.fromEntries(typed), input.nikConfirmed)
    await checkOfficers(tx, input, row)
    const isPlanned = row.status !== 'draf' && row.status !== 'dibatalkan' && row.status !== 'ditunda'
    if (isPlanned) requireSchedule(input)
    const changed = EDITABLE.filter(
      field => input[field] !== undefined && valueNow(row, field) !== input[field],
    )
    if (changed.length === 0) return
    await updateRapatRow(tx, row.id, {
      ...Object.fromEntries(changed.map(field => [field, input[field]])),
      ...(changed.includes('seriesId') && (await listPlace(tx, row.id, input.seriesId ?? null))),
      updatedAt: now,
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'rapat.edit',
      rapatId: row.id,
      details: { fields: changed },
    })
    await tellLater(tx, row.id, now)
  })
}

/** Where the list of the series stands in a rapat that became part of it; a rapat by itself has none. */
async function listPlace(
  tx: Tx,
  rapatId: string,
  seriesId: string | null,
): Promise<{ carriedItemId: string | null }> {
  const series = await seriesToJoin(tx, seriesId)
  if (series === null) return { carriedItemId: null }
  const item = itemForList(await listAgendaItems(tx, rapatId), series.agenda)
  return { carriedItemId: item?.itemId ?? null }
}

function requireSchedule(schedule: { date: string | null; startTime: string | null }): void {
  const fields: Record<string, string> = {}
  if (schedule.date === null) fields.date = 'field.required'
  if (schedule.startTime === null) fields.startTime = 'field.required'
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', 'schedule', { fields })
}

/** Moves a rapat along its life; `conflict` when the status does not follow the present one. */
export async function setRapatStatus(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SetRapatStatusInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'rapat.set-status', input.rapatId)
    if (row.status === input.status) return
    const next = nextStatus(row, input.status)
    if (!next.ok) {
      if (next.error === 'invalid-input') requireSchedule(row)
      throw new AppError(next.error, `${row.status} to ${input.status}`)
    }
    await updateRapatRow(tx, row.id, { status: next.value, updatedAt: now })
    // What a commit checks: an edit that is on its way comes before this or is refused.
    const isClosed = isNotulaClosed({ ...row, status: next.value })
    if (isClosed !== isNotulaClosed(row)) {
      await setDocumentState(tx, row.documentId, isClosed ? 'closed' : 'open')
      await touchCards(tx, row.id, now)
    }
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'rapat.set-status',
      rapatId: row.id,
      details: { from: row.status, to: next.value },
    })
    await tellLater(tx, row.id, now)
  })
}

const difference = (all: readonly string[], without: readonly string[]): string[] =>
  all.filter(id => !without.includes(id))

/** Sets the invited OPD and the guests; whoever is left out loses access with the commit. */
export async function editPeserta(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditPesertaInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await lockedRapatFor(tx, actor, 'peserta.edit', input.rapatId)
    const invited = await checkInvited(tx, input.invitedOpdIds, row.invitedOpdIds)
    const guests = [...new Map(input.guests.map(guest => [guest.personId, guest])).values()]
    // Those by link have a form of their own.
    const before = row.guestIds.filter(guest => !guest.byLink)
    const added = difference(
      guests.map(guest => guest.personId),
      before.map(guest => guest.personId),
    )
    if ((await activePersonIds(tx, added)).size !== added.length) throw unknownField('guests')
    const details = {
      opdAdded: difference(invited, row.invitedOpdIds),
      opdRemoved: difference(row.invitedOpdIds, invited),
      guestsAdded: added,
      guestsRemoved: difference(
        before.map(guest => guest.personId),
        guests.map(guest => guest.personId),
      ),
      writersChanged: guests
        .filter(guest =>
          before.some(old => old.personId === guest.personId && old.canWrite !== guest.canWrite),
        )
        .map(guest => guest.personId),
    }
    if (Object.values(details).every(list => list.length === 0)) return
    await replaceInvitedOpd(tx, row.id, invited)
    await replaceGuests(tx, row.id, guests)
    await updateRapatRow(tx, row.id, { updatedAt: now })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'peserta.edit',
      rapatId: row.id,
      details,
    })
    await tellLater(tx, row.id, now)
  })
}
