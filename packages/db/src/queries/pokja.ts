import { asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable, Tx } from '../database'
import { pokja, pokjaOpd, pokjaPerson } from '../schema/pokja'

const ids = (expression: SQL<string[]>): SQL<string[]> =>
  expression.mapWith((value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value) as string[])

/** Every pokja with the ids of its members. */
export const listPokjaRows = (db: Queryable) =>
  db
    .select({
      id: pokja.id,
      name: pokja.name,
      shortName: pokja.shortName,
      chairId: pokja.chairId,
      position: pokja.position,
      active: pokja.active,
      revision: pokja.revision,
      opdIds: ids(sql<string[]>`(select coalesce(json_agg(m.opd_id order by o.position, o.name), '[]')
        from pokja_opd m join opd o on o.id = m.opd_id where m.pokja_id = ${pokja}.id)`),
      personIds: ids(sql<string[]>`(select coalesce(json_agg(m.person_id order by p.name), '[]')
        from pokja_person m join person p on p.id = m.person_id where m.pokja_id = ${pokja}.id)`),
    })
    .from(pokja)
    .orderBy(asc(pokja.position), asc(pokja.name))

export type PokjaRow = Awaited<ReturnType<typeof listPokjaRows>>[number]

/** Until the end of the transaction nobody else changes pokja or their members. */
export async function lockPokja(tx: Tx): Promise<void> {
  await tx.execute(sql`lock table ${pokja} in share row exclusive mode`)
}

export async function insertPokja(tx: Tx, row: typeof pokja.$inferInsert): Promise<void> {
  await tx.insert(pokja).values(row)
}

/** Changes a pokja; its revision grows. */
export async function updatePokja(
  tx: Tx,
  id: string,
  changes: Partial<Omit<typeof pokja.$inferInsert, 'id' | 'revision'>>,
): Promise<void> {
  await tx
    .update(pokja)
    .set({ ...changes, revision: sql`${pokja.revision} + 1` })
    .where(eq(pokja.id, id))
}

export async function replacePokjaMembers(
  tx: Tx,
  pokjaId: string,
  members: { opdIds: readonly string[]; personIds: readonly string[] },
): Promise<void> {
  await tx.delete(pokjaOpd).where(eq(pokjaOpd.pokjaId, pokjaId))
  await tx.delete(pokjaPerson).where(eq(pokjaPerson.pokjaId, pokjaId))
  if (members.opdIds.length > 0)
    await tx.insert(pokjaOpd).values(members.opdIds.map(opdId => ({ pokjaId, opdId })))
  if (members.personIds.length > 0)
    await tx.insert(pokjaPerson).values(members.personIds.map(personId => ({ pokjaId, personId })))
}

/** The successor takes the place of an OPD in every pokja. */
export async function movePokjaOpd(tx: Tx, params: { from: string; to: string }): Promise<void> {
  const { from, to } = params
  await tx.execute(sql`
    insert into pokja_opd (pokja_id, opd_id) select pokja_id, ${to} from pokja_opd where opd_id = ${from}
    on conflict do nothing`)
  await tx.execute(sql`
    update pokja set revision = revision + 1 where id in (select pokja_id from pokja_opd where opd_id = ${from})`)
  await tx.delete(pokjaOpd).where(eq(pokjaOpd.opdId, from))
}
