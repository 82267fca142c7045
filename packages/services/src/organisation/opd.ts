import {
  insertOpd,
  listDistricts,
  listOpdRows,
  lockOpd,
  moveChildren,
  moveInvitations,
  movePokjaOpd,
  type OpdChange,
  type OpdRow,
  type Tx,
  updateOpd,
} from '@mufakat/db'
import { type Actor, isBelow, mayStandUnder, mergeFault } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import type { EditOpdInput, MergeOpdInput, OpdInput } from './inputs'
import { PLANNED } from './planned'

const fault = (field: string, key: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })

const plain = (text: string): string => text.trim().toLowerCase()

/** What a form says about an OPD, judged against all of them; `opdId` null: it is a new one. */
export async function checkOpd(
  tx: Tx,
  rows: readonly OpdRow[],
  opdId: string | null,
  input: OpdInput,
): Promise<void> {
  const others = rows.filter(row => row.id !== opdId)
  if (others.some(row => plain(row.shortName) === plain(input.shortName)))
    throw fault('shortName', 'name-taken')
  if (others.some(row => plain(row.name) === plain(input.name))) throw fault('name', 'name-taken')
  const before = rows.find(row => row.id === opdId)
  if (input.parentId !== null && input.parentId !== before?.parentId) {
    if (!rows.some(row => row.id === input.parentId && row.active)) throw fault('parentId', 'unknown')
    if (opdId !== null && !mayStandUnder(rows, opdId, input.parentId)) throw fault('parentId', 'own-branch')
  }
  if (input.districtCode !== null && input.districtCode !== before?.districtCode) {
    const districts = await listDistricts(tx)
    if (!districts.some(one => one.code === input.districtCode && one.active))
      throw fault('districtCode', 'unknown')
    if (others.some(row => row.active && row.districtCode === input.districtCode))
      throw fault('districtCode', 'district-taken')
  }
}

/** The OPD among all of them, which nobody else changes until the transaction ends. */
async function heldOpd(tx: Tx, opdId: string): Promise<{ rows: OpdRow[]; row: OpdRow }> {
  await lockOpd(tx)
  const rows = await listOpdRows(tx)
  const row = rows.find(one => one.id === opdId)
  if (row === undefined) throw new AppError('not-found', 'opd')
  return { rows, row }
}

export async function addOpd(ctx: ServiceContext, actor: Actor | null, input: OpdInput): Promise<string> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    await lockOpd(tx)
    await checkOpd(tx, await listOpdRows(tx), null, input)
    await insertOpd(tx, [{ id, ...input }])
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'opd.add',
      subjectId: id,
      details: { kind: input.kind },
    })
  })
  return id
}

const EDITABLE = ['name', 'shortName', 'aliases', 'kind', 'parentId', 'districtCode', 'position'] as const

/** Which fields differ. Lists are compared by what is in them. */
export const changedOpdFields = (row: OpdRow, input: OpdInput) =>
  EDITABLE.filter(field => JSON.stringify(row[field]) !== JSON.stringify(input[field]))

/** Changes what an OPD is called and where it stands; `conflict` when it is not as the form knew it. */
export async function editOpd(ctx: ServiceContext, actor: Actor | null, input: EditOpdInput): Promise<void> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { rows, row } = await heldOpd(tx, input.opdId)
    if (row.revision !== input.revision) throw new AppError('conflict', 'opd.edit')
    const changed = changedOpdFields(row, input)
    if (changed.length === 0) return
    await checkOpd(tx, rows, row.id, input)
    const changes: OpdChange = Object.fromEntries(changed.map(field => [field, input[field]]))
    await updateOpd(tx, row.id, changes)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'opd.edit',
      subjectId: row.id,
      details: { fields: changed },
    })
  })
}

/** Closes an OPD to new work, or opens it again (SPEC.md O4). What points at it stays. */
export async function setOpdActive(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { opdId: string; active: boolean },
): Promise<void> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { row } = await heldOpd(tx, input.opdId)
    if (row.active === input.active) return
    await updateOpd(tx, row.id, input.active ? { active: true, mergedInto: null } : { active: false })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: input.active ? 'opd.reactivate' : 'opd.deactivate',
      subjectId: row.id,
      details: row.mergedInto === null ? {} : { mergedInto: row.mergedInto },
    })
  })
}

/**
 * Puts another OPD in the place of this one (SPEC.md O2, O3), in one step: this one takes no new work, what stood under it
 * stands under the successor, and planned rapat and pokja name the successor. Everything else that points here stays.
 */
export async function mergeOpd(
  ctx: ServiceContext,
  actor: Actor | null,
  input: MergeOpdInput,
): Promise<void> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { rows, row } = await heldOpd(tx, input.opdId)
    if (row.revision !== input.revision) throw new AppError('conflict', 'opd.merge')
    const wrong = mergeFault(rows, row.id, input.into)
    if (wrong !== null) throw fault('into', `merge-${wrong}`)
    const change = { from: row.id, to: input.into }
    // A successor that stood under it takes its place in the tree, too.
    if (isBelow(rows, input.into, row.id)) await updateOpd(tx, input.into, { parentId: row.parentId })
    await moveChildren(tx, change)
    await movePokjaOpd(tx, change)
    const rapatIds = await moveInvitations(tx, { ...change, statuses: PLANNED, now })
    await updateOpd(tx, row.id, { active: false, mergedInto: input.into })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'opd.merge',
      subjectId: row.id,
      details: { into: input.into, rapatIds },
    })
  })
}
