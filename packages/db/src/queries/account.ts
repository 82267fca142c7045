import type { Role } from '@mufakat/domain'
import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { person } from '../schema/person'
import { isNoGuest } from './guest'

const columns = {
  id: person.id,
  name: person.name,
  email: person.email,
  nip: person.nip,
  golongan: person.golongan,
  phone: person.phone,
  role: person.role,
  locale: person.locale,
  active: person.active,
  hasPassword: sql<boolean>`${person.passwordHash} is not null`,
  revision: person.revision,
  createdAt: person.createdAt,
  erasedNumber: person.erasedNumber,
  /** As text: a raw column has no type that the driver knows. */
  lastSignInAt:
    sql<Date | null>`(select max(s.created_at) from session s where s.person_id = ${person}.id)`.mapWith(
      (value: Date | string | null) => (value === null ? null : new Date(value)),
    ),
}

export const ACCOUNT_STATES = ['active', 'uninvited', 'inactive'] as const
/** `uninvited`: active, but has never set a password. */
export type AccountStateFilter = (typeof ACCOUNT_STATES)[number]

export interface AccountFilter {
  readonly text: string
  readonly role: Role | null
  /** Holds a jabatan there on `today`. */
  readonly opdId: string | null
  readonly state: AccountStateFilter | null
  readonly today: string
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, match => `\\${match}`)}%`

function fits({ text, role, opdId, state, today }: AccountFilter): SQL | undefined {
  const digits = text.replace(/[\s.-]/g, '')
  return and(
    isNoGuest,
    text === ''
      ? undefined
      : or(
          sql`${person.name} ilike ${like(text)}`,
          sql`${person.email} ilike ${like(text)}`,
          /^\d{4,}$/.test(digits) ? sql`${person.nip} like ${like(digits)}` : undefined,
        ),
    role === null ? undefined : eq(person.role, role),
    opdId === null
      ? undefined
      : sql`exists (select 1 from jabatan_holding h join jabatan j on j.id = h.jabatan_id
          where h.person_id = ${person}.id and j.opd_id = ${opdId} and h.from_date <= ${today}
            and (h.until_date is null or h.until_date >= ${today}))`,
    state === null ? undefined : eq(person.active, state !== 'inactive'),
    state === 'uninvited' ? isNull(person.passwordHash) : undefined,
  )
}

export const listAccountRows = (
  db: Queryable,
  filter: AccountFilter,
  page: { limit: number; offset: number },
) =>
  db
    .select(columns)
    .from(person)
    .where(fits(filter))
    .orderBy(asc(person.name), asc(person.id))
    .limit(page.limit)
    .offset(page.offset)

export const countAccounts = async (db: Queryable, filter: AccountFilter): Promise<number> =>
  (await db.select({ n: count() }).from(person).where(fits(filter)))[0]?.n ?? 0

/** A guest by link has no account. */
export const findAccount = async (db: Queryable, personId: string) =>
  (
    await db
      .select(columns)
      .from(person)
      .where(and(eq(person.id, personId), isNoGuest))
  )[0] ?? null

export type AccountRow = NonNullable<Awaited<ReturnType<typeof findAccount>>>

/**
 * The same, and nobody else changes the account until the transaction ends. What only names the person (a session that
 * begins, a row that is written in their name) does not wait for it.
 */
export async function lockAccount(tx: Tx, personId: string): Promise<AccountRow | null> {
  await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update')
  return findAccount(tx, personId)
}

/**
 * Everybody who can administer, held until the transaction ends: of two who take each other's role at once, the second
 * sees that the first has gone. To be locked before any single account, so that nobody waits in a circle.
 */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, 'admin'), eq(person.active, true), isNotNull(person.passwordHash)))
    .orderBy(asc(person.id))
    .for('no key update')
  return rows.map(row => row.id)
}

/** Which of these belong to somebody else already. */
export async function takenLogins(
  db: Queryable,
  params: { personId: string; email: string | null; nip: string | null },
): Promise<{ email: boolean; nip: boolean }> {
  const { personId, email, nip } = params
  const same = [
    email === null ? undefined : eq(person.email, email),
    nip === null ? undefined : eq(person.nip, nip),
  ].filter(one => one !== undefined)
  if (same.length === 0) return { email: false, nip: false }
  const rows = await db
    .select({ email: person.email, nip: person.nip })
    .from(person)
    .where(and(ne(person.id, personId), or(...same)))
  return {
    email: email !== null && rows.some(row => row.email === email),
    nip: nip !== null && rows.some(row => row.nip === nip),
  }
}

/** Changes an account that `lockAccount` holds; its revision grows. */
export async function updateAccount(
  tx: Tx,
  personId: string,
  changes: Partial<
    Pick<
      typeof person.$inferInsert,
      'name' | 'email' | 'nip' | 'golongan' | 'phone' | 'role' | 'active' | 'passwordHash'
    >
  >,
): Promise<void> {
  await tx
    .update(person)
    .set({ ...changes, revision: sql`${person.revision} + 1` })
    .where(eq(person.id, personId))
}

/** Null when the person has none, or is not there. */
export async function passwordHashOf(db: Queryable, personId: string): Promise<string | null> {
  const rows = await db.select({ hash: person.passwordHash }).from(person).where(eq(person.id, personId))
  return rows[0]?.hash ?? null
}

/** Everybody, by name: for tables that are put in and taken out whole. */
export const listEveryAccount = (db: Queryable) =>
  db
    .select({
      id: person.id,
      name: person.name,
      nip: person.nip,
      golongan: person.golongan,
      email: person.email,
      phone: person.phone,
      role: person.role,
      active: person.active,
      revision: person.revision,
    })
    .from(person)
    .orderBy(asc(person.name), asc(person.id))

/** Until the end of the transaction nobody else adds or changes an account; they are read all the while. */
export async function lockPeople(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${person} in share row exclusive mode`)
}

/** Of these people, those who are active, with where letters reach them. */
export const listAccountsForMail = (db: Queryable, personIds: readonly string[]) =>
  db
    .select({ id: person.id, name: person.name, email: person.email, locale: person.locale })
    .from(person)
    .where(and(inArray(person.id, [...personIds]), eq(person.active, true)))
