import { createHash } from 'node:crypto'
import type { Queryable } from '@mufakat/db'
import type { Actor, Tanggal } from '@mufakat/domain'
import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, type ServiceContext } from '../context'
import { todayOf } from '../settings/today'
import { columnName, MAX_TABLE_BYTES, type SheetInput, sheetOf, TABLE_GRID } from './cells'
import { writeCsv } from './csv'
import { holidayTable } from './holiday-table'
import { jabatanTable } from './jabatan-table'
import { opdTable } from './opd-table'
import { operatorTable } from './operator-table'
import { peopleTable } from './people-table'
import { pokjaTable } from './pokja-table'
import { type FieldChange, Row, WrongCell } from './row'
import { linesOfFile, type TableFile } from './sheet-file'
import type { Fit, Table } from './table'
import { writeXlsx } from './xlsx'

/*
 * Tables of the organisation, and of holidays, from files and into them. Invariants:
 * 1. A row that does not fit changes nothing, and says why and in which cell; the others go on.
 * 2. What was looked at is what is done: the mark covers the file and every verdict, with what each field was. Whatever
 *    has changed since, in the file or here, makes it another one.
 * 3. All of it in one transaction, with one entry of the audit.
 * 4. Nothing is deleted: what a file does not name stays as it is.
 */

// A table's state and changes are its own business: nobody mixes those of two.
// biome-ignore lint/suspicious/noExplicitAny: see above
type AnyTable = Table<any, any>

const TABLES = {
  opd: opdTable,
  jabatan: jabatanTable,
  orang: peopleTable,
  pokja: pokjaTable,
  operator: operatorTable,
  libur: holidayTable,
} as const satisfies Record<string, AnyTable>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]
export const TABLE_FORMATS = ['xlsx', 'csv'] as const
export type TableFormat = (typeof TABLE_FORMATS)[number]

export type RowVerdict = 'new' | 'changed' | 'same' | 'wrong'

export interface JudgedRow {
  readonly line: number
  readonly verdict: RowVerdict
  readonly label: string
  readonly fields: readonly FieldChange[]
  /** Of a wrong one: "C5", its column, and the end of the key of the words that say why. */
  readonly cell: string | null
  readonly column: string | null
  readonly reason: string | null
}

export interface TableReview {
  readonly counts: Readonly<Record<RowVerdict, number>>
  readonly rows: readonly JudgedRow[]
  readonly mark: string
  /** The file as it was read, to be handed in again. */
  readonly sheet: SheetInput
}

const tableOf = (name: TableName): AnyTable => TABLES[name]

/** The tables that this person may take out and put in. */
export const tablesFor = (actor: Actor | null): TableName[] =>
  TABLE_NAMES.filter(name => may(actor, TABLES[name].right))

const refused = (fault: string): AppError =>
  new AppError('invalid-input', fault, { fields: { file: `field.${fault}` } })

async function readSheetFile(file: TableFile): Promise<SheetInput> {
  const lines = await linesOfFile(file, { most: MAX_TABLE_BYTES, ...TABLE_GRID })
  if (typeof lines === 'string') throw refused(lines)
  const sheet = sheetOf(lines)
  if (sheet === null) throw refused('table-size')
  return sheet
}

interface Plan {
  readonly rows: readonly JudgedRow[]
  readonly fits: readonly Fit<unknown>[]
  readonly mark: string
}

function judgeRow(table: AnyTable, state: unknown, sheet: SheetInput, at: number, seen: Set<string>) {
  const { line = 0, cells = [] } = sheet.rows[at] ?? {}
  const wrong = (column: string, reason: string): JudgedRow => {
    const place = sheet.head.indexOf(column)
    const label = cells.find(cell => cell !== '') ?? ''
    const cell = place < 0 ? null : `${columnName(place)}${line}`
    return { line, verdict: 'wrong', label, fields: [], cell, column, reason }
  }
  try {
    const fit = table.judge(new Row(sheet.head, cells), state)
    const [first] = table.columns
    if (seen.has(fit.key)) return { judged: wrong(first?.name ?? '', 'twice'), fit: null }
    seen.add(fit.key)
    const verdict: RowVerdict = fit.isNew ? 'new' : fit.fields.length > 0 ? 'changed' : 'same'
    const { label, fields } = fit
    return {
      judged: { line, verdict, label, fields, cell: null, column: null, reason: null },
      fit: verdict === 'same' ? null : fit,
    }
  } catch (error) {
    if (!(error instanceof WrongCell)) throw error
    return { judged: wrong(error.column, error.reason), fit: null }
  }
}

async function planOf(db: Queryable, name: TableName, sheet: SheetInput, today: Tanggal): Promise<Plan> {
  const table = tableOf(name)
  if (table.columns.some(column => column.required && !sheet.head.includes(column.name)))
    throw refused('table-head')
  if (sheet.rows.length === 0) throw refused('csv-none')
  const state = await table.load(db, today)
  const seen = new Set<string>()
  const judged = sheet.rows.map((_, at) => judgeRow(table, state, sheet, at, seen))
  const rows = judged.map(one => one.judged)
  return {
    rows,
    fits: judged.flatMap(one => one.fit ?? []),
    mark: createHash('sha256')
      .update(JSON.stringify([name, sheet, rows]))
      .digest('base64url'),
  }
}

/** What an import of this file would do, row by row; does nothing. */
export async function reviewTable(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { table: TableName; file: { name: string; bytes: Uint8Array } },
): Promise<TableReview> {
  authorise(actor, tableOf(input.table).right)
  const sheet = await readSheetFile(input.file)
  const { rows, mark } = await planOf(ctx.database.db, input.table, sheet, await todayOf(ctx))
  const count = (verdict: RowVerdict) => rows.filter(row => row.verdict === verdict).length
  return {
    counts: { new: count('new'), changed: count('changed'), same: count('same'), wrong: count('wrong') },
    rows,
    mark,
    sheet,
  }
}

/**
 * Does what was looked at; `conflict` when it would be something else now.
 * @returns how many rows it wrote
 */
export async function importTable(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { table: TableName; sheet: SheetInput; mark: string },
): Promise<number> {
  const table = tableOf(input.table)
  authorise(actor, table.right)
  const now = ctx.clock.now()
  const run = { now, today: await todayOf(ctx), actor }
  return inTransaction(ctx, async tx => {
    await table.lock(tx)
    const { fits, mark } = await planOf(tx, input.table, input.sheet, run.today)
    if (mark !== input.mark) throw new AppError('conflict', 'table')
    if (fits.length === 0) return 0
    const added: string[] = []
    const changed: Record<string, readonly string[]> = {}
    for (const fit of fits) {
      const id = await table.apply(tx, fit.change, run)
      if (fit.isNew) added.push(id)
      else changed[id] = fit.fields.map(field => field.column)
    }
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'organisation.import',
      details: { table: input.table, added, changed },
    })
    return fits.length
  })
}

async function written(name: TableName, format: TableFormat, rows: string[][]): Promise<Uint8Array> {
  const { columns } = tableOf(name)
  const all = [columns.map(column => column.name), ...rows]
  return format === 'csv'
    ? new TextEncoder().encode(writeCsv(all))
    : writeXlsx(
        all,
        columns.map(column => column.width),
      )
}

/** All there is, in the columns of an import. Who took it along is recorded. */
export async function exportTable(
  ctx: ServiceContext,
  actor: Actor | null,
  input: { table: TableName; format: TableFormat },
): Promise<Uint8Array> {
  const table = tableOf(input.table)
  authorise(actor, table.right)
  const now = ctx.clock.now()
  const today = await todayOf(ctx)
  const rows = await inTransaction(ctx, async tx => {
    const all = table.rows(await table.load(tx, today))
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'organisation.export',
      details: { table: input.table, rows: all.length },
    })
    return all
  })
  return written(input.table, input.format, rows)
}

/** A file with the head and one row, to be filled in. */
export async function exampleTable(
  actor: Actor | null,
  input: { table: TableName; format: TableFormat },
): Promise<Uint8Array> {
  const table = tableOf(input.table)
  authorise(actor, table.right)
  return written(input.table, input.format, [table.columns.map(column => column.example)])
}
