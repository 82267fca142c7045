import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { copyFields, linesOf } from './copy-text'
import { chosenRows, MissingTable, type RecordSource, type TextRow } from './source'

const COPY = /^COPY ("?[\w]+"?\."?[\w]+"?) \((.*)\) FROM stdin;$/
const bare = (name: string): string => name.replaceAll('"', '')

/**
 * The rows of a dump as plain SQL, gzipped or not. Its statements are not run: a dump from elsewhere may say anything,
 * and all that is wanted of it are the rows. What looks like the head of a table inside the rows of another is a row.
 */
export function openPlainDump(file: string, isGzipped: boolean): RecordSource {
  const bytes = () => {
    const stream = createReadStream(file)
    return isGzipped ? stream.pipe(createGunzip()) : stream
  }
  async function* everyRow(table: string, columns: readonly string[]): AsyncGenerator<TextRow> {
    let found = false
    let places: readonly number[] | null = null
    let isInside = false
    for await (const line of linesOf(bytes())) {
      if (!isInside) {
        const head = COPY.exec(line)
        if (head === null) continue
        isInside = true
        if (bare(head[1] ?? '') !== `public.${table}`) continue
        found = true
        places = placesOf(columns, (head[2] ?? '').split(', ').map(bare), table)
      } else if (line === '\\.') {
        isInside = false
        places = null
      } else if (places !== null) {
        const fields = copyFields(line)
        yield places.map(at => fields[at] ?? null)
      }
    }
    if (!found) throw new MissingTable(table)
  }
  return {
    rows: (table, columns, only) => chosenRows(asked => everyRow(table, asked), columns, only),
    close: async () => undefined,
  }
}

/** Where the wanted columns stand among those of a table. */
export function placesOf(wanted: readonly string[], all: readonly string[], table: string): number[] {
  return wanted.map(column => {
    const at = all.indexOf(column)
    if (at < 0) throw new MissingTable(`${table}.${column}`)
    return at
  })
}
