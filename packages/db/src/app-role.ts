// Invariants
// 1. The role of the apps owns nothing, and has no right that is not given here: so it can neither change the schema nor
//    take a trigger away.
// 2. What is only added to, it may only add to and read; what the database writes by itself, it may only read. Tables
//    made later follow the default until they are listed here.
// 3. Where there is one role only, nothing of this holds; `isAuditGuarded` tells.
import type { Sql } from './database'

/** The same database for who owns it and for the apps; the same URL twice when they are one role. */
export interface DatabaseUrls {
  /** What portal and realtime connect as. */
  readonly url: string
  /** Who owns the tables and migrates. */
  readonly ownerUrl: string
}

/** Tables that the apps add to and never change. */
export const ADDED_TO = ['audit_entry', 'audit_signature'] as const
/** What was ratified and how it came to it, likewise. */
export const RECORDS = [
  'notula_review',
  'notula_approval',
  'sealed_record',
  'sealed_paper',
  'signed_copy',
] as const
/** What happened to tindak lanjut and why, what an indicator meant, and what was noted of a triwulan, likewise. */
export const HISTORY = ['card_activity', 'card_postponement', 'indicator_definition', 'quarter_note'] as const
/** Likewise, but that a row loses its place to a later one, which this column tells. */
const SUPERSEDED = { indicator_value: 'superseded_at' } as const
/** Tables that a trigger of the owner writes. */
export const READ_ONLY: readonly string[] = ['audit_link']
const GUARDED: readonly string[] = [
  ...ADDED_TO,
  ...RECORDS,
  ...HISTORY,
  ...Object.keys(SUPERSEDED),
  ...READ_ONLY,
]

/**
 * Makes the role of the apps where there is none, and sets its rights; on the connection of the owner.
 * @throws MissingRole when there is none and the owner may not make roles
 */
export async function prepareAppRole(owner: Sql, { url, ownerUrl }: DatabaseUrls): Promise<void> {
  const app = loginOf(url)
  if (app.name === loginOf(ownerUrl).name) return
  await owner.begin(async tx => {
    const sql = tx as unknown as Sql
    const [known] = await sql`select 1 from pg_roles where rolname = ${app.name}`
    if (known === undefined) {
      const [may] =
        await sql`select 1 from pg_roles where rolname = current_user and (rolsuper or rolcreaterole)`
      if (may === undefined) throw new MissingRole(app.name)
      await makeRole(sql, app)
    }
    for (const schema of await schemasOf(sql)) await grantSchema(sql, app.name, schema)
    // Its status page tells which migration was the last.
    await sql`grant usage on schema drizzle to ${sql(app.name)}`
    await sql`grant select on drizzle.__drizzle_migrations to ${sql(app.name)}`
    const tables = await tablesOf(sql)
    const ours = (names: readonly string[]) => names.filter(name => tables.has(name))
    for (const table of ours(GUARDED)) await sql`revoke all on ${sql(table)} from ${sql(app.name)}`
    for (const table of ours(GUARDED.filter(name => !READ_ONLY.includes(name))))
      await sql`grant select, insert on ${sql(table)} to ${sql(app.name)}`
    for (const [table, column] of Object.entries(SUPERSEDED))
      if (tables.has(table)) await sql`grant update (${sql(column)}) on ${sql(table)} to ${sql(app.name)}`
    for (const table of ours(READ_ONLY)) await sql`grant select on ${sql(table)} to ${sql(app.name)}`
  })
}

/** A schema of an older version does not have them all yet: its migration prepares the role again. */
async function tablesOf(owner: Sql): Promise<Set<string>> {
  const rows = await owner<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = 'public'`
  return new Set(rows.map(row => row.name))
}

/** The role of the apps has to be made by somebody who may. */
export class MissingRole extends Error {
  constructor(readonly role: string) {
    super(`there is no role ${role}`)
  }
}

interface Login {
  readonly name: string
  readonly password: string
}

function loginOf(url: string): Login {
  const { username, password } = new URL(url)
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) }
}

/** Makes the role, or gives it the password of its URL: for a server of our own. */
export async function makeRole(owner: Sql, { name, password }: Login): Promise<void> {
  const [known] = await owner`select 1 from pg_roles where rolname = ${name}`
  const how = `${known === undefined ? 'create' : 'alter'} role %I login nosuperuser nocreatedb nocreaterole password %L`
  const [made] = await owner<{ statement: string }[]>`
    select format(${how}, ${name}::text, ${password}::text) as statement`
  await owner.unsafe(made?.statement ?? '')
}

/** Our own, and those that a library made for itself under the owner; not the list of migrations. */
async function schemasOf(owner: Sql): Promise<string[]> {
  const rows = await owner<{ name: string }[]>`
    select nspname as name from pg_namespace
    where nspname = 'public'
      or (pg_get_userbyid(nspowner) = current_user and nspname !~ '^pg_'
        and nspname not in ('information_schema', 'drizzle'))`
  return rows.map(row => row.name)
}

async function grantSchema(owner: Sql, role: string, schema: string): Promise<void> {
  const app = owner(role)
  const place = owner(schema)
  await owner`grant usage on schema ${place} to ${app}`
  await owner`grant select, insert, update, delete on all tables in schema ${place} to ${app}`
  await owner`grant usage, select on all sequences in schema ${place} to ${app}`
  await owner`
    alter default privileges in schema ${place} grant select, insert, update, delete on tables to ${app}`
  await owner`alter default privileges in schema ${place} grant usage, select on sequences to ${app}`
  await showRows(owner, role, schema)
}

/** The queue of jobs hides its rows from everybody but its owner unless a policy says otherwise. */
async function showRows(owner: Sql, role: string, schema: string): Promise<void> {
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = ${schema}::regnamespace and relkind = 'r' and relrowsecurity
      and not exists (select 1 from pg_policies
        where schemaname = ${schema} and tablename = relname and policyname = 'apps' and roles @> array[${role}]::name[])`
  for (const { name } of tables)
    await owner`create policy apps on ${owner(schema)}.${owner(name)} to ${owner(role)} using (true) with check (true)`
}

/**
 * Whether who is connected here can only add to the audit: false where the apps run as its owner, or as somebody above
 * all rights.
 */
export async function isAuditGuarded(sql: Sql): Promise<boolean> {
  const rights = ['UPDATE', 'DELETE', 'TRUNCATE']
  const [row] = await sql<{ guarded: boolean }[]>`
    select not exists (
      select 1 from unnest(${`{${GUARDED.join(',')}}`}::text[]) as t (name)
      where has_table_privilege(t.name, ${rights.join(',')})
        or pg_has_role((select relowner from pg_class where oid = t.name::regclass), 'USAGE')
    ) as guarded`
  return row?.guarded ?? false
}
