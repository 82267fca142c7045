import {
  endSession,
  endSessionsOf,
  findLogin,
  listSessionsOf,
  readSessionRows,
  type SessionRow,
  setPersonLocale,
} from '@mufakat/db'
import type { Actor, FactorRequirement } from '@mufakat/domain'
import { factorStanding, normalizeNip, wibDate } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from './audit'
import { afterFirstFactor, isKnownAddress, type SignInStep, type Visitor } from './begin-session'
import type { ServiceContext } from './context'
import { authorise, inTransaction } from './context'
import { FACTOR_RULE, factorRequirementOf } from './factors/requirement'
import type { ProfileInput, SignInInput } from './inputs'
import { verifyPassword } from './password'
import { heldTitle } from './people'
import { refuseBound } from './provider/settings'
import { limitedAddress, requireAttempt, returnAttempt, signInKeys } from './rate-limit'
import { hashOf, isToken } from './token'
import type { Session, SessionSummary } from './views'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A session ends after a week without use: forced sign-ins are what users of such systems complain about. */
export const SESSION_IDLE_MS = 7 * DAY_MS
/** How stale "last seen" may be, so that reading a page seldom writes. */
const TOUCH_MS = 5 * MINUTE_MS
/** Nobody's id, so that an unknown login costs the same statements. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
/**
 * Signs a person in by e-mail or NIP, or asks for their second factor. Tokens go into a cookie and nowhere else.
 * Throws `wrong-credentials`, the same for an unknown login, a closed account and a wrong password, `rate-limited` with
 * the moment from which on it may be tried again, or `use-provider` for a right password of somebody who must sign in
 * through the provider.
 */
export async function signIn(ctx: ServiceContext, input: SignInInput & Visitor): Promise<SignInStep> {
  const now = ctx.clock.now()
  const login = input.login.trim().toLowerCase()
  const address = limitedAddress(input.address)
  const { account, keys } = await inTransaction(ctx, async tx => {
    const found = await findLogin(tx, { email: login, nip: normalizeNip(login) })
    const known = await isKnownAddress(tx, { personId: found?.id ?? NOBODY, address, now })
    const limited = signInKeys(found?.id ?? login, address, known)
    await requireAttempt(tx, limited, now, 'sign-in')
    return { account: found, keys: limited }
  })
  const fits = await verifyPassword(account?.active ? account.passwordHash : null, input.password)
  if (!fits || account === null) throw new AppError('wrong-credentials')
  return inTransaction(ctx, async tx => {
    await refuseBound(tx, account.id)
    await returnAttempt(tx, keys, now)
    return afterFirstFactor(tx, { personId: account.id, now, visitor: input, method: 'password' })
  })
}

/** The live session of a token, or null. One statement: every page and every socket asks. */
export async function readSession(ctx: ServiceContext, token: string | null): Promise<Session | null> {
  return token === null ? null : ((await readSessions(ctx, [token])).get(token) ?? null)
}

/**
 * The live sessions of several tokens, still in one statement; those without one are missing. So are those of people
 * who must have a second factor and have not added one in time: to pages, actions and sockets alike they are nobody.
 */
export async function readSessions(
  ctx: ServiceContext,
  tokens: readonly string[],
): Promise<Map<string, Session>> {
  const sessions = await readAllSessions(ctx, tokens)
  for (const [token, session] of sessions) if (session.factor.kind === 'needed') sessions.delete(token)
  return sessions
}

/** For the door alone: also the session of somebody who may do nothing but add a second factor (`settingUp`). */
export async function readSessionAtDoor(
  ctx: ServiceContext,
  token: string,
): Promise<{ session: Session | null; settingUp: Session | null }> {
  const session = (await readAllSessions(ctx, [token])).get(token) ?? null
  return session?.factor.kind === 'needed'
    ? { session: null, settingUp: session }
    : { session, settingUp: null }
}

async function readAllSessions(
  ctx: ServiceContext,
  tokens: readonly string[],
): Promise<Map<string, Session>> {
  const hashes = new Map(tokens.filter(isToken).map(token => [token, hashOf(token)] as const))
  if (hashes.size === 0) return new Map()
  const now = ctx.clock.now()
  const rows = await readSessionRows(ctx.database.sql, {
    tokenHashes: [...hashes.values()],
    now,
    idleSince: new Date(now.getTime() - SESSION_IDLE_MS),
    touchBefore: new Date(now.getTime() - TOUCH_MS),
    today: wibDate(now),
    factorRuleKey: FACTOR_RULE,
  })
  // The same in every row.
  const requirement = factorRequirementOf(rows.values().next().value?.factorRule)
  const sessions = new Map<string, Session>()
  for (const [token, hash] of hashes) {
    const row = rows.get(Buffer.from(hash).toString('hex'))
    if (row !== undefined) sessions.set(token, sessionOf(row, requirement, now))
  }
  return sessions
}

const sessionOf = (row: SessionRow, requirement: FactorRequirement, now: Date): Session => ({
  sessionId: row.id,
  actor: {
    personId: row.personId,
    role: row.role,
    opdId: row.opdId,
    otherOpdIds: row.otherOpdIds,
    opdKind: row.opdKind,
    guestOf: row.guestOf,
    viewedBy: row.viewerId,
  },
  person: {
    id: row.personId,
    name: row.name,
    email: row.email,
    nip: row.nip,
    golongan: row.golongan,
    opd:
      row.opdId === null
        ? null
        : { id: row.opdId, shortName: row.opdShortName ?? '', name: row.opdName ?? '' },
    jabatan: row.jabatan === null ? row.agency : heldTitle(row.jabatan, row.holdingKind ?? 'definitif'),
    locale: row.locale,
  },
  begunAt: row.createdAt,
  expiresAt: row.expiresAt,
  viewing:
    row.viewerId === null || row.viewingUntil === null
      ? null
      : { adminId: row.viewerId, adminName: row.viewerName ?? '', until: row.viewingUntil },
  factor: factorStanding(
    {
      role: row.ownerRole,
      createdAt: row.ownerCreatedAt,
      // A guest by link has nothing to add one to; the link is all they have.
      hasFactor: row.hasSecondFactor || row.guestOf !== null,
    },
    requirement,
    now,
  ),
})

/** Ends the session of this token; quietly nothing when it is over already. */
export async function signOut(ctx: ServiceContext, token: string | null): Promise<void> {
  if (token === null || !isToken(token)) return
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const ended = await endSession(tx, { tokenHash: hashOf(token), now })
    if (ended !== null)
      await recordAudit(tx, { at: now, actorId: ended.personId, action: 'session.end', subjectId: ended.id })
  })
}

/** Ends every session of the acting person, this one included; answers how many there were. */
export async function signOutEverywhere(ctx: ServiceContext, actor: Actor | null): Promise<number> {
  authorise(actor, 'session.end', actor ?? undefined)
  const now = ctx.clock.now()
  return inTransaction(ctx, async tx => {
    const count = await endSessionsOf(tx, { personId: actor.personId, now })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'session.end-everywhere',
      subjectId: actor.personId,
      details: { count },
    })
    return count
  })
}

/** The acting person's live sessions, the latest used first. */
export async function listSessions(
  ctx: ServiceContext,
  actor: Actor | null,
  currentSessionId: string,
): Promise<SessionSummary[]> {
  authorise(actor, 'session.end', actor ?? undefined)
  const now = ctx.clock.now()
  const rows = await listSessionsOf(ctx.database.db, {
    personId: actor.personId,
    now,
    idleSince: new Date(now.getTime() - SESSION_IDLE_MS),
  })
  return rows.map(row => ({ ...row, current: row.id === currentSessionId }))
}

/** Sets the language of the acting person's interface. */
export async function setLocale(
  ctx: ServiceContext,
  actor: Actor | null,
  input: ProfileInput,
): Promise<void> {
  authorise(actor, 'profile.edit', actor ?? undefined)
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await setPersonLocale(tx, { personId: actor.personId, locale: input.locale })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'profile.edit',
      subjectId: actor.personId,
      details: { locale: input.locale },
    })
  })
}
