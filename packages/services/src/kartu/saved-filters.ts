import {
  countSavedFilters,
  deleteSavedFilter,
  findSavedFilter,
  insertSavedFilter,
  listSavedFilters,
  type SavedFilterRow,
} from '@mufakat/db'
import {
  type Actor,
  CARD_VIEWS,
  type CardViewName,
  keptQuery,
  may,
  SHARINGS,
  type Sharing,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { z } from 'zod'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { guardNik } from '../personal-data/nik-guard'

/** More than anybody finds their way in. */
export const MAX_SAVED_FILTERS = 50

export const saveFilterInput = z.object({
  name: z.string().trim().min(1, 'field.required').max(100, 'field.too-long'),
  view: z.enum(CARD_VIEWS, 'field.choose'),
  /** As an address has it. */
  query: z.string().max(2_000, 'field.too-long'),
  shared: z.enum(SHARINGS, 'field.choose'),
  nikConfirmed: z.boolean().optional(),
})
export type SaveFilterInput = z.infer<typeof saveFilterInput>

/** A kept view as its readers see it. */
export interface SavedFilterView {
  readonly id: string
  readonly name: string
  readonly view: CardViewName
  readonly query: string
  readonly shared: Sharing
  /** Whose it is; null: one's own. */
  readonly by: string | null
  readonly mayRemove: boolean
}

const mayRemove = (actor: Actor, { personId, shared }: SavedFilterRow): boolean =>
  may(actor, 'tampilan.remove', { personId }) || (shared === 'semua' && may(actor, 'tampilan.share'))

const viewFor = (actor: Actor, row: SavedFilterRow): SavedFilterView => ({
  id: row.id,
  name: row.name,
  view: row.view,
  query: row.query,
  shared: row.shared,
  by: row.personId === actor.personId ? null : row.personName,
  mayRemove: mayRemove(actor, row),
})

/** Kept views that this person reads: their own, and those shared with them (domain, PV4). */
export async function savedFilters(ctx: ServiceContext, actor: Actor | null): Promise<SavedFilterView[]> {
  authorise(actor, 'kartu.list')
  const rows = await listSavedFilters(ctx.database.db, actor)
  return rows.map(row => viewFor(actor, row))
}

/** One of them; what is not shared with this person is not there. */
export async function savedFilter(
  ctx: ServiceContext,
  actor: Actor | null,
  id: string,
): Promise<SavedFilterView> {
  authorise(actor, 'kartu.list')
  const row = isRowId(id) ? await findSavedFilter(ctx.database.db, id) : null
  const isShared =
    row !== null && (row.shared === 'semua' || (row.opdId !== null && row.opdId === actor.opdId))
  if (row === null || !(isShared || row.personId === actor.personId))
    throw new AppError('not-found', 'saved filter')
  return viewFor(actor, row)
}

/** Keeps a filter and how its view is put. @returns its id */
export async function saveFilter(
  ctx: ServiceContext,
  actor: Actor | null,
  input: SaveFilterInput,
): Promise<string> {
  authorise(actor, input.shared === 'semua' ? 'tampilan.share' : 'tampilan.save')
  const { name, view, shared } = input
  if (shared === 'opd' && actor.opdId === null)
    throw new AppError('invalid-input', 'shared', { fields: { shared: 'field.choose' } })
  const query = keptQuery(view, input.query)
  guardNik({ name, q: new URLSearchParams(query).get('q') }, input.nikConfirmed)
  const now = ctx.clock.now()
  const { personId } = actor
  return inTransaction(ctx, async tx => {
    if ((await countSavedFilters(tx, personId)) >= MAX_SAVED_FILTERS)
      throw new AppError('invalid-input', 'full', { fields: { name: 'field.too-many' } })
    const id = newId(now.getTime())
    const opdId = shared === 'opd' ? actor.opdId : null
    await insertSavedFilter(tx, { id, personId, name, view, query, shared, opdId, createdAt: now })
    await recordAudit(tx, {
      ...{ at: now, actorId: personId, action: 'tampilan.save', subjectId: id },
      details: { view, shared },
    })
    return id
  })
}

export async function removeSavedFilter(ctx: ServiceContext, actor: Actor | null, id: string): Promise<void> {
  const { mayRemove: may } = await savedFilter(ctx, actor, id)
  if (!may || actor === null) throw new AppError('forbidden', 'tampilan.remove')
  await inTransaction(ctx, async tx => {
    await deleteSavedFilter(tx, id)
    await recordAudit(tx, {
      ...{ at: ctx.clock.now(), actorId: actor.personId, action: 'tampilan.remove', subjectId: id },
    })
  })
}
