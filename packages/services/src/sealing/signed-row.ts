import type { RecordSource } from '@mufakat/db'
import { digestOf, type Row } from './rows'

const SIGNED_COPY = [
  ...['id', 'rapat_id', 'number', 'stored_name', 'size', 'sha256', 'srikandi_number', 'uploaded_by', 'at'],
]

/** Rows of signed copies, as Postgres writes them, each with the digest of all of it. */
export async function* signedRows(
  source: RecordSource,
  ids?: readonly string[],
): AsyncGenerator<{ readonly row: Row; readonly digest: string }> {
  const only = ids && { column: 'id' as const, values: ids }
  for await (const cells of source.rows('signed_copy', SIGNED_COPY, only)) {
    const row = Object.fromEntries(SIGNED_COPY.map((name, at) => [name, cells[at] ?? null]))
    yield { row, digest: digestOf(row) }
  }
}
