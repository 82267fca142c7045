/** Rows of a table as COPY writes them: a column is text, or null. */
export type TextRow = readonly (string | null)[]

/** Where records are read from to be checked: a database, or a dump of one. Whoever opens it closes it. */
export interface RecordSource {
  /** The columns of every row, in no order. Throws `MissingTable` when there is no such table. */
  rows(table: string, columns: readonly string[]): AsyncIterable<TextRow>
  close(): Promise<void>
}

export class MissingTable extends Error {
  constructor(readonly table: string) {
    super(`there is no table ${table}`)
  }
}
