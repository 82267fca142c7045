/** Rows of a table as COPY writes them: a column is text, or null. */
export type TextRow = readonly (string | null)[]

/** Rows whose column, an id, is one of these. */
export interface Only {
  readonly column: string
  readonly values: readonly string[]
}

/** Where records are read from to be checked: a database, or a dump of one. Whoever opens it closes it. */
export interface RecordSource {
  /** The columns of every row, or only of some, in no order. Throws `MissingTable` when there is no such table. */
  rows(table: string, columns: readonly string[], only?: Only): AsyncIterable<TextRow>
  close(): Promise<void>
}

export class MissingTable extends Error {
  constructor(readonly table: string) {
    super(`there is no table ${table}`)
  }
}

/** Chooses rows where the source cannot: `read` gives the columns of every row. */
export async function* chosenRows(
  read: (columns: readonly string[]) => AsyncIterable<TextRow>,
  columns: readonly string[],
  only: Only | undefined,
): AsyncGenerator<TextRow> {
  if (only === undefined) {
    yield* read(columns)
    return
  }
  const values = new Set(only.values)
  for await (const [key, ...row] of read([only.column, ...columns])) if (values.has(key ?? '')) yield row
}
