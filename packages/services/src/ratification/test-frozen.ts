import type { Sql } from '@mufakat/db'

/** A table of which rows are frozen with a rapat, and how a row of it is found and doubled. */
export interface FrozenTable {
  readonly name: string
  /** Rows of the sealed rapat. */
  readonly where: string
  /** Columns that go on. */
  readonly living: readonly string[]
  /** What a second row of it needs to be another; null: adding one is not what is frozen. */
  readonly copy: Readonly<Record<string, unknown>> | null
  /** Whether a row may go (a cache). */
  readonly removable?: true
}

const OTHER = '01900000-0000-7000-8000-00000000f00d'

export const frozenTables = (rapatId: string, documentId: string): FrozenTable[] => {
  const ofRapat = `rapat_id = '${rapatId}'`
  const ofDocument = `document_id = '${documentId}'`
  const table = (
    name: string,
    where: string,
    copy: FrozenTable['copy'],
    living: readonly string[] = [],
  ): FrozenTable => ({ name, where, copy, living })
  return [
    table('rapat', `id = '${rapatId}'`, null),
    table('rapat_opd', ofRapat, { opd_id: OTHER }),
    table('rapat_guest', ofRapat, { person_id: OTHER }),
    table('agenda_item', ofRapat, { item_id: 'lain' }),
    table('keputusan', ofRapat, { line_id: 'lain' }),
    table('tindak_lanjut', ofRapat, { line_id: 'lain' }),
    table('tindak_lanjut_answer', ofRapat, { id: OTHER }),
    table(
      'attendance',
      ofRapat,
      { id: OTHER, kind: 'walk-in', person_id: null, opd_id: null, name: 'Lain' },
      ['phone'],
    ),
    table('agenda_postponement', ofRapat, { item_id: 'lain' }),
    table('carried_agenda', ofRapat, { item_id: 'lain' }),
    // There is one of a rapat.
    table('carried_record', ofRapat, {}),
    table('notula_indicator', ofRapat, { indicator_id: OTHER }),
    // Of another rapat it would be another's; there is one of each.
    table('notula_content', ofRapat, {}),
    table('notula_review', ofRapat, { id: OTHER }),
    table('notula_approval', ofRapat, { id: OTHER }),
    table('koreksi', `${ofRapat} and number = 1`, null),
    table('sealed_record', ofRapat, { number: 2, code: '0000000000' }),
    table('sealed_paper', ofRapat, { number: 2, stored_name: 'e'.repeat(32) }),
    // A later one may come; what is there stays.
    table('signed_copy', ofRapat, null),
    table('file', `subject_id = '${rapatId}'`, { id: OTHER, stored_name: 'f'.repeat(32) }, ['purged_at']),
    table('document', `id = '${documentId}'`, null),
    table('document_log', ofDocument, { seq: 9_999 }),
    table('document_version', ofDocument, { id: OTHER }),
    // Whose each lease is that wrote.
    table(
      'document_lease',
      `${ofDocument} and exists (select 1 from document_log l where l.document_id = document_lease.document_id)`,
      null,
      ['session_id', 'epoch', 'ended_at'],
    ),
  ]
}

export interface Column {
  readonly name: string
  readonly type: string
}

export const columnsOf = async (sql: Sql, table: string): Promise<Column[]> =>
  sql<Column[]>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`

/**
 * Another value of a column, as SQL. `at` chooses which character or byte of a long one is changed.
 */
export function changed({ name, type }: Column, at = 0): string {
  switch (type) {
    case 'uuid':
      return `case when ${name} = '${OTHER}' then null else '${OTHER}'::uuid end`
    case 'boolean':
      return `not coalesce(${name}, false)`
    case 'integer':
    case 'bigint':
      return `coalesce(${name}, 0) + 1000`
    case 'date':
      return `coalesce(${name}, '2026-01-01') + 1`
    case 'time without time zone':
      return `coalesce(${name}, '08:00') + interval '1 minute'`
    case 'timestamp with time zone':
      // The smallest step that its precision knows.
      return `coalesce(${name}, '2026-01-01') + interval '1 millisecond'`
    case 'text[]':
      return `coalesce(${name}, '{}') || '{lain}'::text[]`
    case 'jsonb':
      return `'{"lain": 1}'::jsonb`
    case 'bytea':
      return `case when coalesce(length(${name}), 0) = 0 then '\\x01'::bytea
        else set_byte(${name}, ${at} % length(${name}), get_byte(${name}, ${at} % length(${name})) # 1) end`
    default:
      return `case when coalesce(length(${name}), 0) = 0 then 'x'
        else overlay(${name} placing case when substr(${name}, ${at} % length(${name}) + 1, 1) = 'y' then 'z' else 'y' end
          from ${at} % length(${name}) + 1 for 1) end`
  }
}

/** A second row like the first, as a statement. */
export const copied = ({ name, where, copy }: FrozenTable): string => `
  insert into ${name}
  select (jsonb_populate_record(null::${name}, to_jsonb(one) || '${JSON.stringify(copy ?? {})}'::jsonb)).*
  from (select * from ${name} where ${where} limit 1) one`
