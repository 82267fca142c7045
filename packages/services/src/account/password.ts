import {
  type AccountRow,
  deletePendingSignInsOf,
  endSessionsOf,
  findAccount,
  findLogin,
  lockAccount,
  passwordHashOf,
  type Queryable,
  updateAccount,
  voidAccountLinks,
} from '@mufakat/db'
import { type Actor, linkState, normalizeNip, passwordFault } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { hashPassword, verifyPassword } from '../password'
import {
  forgetFailures,
  keyOf,
  type LimitedKey,
  limitedAddress,
  requireAttempt,
  returnAttempt,
  signInKeys,
} from '../rate-limit'
import { heldAccount } from './held'
import type { AskResetInput, ChangePasswordInput, NewPasswordInput } from './inputs'
import { findLink, makeLink, openLink, takeLink } from './link'
import { linkPath, type MailingContext, mailPasswordChanged, mailReset } from './mail'
import type { LinkForHand, LinkView } from './views'

/** How long a link to set a new password opens. */
export const RESET_MS = 60 * 60_000

/** Letters that somebody can have sent by asking: a few to one account, more from one office. */
const ASK_LIMITS = {
  account: { capacity: 3, drainPerMinute: 1 / 20 },
  address: { capacity: 30, drainPerMinute: 1 / 2 },
} as const

const askKeys = (account: string, address: string): LimitedKey[] => [
  { key: keyOf('ask-reset', account), policy: ASK_LIMITS.account, clearedBySuccess: false },
  { key: keyOf('ask-reset from', address), policy: ASK_LIMITS.address, clearedBySuccess: false },
]

/**
 * Mails a reset link to the person of this e-mail or NIP. Answers alike whether there is one or not, also its limits:
 * a login that is nobody's has a bucket of its own.
 */
export async function askReset(
  ctx: MailingContext,
  input: AskResetInput & { address: string },
): Promise<void> {
  const now = ctx.clock.now()
  const login = input.login.trim().toLowerCase()
  await inTransaction(ctx, async tx => {
    const found = await findLogin(tx, { email: login, nip: normalizeNip(login) })
    await requireAttempt(tx, askKeys(found?.id ?? login, limitedAddress(input.address)), now, 'ask reset')
    const row = found === null ? null : await lockAccount(tx, found.id)
    if (row === null || !row.active || row.email === null) return
    const link = await makeLink(tx, {
      kind: 'reset',
      personId: row.id,
      createdBy: null,
      now,
      lastsMs: RESET_MS,
    })
    await mailReset(ctx, tx, row, link)
    await recordAudit(tx, { at: now, actorId: null, action: 'account.ask-reset', subjectId: row.id })
  })
}

/** A reset link to hand over, for a person whom no mail reaches. `conflict` for a closed account. */
export async function makeResetLink(
  ctx: ServiceContext,
  actor: Actor | null,
  personId: string,
): Promise<LinkForHand> {
  authorise(actor, 'account.manage')
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, personId)
    if (!row.active) throw new AppError('conflict', 'account.reset-link')
    const createdBy = actor.personId
    const link = await makeLink(tx, { kind: 'reset', personId: row.id, createdBy, now, lastsMs: RESET_MS })
    await recordAudit(tx, { at: now, actorId: createdBy, action: 'account.reset-link', subjectId: row.id })
    return { path: linkPath('reset', link), expiresAt: link.expiresAt, mailed: false }
  })
}

/**
 * The same for who runs the server, by e-mail or NIP: how the only admin comes back in when no mail goes out. Null when
 * there is no active account of that login.
 */
export async function makeHostResetLink(ctx: ServiceContext, login: string): Promise<LinkForHand | null> {
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const found = await findLogin(tx, { email: login.trim().toLowerCase(), nip: normalizeNip(login) })
    const row = found === null ? null : await lockAccount(tx, found.id)
    if (row === null || !row.active) return null
    const link = await makeLink(tx, {
      kind: 'reset',
      personId: row.id,
      createdBy: null,
      now,
      lastsMs: RESET_MS,
    })
    await recordAudit(tx, {
      at: now,
      actorId: null,
      action: 'account.reset-link',
      subjectId: row.id,
      details: { by: 'host' },
    })
    return { path: linkPath('reset', link), expiresAt: link.expiresAt, mailed: false }
  })
}

/** What a link says to who opens it; reading it changes nothing. */
export async function readLink(
  ctx: ServiceContext,
  kind: 'invitation' | 'reset' | 'email' | 'objection',
  token: string,
): Promise<LinkView> {
  const link = await findLink(ctx.database.db, kind, token)
  if (link === null) return { state: 'unknown', person: null, email: null }
  const row = await findAccount(ctx.database.db, link.personId)
  const state = row?.active ? linkState(link, ctx.clock.now()) : 'void'
  if (row === null || state !== 'open') return { state, person: null, email: null }
  const { name, email, nip } = row
  return { state, person: { name, email, nip }, email: link.email }
}

/** Rule U3, as an error of the field. */
export function checkPassword(password: string, own: Pick<AccountRow, 'name' | 'email' | 'nip'>): void {
  const fault = passwordFault(password, own)
  if (fault !== null)
    throw new AppError('invalid-input', 'password', { fields: { password: `field.password-${fault}` } })
}

/**
 * Sets the password by a link, once: of two at the same time, one wins. Every session ends, and what failed before is
 * forgotten: who holds the link is the person. Throws `conflict` for a link that does not open.
 */
export async function setPasswordByLink(
  ctx: ServiceContext,
  kind: 'invitation' | 'reset',
  token: string,
  input: NewPasswordInput,
): Promise<void> {
  const now = ctx.clock.now()
  const link = await openLink(ctx.database.db, kind, token, now)
  const seen = await findAccount(ctx.database.db, link.personId)
  if (!seen?.active) throw new AppError('conflict', 'closed account')
  checkPassword(input.password, seen)
  // Before the transaction: it takes long, and only who holds a link that opens gets here.
  const passwordHash = await hashPassword(input.password)
  await inTransaction(ctx, async tx => {
    // Before the account, as a sign-in does, so that neither waits for the other in a circle.
    await forgetFailures(tx, link.personId)
    const row = await heldAccount(tx, link.personId)
    if (!row.active) throw new AppError('conflict', 'closed account')
    await takeLink(tx, link, now)
    await updateAccount(tx, row.id, { passwordHash })
    await voidAccountLinks(tx, { personId: row.id, kinds: ['invitation', 'reset'], now })
    const sessions = await endSessionsOf(tx, { personId: row.id, now })
    if (kind === 'reset') await mailPasswordChanged(tx, row, link.id, now)
    await recordAudit(tx, {
      at: now,
      actorId: row.id,
      action: 'account.password',
      subjectId: row.id,
      details: { by: kind, sessions },
    })
  })
}

/**
 * Whether the acting person knows their password, asked again before what a stolen session must not do. Counts like a
 * sign-in. Throws `invalid-input` for `field`, or `rate-limited`.
 */
export async function confirmPassword(
  ctx: ServiceContext,
  personId: string,
  input: { current: string; address: string },
  field = 'current',
): Promise<void> {
  const now = ctx.clock.now()
  const keys = signInKeys(personId, limitedAddress(input.address), true)
  const passwordHash = await inTransaction(ctx, async tx => {
    await requireAttempt(tx, keys, now, 'confirm password')
    return passwordHashOf(tx, personId)
  })
  if (!(await verifyPassword(passwordHash, input.current)))
    throw new AppError('invalid-input', 'current password', { fields: { [field]: 'field.wrong-password' } })
  await inTransaction(ctx, tx => returnAttempt(tx, keys, now))
}

/** The acting person's own row, for rules that look at it before a transaction. */
export async function ownAccount(db: Queryable, actor: Actor): Promise<AccountRow> {
  const row = await findAccount(db, actor.personId)
  if (row === null) throw new AppError('not-signed-in')
  return row
}

/** Changes one's own password; the session it is done in goes on, the others as wished. */
export async function changePassword(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ChangePasswordInput & { sessionId: string; address: string },
): Promise<void> {
  authorise(actor, 'profile.edit', actor ?? undefined)
  checkPassword(input.password, await ownAccount(ctx.database.db, actor))
  await confirmPassword(ctx, actor.personId, input)
  const now = ctx.clock.now()
  const passwordHash = await hashPassword(input.password)
  await inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, actor.personId)
    await updateAccount(tx, row.id, { passwordHash })
    await voidAccountLinks(tx, { personId: row.id, kinds: ['invitation', 'reset'], now })
    // Who has answered with the old password owes an answer to the new one.
    await deletePendingSignInsOf(tx, row.id)
    const sessions = input.endOthers
      ? await endSessionsOf(tx, { personId: row.id, now, except: input.sessionId })
      : 0
    await mailPasswordChanged(tx, row, `${row.id}:${row.revision + 1}`, now)
    await recordAudit(tx, {
      at: now,
      actorId: row.id,
      action: 'account.password',
      subjectId: row.id,
      details: { by: 'self', sessions },
    })
  })
}
