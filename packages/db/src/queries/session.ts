import type { Golongan, HoldingKind, Locale, OpdKind, Role } from '@mufakat/domain'
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Queryable, Sql } from '../database'
import { pendingSignIn } from '../schema/factor'
import { session } from '../schema/session'

export interface SessionRow {
  id: string
  createdAt: Date
  expiresAt: Date
  personId: string
  name: string
  email: string | null
  nip: string | null
  golongan: Golongan | null
  role: Role
  locale: Locale
  jabatan: string | null
  holdingKind: HoldingKind | null
  opdId: string | null
  /** Of the other jabatan of the day. */
  otherOpdIds: string[]
  opdKind: OpdKind | null
  opdShortName: string | null
  opdName: string | null
  /** Of a guest by link: their rapat, and whom they come from. */
  guestOf: string | null
  agency: string | null
  /** The admin whose session it is, who looks as the person above; null: it is the person's own. */
  viewerId: string | null
  viewerName: string | null
  viewingUntil: Date | null
  ownerRole: Role
  ownerCreatedAt: Date
  /** Of whose session it is, or of this sign-in. */
  hasSecondFactor: boolean
  /** The stored rule of who must have one, unchecked. */
  factorRule: unknown
}

/**
 * Live sessions by the hashes of their tokens, with the person and their main jabatan of the day and the OPD of the others, in one statement
 * because every page and socket asks for it. The order of holdings is rule J4 of the domain. Where its admin looks as
 * somebody (P15), that is the person, for as long as it may last. Sessions that were not
 * touched since `touchBefore` are touched on the way; one that another statement is just changing is left to it, so
 * that two who ask about the same many never wait for each other.
 * @returns hash of a token in hex → its session; those that are over are missing
 */
export async function readSessionRows(
  sql: Sql,
  params: {
    tokenHashes: readonly Uint8Array[]
    now: Date
    idleSince: Date
    touchBefore: Date
    today: string
    factorRuleKey: string
  },
): Promise<Map<string, SessionRow>> {
  const { tokenHashes, now, idleSince, touchBefore, today, factorRuleKey } = params
  // As text: before its first answer the driver does not know the type of a bytea array.
  const hashes = tokenHashes.map(hash => Buffer.from(hash).toString('hex')).join(',')
  const rows = await sql<(SessionRow & { token: string })[]>`
    with asked as (
      select array_agg(decode(hash, 'hex')) as hashes from unnest(string_to_array(${hashes}, ',')) as t (hash)
    ), found as (
      select s.id, s.token_hash, s.created_at, s.expires_at, s.last_seen_at, shown.*, p.locale,
        p.role as owner_role, p.created_at as owner_created_at, g.rapat_id as guest_of, g.agency,
        case when v.id is not null then p.id end as viewer_id, case when v.id is not null then p.name end as viewer_name,
        case when v.id is not null then s.viewing_until end as viewing_until,
        s.has_second_factor or exists (select from totp_factor t where t.person_id = p.id and t.confirmed_at is not null)
          or exists (select from passkey k where k.person_id = p.id) as has_second_factor
      from asked, session s
      join person p on p.id = s.person_id
      left join guest g on g.person_id = p.id
      left join person v on v.id = s.viewing_person_id and s.viewing_until > ${now} and p.role = 'admin'
        and v.active and v.role <> 'admin'
      join lateral (
        select one.id as person_id, one.name, one.email, one.nip, one.golongan, one.role from person one
        where one.id = coalesce(v.id, p.id)
      ) shown on true
      where s.token_hash = any(asked.hashes) and s.ended_at is null and s.expires_at > ${now}
        and s.last_seen_at > ${idleSince} and p.active
    ), touched as (
      update session set last_seen_at = ${now} where id in (
        select id from session where id in (select id from found where last_seen_at < ${touchBefore})
        for no key update skip locked
      )
    )
    select encode(f.token_hash, 'hex') as token, f.id, f.created_at as "createdAt", f.expires_at as "expiresAt",
      f.person_id as "personId", f.has_second_factor as "hasSecondFactor", f.guest_of as "guestOf", f.agency,
      f.viewer_id as "viewerId", f.viewer_name as "viewerName", f.viewing_until as "viewingUntil",
      f.owner_role as "ownerRole", f.owner_created_at as "ownerCreatedAt",
      (select value from setting where key = ${factorRuleKey}) as "factorRule",
      f.name, f.email, f.nip, f.golongan, f.role, f.locale, post.jabatan, post.kind as "holdingKind",
      post.opd_id as "opdId", post.opd_kind as "opdKind", post.short_name as "opdShortName", post.opd_name as "opdName",
      coalesce((select json_agg(distinct j.opd_id)
        from jabatan_holding h join jabatan j on j.id = h.jabatan_id
        where h.person_id = f.person_id and h.from_date <= ${today}
          and (h.until_date is null or h.until_date >= ${today}) and j.opd_id <> post.opd_id), '[]') as "otherOpdIds"
    from found f
    left join lateral (
      select j.name as jabatan, h.kind, o.id as opd_id, o.kind as opd_kind, o.short_name, o.name as opd_name
      from jabatan_holding h
      join jabatan j on j.id = h.jabatan_id
      join opd o on o.id = j.opd_id
      where h.person_id = f.person_id and h.from_date <= ${today}
        and (h.until_date is null or h.until_date >= ${today})
      order by array_position(array['definitif', 'plt', 'plh'], h.kind), h.from_date desc, h.jabatan_id
      limit 1
    ) post on true`
  return new Map(rows.map(({ token, ...row }) => [token, row]))
}

export async function insertSession(db: Queryable, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row)
}

/** Ends the session of a token; returns whose it was, or null when there was none alive. */
export async function endSession(
  db: Queryable,
  params: { tokenHash: Uint8Array; now: Date },
): Promise<{ id: string; personId: string } | null> {
  const rows = await db
    .update(session)
    .set({ endedAt: params.now })
    .where(and(eq(session.tokenHash, params.tokenHash), isNull(session.endedAt)))
    .returning({ id: session.id, personId: session.personId })
  return rows[0] ?? null
}

/**
 * Ends every live session of a person, or all but one; returns how many there were. A sign-in that still waits for its
 * second factor ends with them: what made it right may have changed.
 */
export async function endSessionsOf(
  db: Queryable,
  params: { personId: string; now: Date; except?: string },
): Promise<number> {
  await db.delete(pendingSignIn).where(eq(pendingSignIn.personId, params.personId))
  const rows = await db
    .update(session)
    .set({ endedAt: params.now })
    .where(
      and(
        eq(session.personId, params.personId),
        isNull(session.endedAt),
        params.except === undefined ? undefined : ne(session.id, params.except),
      ),
    )
    .returning({ id: session.id })
  return rows.length
}

/** Ends one session of a person; false when there was none such alive. */
export async function endSessionById(
  db: Queryable,
  params: { sessionId: string; personId: string; now: Date },
): Promise<boolean> {
  const rows = await db
    .update(session)
    .set({ endedAt: params.now })
    .where(
      and(eq(session.id, params.sessionId), eq(session.personId, params.personId), isNull(session.endedAt)),
    )
    .returning({ id: session.id })
  return rows.length === 1
}

export const listSessionsOf = (db: Queryable, params: { personId: string; now: Date; idleSince: Date }) =>
  db
    .select({
      id: session.id,
      createdAt: session.createdAt,
      lastSeenAt: session.lastSeenAt,
      userAgent: session.userAgent,
      address: session.address,
    })
    .from(session)
    .where(
      and(
        eq(session.personId, params.personId),
        isNull(session.endedAt),
        gt(session.expiresAt, params.now),
        gt(session.lastSeenAt, params.idleSince),
      ),
    )
    .orderBy(desc(session.lastSeenAt))

/** Whether this person signed in from this address since then. */
export async function signedInFrom(
  db: Queryable,
  params: { personId: string; address: string; since: Date },
): Promise<boolean> {
  const rows = await db
    .select({ id: session.id })
    .from(session)
    .where(
      and(
        eq(session.personId, params.personId),
        eq(session.address, params.address),
        gt(session.createdAt, params.since),
      ),
    )
    .limit(1)
  return rows.length > 0
}
