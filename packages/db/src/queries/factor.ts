import type { Role } from '@mufakat/domain'
import { and, count, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { identityLink, passkey, recoveryCode, totpFactor } from '../schema/factor'
import { person } from '../schema/person'

export interface TotpRow {
  secret: Uint8Array
  createdAt: Date
  confirmedAt: Date | null
}

export async function findTotp(db: Queryable, personId: string): Promise<TotpRow | null> {
  const rows = await db
    .select({
      secret: totpFactor.secret,
      createdAt: totpFactor.createdAt,
      confirmedAt: totpFactor.confirmedAt,
    })
    .from(totpFactor)
    .where(eq(totpFactor.personId, personId))
  return rows[0] ?? null
}

/** Puts a new secret in the place of one that was not confirmed; false when one was. */
export async function putUnconfirmedTotp(
  tx: Tx,
  row: { personId: string; secret: Uint8Array; createdAt: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(totpFactor)
    .values(row)
    .onConflictDoUpdate({
      target: totpFactor.personId,
      set: { secret: row.secret, createdAt: row.createdAt, lastStep: 0 },
      setWhere: isNull(totpFactor.confirmedAt),
    })
    .returning({ personId: totpFactor.personId })
  return rows.length === 1
}

/** Takes a code of this step; false when it, or a later one, was taken before. */
export async function takeTotpStep(
  tx: Tx,
  params: { personId: string; step: number; confirmedAt?: Date },
): Promise<boolean> {
  const { personId, step, confirmedAt } = params
  const rows = await tx
    .update(totpFactor)
    .set({ lastStep: step, ...(confirmedAt && { confirmedAt }) })
    .where(
      and(
        eq(totpFactor.personId, personId),
        lt(totpFactor.lastStep, step),
        confirmedAt ? isNull(totpFactor.confirmedAt) : isNotNull(totpFactor.confirmedAt),
      ),
    )
    .returning({ personId: totpFactor.personId })
  return rows.length === 1
}

/** Returns whether there was one that counted. */
export async function deleteTotp(tx: Tx, personId: string): Promise<boolean> {
  const rows = await tx
    .delete(totpFactor)
    .where(eq(totpFactor.personId, personId))
    .returning({ confirmedAt: totpFactor.confirmedAt })
  return rows.some(row => row.confirmedAt !== null)
}

/** Puts these codes in the place of all earlier ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  params: { personId: string; hashes: readonly Uint8Array[] },
): Promise<void> {
  const { personId, hashes } = params
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  if (hashes.length > 0) await tx.insert(recoveryCode).values(hashes.map(hash => ({ personId, hash })))
}

/** Uses a code up; false when it is none, or was used. */
export async function takeRecoveryCode(
  tx: Tx,
  params: { personId: string; hash: Uint8Array; now: Date },
): Promise<boolean> {
  const { personId, hash, now } = params
  const rows = await tx
    .update(recoveryCode)
    .set({ usedAt: now })
    .where(and(eq(recoveryCode.personId, personId), eq(recoveryCode.hash, hash), isNull(recoveryCode.usedAt)))
    .returning({ hash: recoveryCode.hash })
  return rows.length === 1
}

/** Takes what was added from `since` on: the app, passkeys, ways in through a provider; and every recovery code. */
export async function deleteFactorsSince(
  tx: Tx,
  { personId, since }: { personId: string; since: Date },
): Promise<{ totp: number; passkeys: number; providers: number }> {
  const from = <T extends typeof totpFactor | typeof passkey | typeof identityLink>(table: T) =>
    and(eq(table.personId, personId), gte(table.createdAt, since))
  const totp = await tx.delete(totpFactor).where(from(totpFactor)).returning({ at: totpFactor.createdAt })
  const passkeys = await tx.delete(passkey).where(from(passkey)).returning({ at: passkey.createdAt })
  const providers = await tx
    .delete(identityLink)
    .where(from(identityLink))
    .returning({ at: identityLink.createdAt })
  await tx.delete(recoveryCode).where(eq(recoveryCode.personId, personId))
  return { totp: totp.length, passkeys: passkeys.length, providers: providers.length }
}

/** How many are left, and how many there were. */
export async function countRecoveryCodes(
  db: Queryable,
  personId: string,
): Promise<{ left: number; all: number }> {
  const rows = await db
    .select({ all: count(), left: sql<number>`(count(*) filter (where used_at is null))::int` })
    .from(recoveryCode)
    .where(eq(recoveryCode.personId, personId))
  return rows[0] ?? { left: 0, all: 0 }
}

/** How many active people of each role have neither a confirmed app nor a passkey. */
export const countWithoutFactor = (db: Queryable): Promise<{ role: Role; n: number }[]> =>
  db
    .select({ role: person.role, n: count() })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        sql`(${person.passwordHash} is not null or exists (select from ${identityLink} i where i.person_id = ${person.id}))`,
        sql`not exists (select from ${totpFactor} t where t.person_id = ${person.id} and t.confirmed_at is not null)`,
        sql`not exists (select from ${passkey} k where k.person_id = ${person.id})`,
      ),
    )
    .groupBy(person.role)
