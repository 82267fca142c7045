import type { Locale, NoticeMail } from '@mufakat/domain'
import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { notice, noticeSetting, rapatMute } from '../schema/notice'
import { person } from '../schema/person'
import { rapat } from '../schema/rapat'

const columns = {
  mail: noticeSetting.mail,
  hour: noticeSetting.hour,
  workdaysOnly: noticeSetting.workdaysOnly,
  quietFrom: noticeSetting.quietFrom,
  quietTo: noticeSetting.quietTo,
}

/** How notices come to somebody. */
export interface NoticeSettingRow {
  readonly mail: NoticeMail
  readonly hour: number
  readonly workdaysOnly: boolean
  readonly quietFrom: number
  readonly quietTo: number
}

/** Null: this person has said nothing. */
export const findNoticeSetting = async (db: Queryable, personId: string): Promise<NoticeSettingRow | null> =>
  (await db.select(columns).from(noticeSetting).where(eq(noticeSetting.personId, personId)))[0] ?? null

export async function putNoticeSetting(
  tx: Tx,
  { personId, now, ...setting }: NoticeSettingRow & { personId: string; now: Date },
): Promise<void> {
  const row = { ...setting, updatedAt: now }
  await tx
    .insert(noticeSetting)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: noticeSetting.personId, set: row })
}

/** Rapat that this person has muted, the latest first. */
export const listMutedRapat = (db: Queryable, personId: string) =>
  db
    .select({ id: rapat.id, title: rapat.title })
    .from(rapatMute)
    .innerJoin(rapat, eq(rapat.id, rapatMute.rapatId))
    .where(eq(rapatMute.personId, personId))
    .orderBy(sql`${rapatMute.at} desc`)

/** Who has muted which of these rapat. */
export const listRapatMutes = (
  db: Queryable,
  rapatIds: readonly string[],
): Promise<{ rapatId: string; personId: string }[]> =>
  rapatIds.length === 0
    ? Promise.resolve([])
    : db
        .select({ rapatId: rapatMute.rapatId, personId: rapatMute.personId })
        .from(rapatMute)
        .where(inArray(rapatMute.rapatId, [...rapatIds]))

/** @returns false when it was so already */
export async function putRapatMute(
  tx: Tx,
  { rapatId, personId, now }: { rapatId: string; personId: string; now: Date },
): Promise<boolean> {
  const rows = await tx
    .insert(rapatMute)
    .values({ rapatId, personId, at: now })
    .onConflictDoNothing()
    .returning({ rapatId: rapatMute.rapatId })
  return rows.length === 1
}

/** @returns false when it was so already */
export async function removeRapatMute(
  tx: Tx,
  { rapatId, personId }: { rapatId: string; personId: string },
): Promise<boolean> {
  const rows = await tx
    .delete(rapatMute)
    .where(and(eq(rapatMute.rapatId, rapatId), eq(rapatMute.personId, personId)))
    .returning({ rapatId: rapatMute.rapatId })
  return rows.length === 1
}

const unmailed = and(isNull(notice.readAt), isNull(notice.mailedAt))

/** People with notices that no letter has told of, after an id and in its order, with how they want them. */
export const listPeopleToMail = (
  db: Queryable,
  { after, limit }: { after: string | null; limit: number },
): Promise<(Partial<{ [K in keyof NoticeSettingRow]: NoticeSettingRow[K] | null }> & PersonToMail)[]> =>
  db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      since: sql<Date>`min(${notice.at})`.mapWith((at: Date | string) => new Date(at)),
      ...columns,
    })
    .from(notice)
    .innerJoin(person, eq(person.id, notice.personId))
    .leftJoin(noticeSetting, eq(noticeSetting.personId, person.id))
    .where(
      and(
        unmailed,
        eq(person.active, true),
        isNotNull(person.email),
        sql`${noticeSetting.mail} is distinct from 'none'`,
        after === null ? undefined : gt(person.id, after),
      ),
    )
    .groupBy(person.id, noticeSetting.personId)
    .orderBy(asc(person.id))
    .limit(limit)

export interface PersonToMail {
  readonly personId: string
  readonly name: string
  readonly email: string | null
  readonly locale: Locale
  /** The oldest of them. */
  readonly since: Date
}

/** Takes for a letter what was told somebody before then and no letter has told of; nobody else takes it. */
export async function takeForMail(
  tx: Tx,
  { personId, before, now }: { personId: string; before: Date; now: Date },
): Promise<string[]> {
  const rows = await tx
    .update(notice)
    .set({ mailedAt: now })
    .where(and(eq(notice.personId, personId), unmailed, lt(notice.at, before)))
    .returning({ id: notice.id })
  return rows.map(({ id }) => id)
}
