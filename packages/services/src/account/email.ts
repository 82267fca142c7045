import {
  deleteFactorsSince,
  endSessionsOf,
  type Tx,
  takenLogins,
  updateAccount,
  voidAccountLinks,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { LINK_KINDS } from '@mufakat/domain'
import { AppError, defined } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { heldAccount } from './held'
import type { AskEmailInput } from './inputs'
import { makeLink, openLink, takeLink } from './link'
import { linkPath, type MailingContext, mailEmailConfirm } from './mail'
import { offerObjection } from './objection'
import { confirmPassword, RESET_MS } from './password'
import { storedAccountSettings } from './settings'

const DAY_MS = 24 * 60 * 60_000
/** How long the new address can be confirmed. */
const CONFIRM_MS = DAY_MS

async function requireFree(tx: Tx, personId: string, email: string): Promise<void> {
  if ((await takenLogins(tx, { personId, email, nip: null })).email)
    throw new AppError('invalid-input', 'email', { fields: { email: 'field.taken' } })
}

/** Mails a link to the new address; nothing changes until it is confirmed from there. */
export async function askEmailChange(
  ctx: MailingContext,
  actor: Actor | null,
  input: AskEmailInput & { address: string },
): Promise<void> {
  authorise(actor, 'profile.edit', actor ?? undefined)
  const { personId } = actor
  const { email } = input
  await confirmPassword(ctx, personId, input)
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, personId)
    if (row.email === email)
      throw new AppError('invalid-input', 'email', { fields: { email: 'field.same-email' } })
    await requireFree(tx, personId, email)
    const link = await makeLink(tx, {
      kind: 'email',
      personId,
      createdBy: personId,
      now,
      lastsMs: CONFIRM_MS,
      email,
    })
    await mailEmailConfirm(ctx, tx, row, email, link)
    await recordAudit(tx, { at: now, actorId: personId, action: 'account.ask-email', subjectId: personId })
  })
}

/**
 * Makes the new address the person's. The old one is told, with a link that takes it back for some days; reset links
 * that were mailed there open nothing any more.
 */
export async function confirmEmail(ctx: MailingContext, token: string): Promise<void> {
  const now = ctx.clock.now()
  const link = await openLink(ctx.database.db, 'email', token, now)
  const email = defined(link.email, 'a link of an address')
  await inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, link.personId)
    if (!row.active) throw new AppError('conflict', 'closed account')
    await takeLink(tx, link, now)
    await requireFree(tx, row.id, email)
    await updateAccount(tx, row.id, { email })
    await voidAccountLinks(tx, { personId: row.id, kinds: ['invitation', 'reset'], now })
    await offerObjection(ctx, tx, { row, email, now, by: row.id })
    await recordAudit(tx, { at: now, actorId: row.id, action: 'account.email', subjectId: row.id })
  })
}

/**
 * The owner of the old address takes the account back: their address stands again, every session ends, the password
 * opens nothing (who changed the address knew it), and what else was open is void. Second factors and ways in through
 * a provider that were added about then go as well, as do recovery codes, which tell nobody when they were made;
 * older ones stay, because an address alone must not do away with them.
 * @returns where they set a new password: they hold the address, so no second letter is needed
 */
export async function objectToEmail(ctx: ServiceContext, token: string): Promise<string> {
  const now = ctx.clock.now()
  const link = await openLink(ctx.database.db, 'objection', token, now)
  const email = defined(link.email, 'a link of an address')
  return inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, link.personId)
    if (!row.active) throw new AppError('conflict', 'closed account')
    await takeLink(tx, link, now)
    await requireFree(tx, row.id, email)
    await updateAccount(tx, row.id, { email, passwordHash: null })
    await voidAccountLinks(tx, { personId: row.id, kinds: LINK_KINDS, now })
    const sessions = await endSessionsOf(tx, { personId: row.id, now })
    const { objectionDays } = await storedAccountSettings(tx)
    const since = new Date(link.createdAt.getTime() - objectionDays * DAY_MS)
    const added = await deleteFactorsSince(tx, { personId: row.id, since })
    const reset = await makeLink(tx, {
      kind: 'reset',
      personId: row.id,
      createdBy: row.id,
      now,
      lastsMs: RESET_MS,
    })
    await recordAudit(tx, {
      at: now,
      actorId: row.id,
      action: 'account.object-email',
      subjectId: row.id,
      details: { sessions, ...added },
    })
    return linkPath('reset', reset)
  })
}
