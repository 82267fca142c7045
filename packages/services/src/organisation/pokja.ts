import {
  activeOpdIds,
  activePersonIds,
  insertPokja,
  listOpdRows,
  listPokjaRows,
  lockPokja,
  type PokjaRow,
  replacePokjaMembers,
  type Tx,
  updatePokja,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { personRefs } from '../people'
import { todayOf } from '../settings/today'
import type { EditPokjaInput, PokjaInput } from './inputs'
import type { PokjaChoice, PokjaView } from './views'

const fault = (field: string, key: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })

async function viewsOf(ctx: ServiceContext, rows: readonly PokjaRow[]): Promise<PokjaView[]> {
  const { db } = ctx.database
  const [opd, people] = await Promise.all([
    listOpdRows(db),
    personRefs(
      db,
      rows.flatMap(row => [row.chairId, ...row.personIds]),
      await todayOf(ctx),
    ),
  ])
  const opdById = new Map(opd.map(({ id, shortName, name }) => [id, { id, shortName, name }]))
  return rows.map(({ chairId, opdIds, personIds, ...row }) => ({
    ...row,
    chair: chairId === null ? null : (people.get(chairId) ?? null),
    opd: opdIds.flatMap(id => opdById.get(id) ?? []),
    people: personIds.flatMap(id => people.get(id) ?? []),
  }))
}

/** Every pokja with its members, those that are no more among them. */
export async function listPokja(ctx: ServiceContext, actor: Actor | null): Promise<PokjaView[]> {
  authorise(actor, 'pokja.edit')
  return viewsOf(ctx, await listPokjaRows(ctx.database.db))
}

export async function getPokja(
  ctx: ServiceContext,
  actor: Actor | null,
  pokjaId: string,
): Promise<PokjaView> {
  authorise(actor, 'pokja.edit')
  const row = isRowId(pokjaId)
    ? (await listPokjaRows(ctx.database.db)).find(one => one.id === pokjaId)
    : undefined
  const [view] = row === undefined ? [] : await viewsOf(ctx, [row])
  if (view === undefined) throw new AppError('not-found', 'pokja')
  return view
}

/** Active pokja with their active OPD, to invite them all at once; those without any are left out. */
export async function pokjaChoices(ctx: ServiceContext, actor: Actor | null): Promise<PokjaChoice[]> {
  authorise(actor, 'rapat.create')
  const rows = (await listPokjaRows(ctx.database.db)).filter(row => row.active)
  const active = await activeOpdIds(ctx.database.db, [...new Set(rows.flatMap(row => row.opdIds))])
  return rows
    .map(({ id, shortName, opdIds }) => ({ id, shortName, opdIds: opdIds.filter(one => active.has(one)) }))
    .filter(choice => choice.opdIds.length > 0)
}

/** Members must be there and active; who was one before may have left since. */
export async function checkPokja(
  tx: Tx,
  rows: readonly PokjaRow[],
  before: PokjaRow | null,
  input: PokjaInput,
): Promise<void> {
  const same = (one: PokjaRow) => one.shortName.toLowerCase() === input.shortName.toLowerCase()
  if (rows.some(one => one.id !== before?.id && same(one))) throw fault('shortName', 'name-taken')
  const newOpd = input.opdIds.filter(id => !before?.opdIds.includes(id))
  if ((await activeOpdIds(tx, newOpd)).size !== new Set(newOpd).size) throw fault('opdIds', 'unknown')
  const newPeople = input.personIds.filter(id => !before?.personIds.includes(id))
  if ((await activePersonIds(tx, newPeople)).size !== new Set(newPeople).size)
    throw fault('personIds', 'unknown')
  const { chairId } = input
  if (chairId !== null && chairId !== before?.chairId && !(await activePersonIds(tx, [chairId])).has(chairId))
    throw fault('chairId', 'unknown')
}

const membersOf = ({ opdIds, personIds }: PokjaInput) => ({
  opdIds: [...new Set(opdIds)],
  personIds: [...new Set(personIds)],
})

export async function addPokja(ctx: ServiceContext, actor: Actor | null, input: PokjaInput): Promise<string> {
  authorise(actor, 'pokja.edit')
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    await lockPokja(tx)
    await checkPokja(tx, await listPokjaRows(tx), null, input)
    const { name, shortName, chairId, position } = input
    await insertPokja(tx, { id, name, shortName, chairId, position })
    await replacePokjaMembers(tx, id, membersOf(input))
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'pokja.add',
      subjectId: id,
      details: membersOf(input),
    })
  })
  return id
}

const EDITABLE = ['name', 'shortName', 'chairId', 'position', 'active'] as const

const difference = (all: readonly string[], without: readonly string[]): string[] =>
  all.filter(id => !without.includes(id))

/** Changes a pokja and who belongs to it, closes it or opens it again. */
export async function editPokja(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditPokjaInput,
): Promise<void> {
  authorise(actor, 'pokja.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await lockPokja(tx)
    const rows = await listPokjaRows(tx)
    const row = rows.find(one => one.id === input.pokjaId)
    if (row === undefined) throw new AppError('not-found', 'pokja')
    if (row.revision !== input.revision) throw new AppError('conflict', 'pokja.edit')
    const fields = EDITABLE.filter(field => row[field] !== input[field])
    const members = membersOf(input)
    const details = {
      fields,
      opdAdded: difference(members.opdIds, row.opdIds),
      opdRemoved: difference(row.opdIds, members.opdIds),
      peopleAdded: difference(members.personIds, row.personIds),
      peopleRemoved: difference(row.personIds, members.personIds),
    }
    if (Object.values(details).every(list => list.length === 0)) return
    await checkPokja(tx, rows, row, input)
    await updatePokja(tx, row.id, Object.fromEntries(fields.map(field => [field, input[field]])))
    await replacePokjaMembers(tx, row.id, members)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'pokja.edit',
      subjectId: row.id,
      details,
    })
  })
}
