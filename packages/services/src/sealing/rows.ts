import { createHash } from 'node:crypto'
import type { RecordSource } from '@mufakat/db'
import { canonicalText, type Json } from '@mufakat/doc-model'

/** The rapat that are read, by their documents, too. */
export interface Scope {
  readonly rapatIds: readonly string[]
  /** Rapat by document. */
  readonly documents: ReadonlyMap<string, string>
}

/** Columns of a row by their names, as Postgres writes them. */
export type Row = Readonly<Record<string, string | null>>

/** Rows by the rapat that they belong to. */
export async function rowsOfRapat(
  source: RecordSource,
  scope: Scope,
  table: string,
  columns: readonly string[],
  key: 'id' | 'rapat_id' | 'subject_id' = 'rapat_id',
): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>(scope.rapatIds.map(id => [id, []]))
  const only = { column: key, values: scope.rapatIds }
  for await (const [owner, ...cells] of source.rows(table, [key, ...columns], only))
    found.get(owner ?? '')?.push(Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])))
  return found
}

/** Rows of documents, one after the other: a log can be long. */
export async function* rowsOfDocuments(
  source: RecordSource,
  scope: Scope,
  table: string,
  columns: readonly string[],
  key: 'id' | 'document_id' = 'document_id',
): AsyncGenerator<{ readonly rapatId: string; readonly row: Row }> {
  const only = { column: key, values: [...scope.documents.keys()] }
  for await (const [owner, ...cells] of source.rows(table, [key, ...columns], only)) {
    const rapatId = scope.documents.get(owner ?? '')
    if (rapatId !== undefined)
      yield { rapatId, row: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? null])) }
  }
}

/** In the order of their canonical text: the same rows give the same list, in whatever order they were read. */
export const inOrder = (rows: readonly Row[]): Row[] =>
  rows
    .map(row => [canonicalText(row), row] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, row]) => row)

/** As they stand in the notula. */
export const byPosition = (rows: readonly Row[]): Row[] =>
  inOrder(rows).sort((a, b) => Number(a.position) - Number(b.position))

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')

export const digestOf = (value: Json): string => sha256Hex(canonicalText(value))
