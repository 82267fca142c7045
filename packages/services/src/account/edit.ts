import {
  type AccountRow,
  endSessionsOf,
  insertPeople,
  lockAdmins,
  type Tx,
  takenLogins,
  updateAccount,
  voidAccountLinks,
} from '@mufakat/db'
import { type AccountState, type Actor, LINK_KINDS, leavesAnAdmin } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { heldAccount } from './held'
import type { AddAccountInput, EditAccountInput } from './inputs'
import type { MailingContext } from './mail'
import { offerObjection } from './objection'

async function checkLogins(
  tx: Tx,
  logins: { personId: string; email: string | null; nip: string | null },
): Promise<void> {
  const taken = await takenLogins(tx, logins)
  const fields = {
    ...(taken.email ? { email: 'field.taken' } : {}),
    ...(taken.nip ? { nip: 'field.taken' } : {}),
  }
  if (taken.email || taken.nip) throw new AppError('invalid-input', 'login', { fields })
}

/** Rule U2. `admins`: everybody who can administer now, held by the transaction. */
function checkAdmins(
  admins: readonly string[],
  before: AccountRow,
  after: AccountState,
  field: string,
): void {
  const others = admins.filter(id => id !== before.id).length
  if (!leavesAnAdmin(before, after, others))
    throw new AppError('invalid-input', 'last admin', { fields: { [field]: 'field.last-admin' } })
}

/** Adds an account that cannot sign in yet; an invitation or a reset link gives it a password. */
export async function addAccount(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddAccountInput,
): Promise<string> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  const id = newId(now.getTime())
  await inTransaction(ctx, async tx => {
    await checkLogins(tx, { ...input, personId: id })
    await insertPeople(tx, [{ id, ...input, createdAt: now }])
    const details = { role: input.role }
    await recordAudit(tx, { at: now, actorId: actor.personId, action: 'account.add', subjectId: id, details })
  })
  return id
}

const EDITABLE = ['name', 'email', 'nip', 'golongan', 'phone', 'role'] as const

/**
 * Changes who somebody is. `conflict` when the account is not as the form knew it. A new address set by an admin is told
 * to the old one; links that were mailed there open nothing any more.
 */
export async function editAccount(
  ctx: MailingContext,
  actor: Actor | null,
  input: EditAccountInput,
): Promise<void> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const admins = await lockAdmins(tx)
    const row = await heldAccount(tx, input.personId)
    if (row.revision !== input.revision) throw new AppError('conflict', 'account.edit')
    const changed = EDITABLE.filter(field => row[field] !== input[field])
    if (changed.length === 0) return
    checkAdmins(admins, row, { ...row, role: input.role }, 'role')
    await checkLogins(tx, input)
    await updateAccount(tx, row.id, Object.fromEntries(changed.map(field => [field, input[field]])))
    if (changed.includes('email')) {
      await voidAccountLinks(tx, { personId: row.id, kinds: LINK_KINDS, now })
      await offerObjection(ctx, tx, { row, email: input.email, now, by: actor.personId })
    }
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'account.edit',
      subjectId: row.id,
      details: { fields: changed, ...(row.role === input.role ? {} : { from: row.role, to: input.role }) },
    })
  })
}

/**
 * Closes or reopens an account. Nothing is deleted: the person stays on papers. What is open ends with the commit:
 * sessions (whose sockets hear the bell) and links, so that a reopened account begins with none of them.
 */
export async function setAccountActive(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { personId: string; active: boolean },
): Promise<void> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const admins = await lockAdmins(tx)
    const row = await heldAccount(tx, input.personId)
    if (row.active === input.active) return
    checkAdmins(admins, row, { ...row, active: input.active }, 'active')
    await updateAccount(tx, row.id, { active: input.active })
    const sessions = await endSessionsOf(tx, { personId: row.id, now })
    const links = await voidAccountLinks(tx, { personId: row.id, kinds: LINK_KINDS, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: input.active ? 'account.reactivate' : 'account.deactivate',
      subjectId: row.id,
      details: input.active ? {} : { sessions, links },
    })
  })
}
