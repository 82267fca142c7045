import {
  findJabatan,
  insertJabatan,
  listHoldings,
  listJabatanRows,
  listOpdRows,
  lockJabatan,
  lockOpd,
  type Tx,
  updateJabatan,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { todayOf } from '../settings/today'
import type { AddJabatanInput, EditJabatanInput } from './inputs'

const fault = (field: string, key: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })

/** One name is one jabatan of its OPD, and one of them is the head's. */
async function checkAmongOthers(
  tx: Tx,
  opdId: string,
  jabatanId: string | null,
  input: { name: string; isHead: boolean },
): Promise<void> {
  const others = (await listJabatanRows(tx, opdId)).filter(one => one.id !== jabatanId)
  if (others.some(one => one.name.toLowerCase() === input.name.toLowerCase()))
    throw fault('name', 'name-taken')
  if (input.isHead && others.some(one => one.isHead && one.active)) throw fault('isHead', 'head-taken')
}

/** Adds a jabatan to an OPD; who holds it is said with the account of that person. */
export async function addJabatan(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddJabatanInput,
): Promise<string> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    await lockOpd(tx)
    const opd = (await listOpdRows(tx)).find(row => row.id === input.opdId)
    if (opd === undefined) throw new AppError('not-found', 'opd')
    if (!opd.active) throw new AppError('conflict', 'opd is not active')
    await checkAmongOthers(tx, opd.id, null, input)
    await insertJabatan(tx, [{ id, ...input }])
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'jabatan.add',
      subjectId: id,
      details: { opdId: opd.id, isHead: input.isHead },
    })
  })
  return id
}

const EDITABLE = ['name', 'isHead', 'position', 'active'] as const

/** Changes a jabatan, closes it or opens it again. One that somebody holds today is not closed. */
export async function editJabatan(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EditJabatanInput,
): Promise<void> {
  authorise(actor, 'opd.edit')
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  await inTransaction(ctx, async tx => {
    await lockOpd(tx)
    const row = isRowId(input.jabatanId) ? await findJabatan(tx, input.jabatanId) : null
    if (row === null) throw new AppError('not-found', 'jabatan')
    await lockJabatan(tx, row.id)
    if (row.revision !== input.revision) throw new AppError('conflict', 'jabatan.edit')
    const changed = EDITABLE.filter(field => row[field] !== input[field])
    if (changed.length === 0) return
    await checkAmongOthers(tx, row.opdId, row.id, { ...input, isHead: input.isHead && input.active })
    if (row.active && !input.active) {
      const held = await listHoldings(tx, { on: today, opdIds: [row.opdId] })
      if (held.some(holding => holding.jabatanId === row.id)) throw fault('active', 'jabatan-held')
    }
    await updateJabatan(tx, row.id, Object.fromEntries(changed.map(field => [field, input[field]])))
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'jabatan.edit',
      subjectId: row.id,
      details: { opdId: row.opdId, fields: changed },
    })
  })
}
