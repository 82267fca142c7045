import { createHash, randomBytes } from 'node:crypto'
import {
  deleteRateBucketsBefore,
  deleteSessionsBefore,
  endSession,
  endSessionsOf,
  findLogin,
  insertSession,
  listSessionsOf,
  readSessionRows,
  type SessionRow,
  setPersonLocale,
  signedInFrom,
} from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { normalizeNip, wibDate } from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { recordAudit } from './audit'
import type { ServiceContext } from './context'
import { authorise, inTransaction } from './context'
import type { ProfileInput, SignInInput } from './inputs'
import { verifyPassword } from './password'
import { heldTitle } from './people'
import { limitedAddress, requireAttempt, returnAttempt, signInKeys } from './rate-limit'
import type { Session, SessionSummary } from './views'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A session ends after a week without use: forced sign-ins are what users of such systems complain about. */
export const SESSION_IDLE_MS = 7 * DAY_MS
/** And after thirty days in any case. */
export const SESSION_ABSOLUTE_MS = 30 * DAY_MS
/** How stale "last seen" may be, so that reading a page seldom writes. */
const TOUCH_MS = 5 * MINUTE_MS
/** How long an address counts as known to a person. */
const KNOWN_ADDRESS_MS = 30 * DAY_MS
/** Ended sessions are kept as an access log. */
const KEEP_SESSIONS_MS = 400 * DAY_MS
/** Nobody's id, so that an unknown login costs the same statements. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const TOKEN_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{43}$/

const hashOf = (token: string): Uint8Array => new Uint8Array(createHash('sha256').update(token).digest())

/**
 * Signs a person in by e-mail or NIP. The token (32 random bytes, base64url) goes into a cookie and nowhere
 * else. Throws `wrong-credentials`, the same for an unknown login, a closed account and a wrong password,
 * or `rate-limited`, with the moment from which on it may be tried again.
 */
export async function signIn(
  ctx: ServiceContext,
  input: SignInInput & { address: string; userAgent: string },
): Promise<{ token: string; session: Session }> {
  const now = ctx.clock.now()
  const login = input.login.trim().toLowerCase()
  const address = limitedAddress(input.address)
  const { account, keys } = await inTransaction(ctx, async tx => {
    const found = await findLogin(tx, { email: login, nip: normalizeNip(login) })
    const known = await signedInFrom(tx, {
      personId: found?.id ?? NOBODY,
      address,
      since: new Date(now.getTime() - KNOWN_ADDRESS_MS),
    })
    const limited = signInKeys(found?.id ?? login, address, known)
    await requireAttempt(tx, limited, now, 'sign-in')
    return { account: found, keys: limited }
  })
  const fits = await verifyPassword(account?.active ? account.passwordHash : null, input.password)
  if (!fits || account === null) throw new AppError('wrong-credentials')

  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await inTransaction(ctx, async tx => {
    await returnAttempt(tx, keys, now)
    const sessionId = newId(now.getTime())
    await insertSession(tx, {
      id: sessionId,
      tokenHash: hashOf(token),
      personId: account.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + SESSION_ABSOLUTE_MS),
      address,
      userAgent: input.userAgent.slice(0, 300),
    })
    await recordAudit(tx, { at: now, actorId: account.id, action: 'session.start', subjectId: sessionId })
    await deleteRateBucketsBefore(tx, new Date(now.getTime() - DAY_MS))
    await deleteSessionsBefore(tx, new Date(now.getTime() - KEEP_SESSIONS_MS))
  })
  return { token, session: defined(await readSession(ctx, token), 'a session just begun') }
}

/** The live session of a token, or null. One statement: every page and every socket asks. */
export async function readSession(ctx: ServiceContext, token: string | null): Promise<Session | null> {
  return token === null ? null : ((await readSessions(ctx, [token])).get(token) ?? null)
}

/** The live sessions of several tokens, still in one statement; those without one are missing. */
export async function readSessions(
  ctx: ServiceContext,
  tokens: readonly string[],
): Promise<Map<string, Session>> {
  const hashes = new Map(
    tokens.filter(token => TOKEN.test(token)).map(token => [token, hashOf(token)] as const),
  )
  if (hashes.size === 0) return new Map()
  const now = ctx.clock.now()
  const rows = await readSessionRows(ctx.database.sql, {
    tokenHashes: [...hashes.values()],
    now,
    idleSince: new Date(now.getTime() - SESSION_IDLE_MS),
    touchBefore: new Date(now.getTime() - TOUCH_MS),
    today: wibDate(now),
  })
  const sessions = new Map<string, Session>()
  for (const [token, hash] of hashes) {
    const row = rows.get(Buffer.from(hash).toString('hex'))
    if (row !== undefined) sessions.set(token, sessionOf(row))
  }
  return sessions
}

const sessionOf = (row: SessionRow): Session => ({
  sessionId: row.id,
  actor: { personId: row.personId, role: row.role, opdId: row.opdId, opdKind: row.opdKind },
  person: {
    id: row.personId,
    name: row.name,
    email: row.email,
    nip: row.nip,
    opd:
      row.opdId === null
        ? null
        : { id: row.opdId, shortName: row.opdShortName ?? '', name: row.opdName ?? '' },
    jabatan: row.jabatan === null ? null : heldTitle(row.jabatan, row.holdingKind ?? 'definitif'),
    locale: row.locale,
  },
  expiresAt: row.expiresAt,
})

/** Ends the session of this token; quietly nothing when it is over already. */
export async function signOut(ctx: ServiceContext, token: string | null): Promise<void> {
  if (token === null || !TOKEN.test(token)) return
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
