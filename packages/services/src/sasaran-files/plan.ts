import { createHash } from 'node:crypto'
import {
  type FileValueRow,
  listDefinitionsForFile,
  listHeldValues,
  listIndicatorsForFile,
  type NewValueRow,
  type Queryable,
} from '@mufakat/db'
import { isQuarter, triwulanOfDate } from '@mufakat/domain'
import { grouped, newId } from '@mufakat/kernel'
import { readRegions } from '../sasaran/regions'
import { settingOf } from '../settings/settings'
import { dayNow } from '../settings/today'
import { columnName } from '../tables/cells'
import type { JudgedRow, RowVerdict } from '../tables/machine'
import { plainText, Row, WrongCell } from '../tables/row'
import { compare, type Known, keyOf, type ReadRow, readRow } from './judge'
import { requireColumns, type ValueSheet } from './sheet'

/** What a file would do, row by row. */
interface ValuePlan {
  readonly rows: readonly JudgedRow[]
  readonly added: readonly NewValueRow[]
  /** Takes the place of the value whose id is `before`. */
  readonly replaced: readonly { readonly before: string; readonly row: NewValueRow }[]
  /** Of the file and every verdict. */
  readonly mark: string
}

/** A point before decimals, which nothing else can be: "12.5", "4.7346". */
const POINTED = /^[-−]?\d+\.(?:\d{1,2}|\d{4,})$/

const pointedIn = ({ head, rows }: ValueSheet): ReadonlySet<string> =>
  new Set(
    ['nilai', 'pembilang', 'penyebut'].filter(column => {
      const at = head.indexOf(column)
      return at >= 0 && rows.some(({ cells }) => POINTED.test((cells[at] ?? '').replace(/\s/g, '')))
    }),
  )

async function knownFor(db: Queryable, sheet: ValueSheet, now: Date): Promise<Known> {
  const [indicators, definitions, regions, regency, today] = await Promise.all([
    listIndicatorsForFile(db),
    listDefinitionsForFile(db),
    readRegions(db),
    settingOf(db, 'regency'),
    dayNow(db, now),
  ])
  const versions = definitions.flatMap(({ quarter, ...one }) =>
    isQuarter(quarter) ? [{ ...one, quarter, breaks: false }] : [],
  )
  return {
    byName: grouped(indicators, one => plainText(one.name)),
    byId: new Map(indicators.map(one => [one.id, one])),
    definitions: grouped(versions, one => one.indicatorId),
    regions,
    regencyCode: regency.code,
    today,
    now: triwulanOfDate(today),
    pointed: pointedIn(sheet),
  }
}

type Read = { readonly ok: ReadRow } | { readonly error: WrongCell }

function caught<T>(work: () => T): { readonly ok: T } | { readonly error: WrongCell } {
  try {
    return { ok: work() }
  } catch (error) {
    if (error instanceof WrongCell) return { error }
    throw error
  }
}

/** What each row of a file would do (domain, IV2–IV4); asks the database once for all that holds where the file says something. */
export async function planValues(db: Queryable, sheet: ValueSheet, now: Date): Promise<ValuePlan> {
  requireColumns(sheet)
  const known = await knownFor(db, sheet, now)
  const read = sheet.rows.map(({ cells }): Read => caught(() => readRow(new Row(sheet.head, cells), known)))
  const places = read.flatMap(one => ('ok' in one ? [one.ok.row] : []))
  const held = new Map((await listHeldValues(db, places)).map(one => [keyOf(one), one]))
  const seen = new Set<string>()
  const added: NewValueRow[] = []
  const replaced: { before: string; row: NewValueRow }[] = []
  const rows = read.map((one, at): JudgedRow => {
    const { line = 0, cells = [] } = sheet.rows[at] ?? {}
    const wrong = ({ column, reason }: WrongCell): JudgedRow => {
      const place = sheet.head.indexOf(column)
      const label = 'ok' in one ? one.ok.label : (cells.find(cell => cell !== '') ?? '')
      const cell = place < 0 ? null : `${columnName(place)}${line}`
      return { line, verdict: 'wrong', label, fields: [], cell, column, reason }
    }
    if ('error' in one) return wrong(one.error)
    const key = keyOf(one.ok.row)
    if (seen.has(key)) return wrong(new WrongCell('indikator', 'twice'))
    const before = held.get(key)
    const judged = caught(() => compare(one.ok, before))
    if ('error' in judged) return wrong(judged.error)
    seen.add(key)
    const { fields } = judged.ok
    const made = (row: FileValueRow, reason: string): NewValueRow => {
      return { ...row, id: newId(now.getTime()), definitionVersion: one.ok.definitionVersion, reason }
    }
    const verdict: RowVerdict = before === undefined ? 'new' : fields.length > 0 ? 'changed' : 'same'
    if (before === undefined) added.push(made(judged.ok.row, ''))
    else if (verdict === 'changed')
      replaced.push({ before: before.id, row: made(judged.ok.row, one.ok.reason) })
    return { line, verdict, label: one.ok.label, fields, cell: null, column: null, reason: null }
  })
  const mark = createHash('sha256')
    .update(JSON.stringify([sheet, rows]))
    .digest('base64url')
  return { rows, added, replaced, mark }
}
