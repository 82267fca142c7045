import { createHash } from 'node:crypto'
import { listOpdRows, type OpdRow, type Queryable } from '@mufakat/db'
import {
  type Actor,
  type BoardStatus,
  hasNikLike,
  may,
  type Priority,
  type Strategy,
  successionOf,
  type Tanggal,
} from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import type { SheetInput } from '../tables/cells'
import { plainText, WrongCell } from '../tables/row'
import { MAX_CARD_TITLE } from './inputs'
import { type PasteField, pastedDay, pastedPriority, pastedStatus, pastedStrategy } from './paste-cells'

const MAX_JABATAN = 200

/** A row that fits, as the card that it becomes. */
export interface PastedCard {
  readonly title: string
  readonly ownerOpdId: string
  readonly jabatan: string | null
  readonly due: Tanggal | null
  readonly priority: Priority | null
  readonly strategy: Strategy | null
  readonly status: BoardStatus
}

export interface JudgedPaste {
  /** In what was pasted, from 1. */
  readonly line: number
  readonly label: string
  /** Of a wrong one: its column, and the end of the key of the words that say why. */
  readonly column: PasteField | null
  readonly reason: string | null
}

export interface PastePlan {
  readonly rows: readonly JudgedPaste[]
  readonly cards: readonly PastedCard[]
  /** Of what was pasted and every verdict: what was looked at. */
  readonly mark: string
  /** Of what was pasted alone: the same table goes in once. */
  readonly once: string
}

const refused = (fault: string): AppError =>
  new AppError('invalid-input', fault, { fields: { text: `field.${fault}` } })

const digest = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url')

/** A column that is called so, or in which half of what is written looks like a NIK, is personal data (domain, X2). */
function holdsNik({ head, rows }: SheetInput): boolean {
  const width = Math.max(head.length, ...rows.map(({ cells }) => cells.length))
  for (let at = 0; at < width; at += 1) {
    if (/^(?:no[._ ]*)?(?:nik|kk|ktp)$/.test(plainText(head[at] ?? ''))) return true
    const written = rows.flatMap(({ cells }) => cells[at] || [])
    const like = written.filter(hasNikLike).length
    if (like > 0 && like * 2 >= written.length) return true
  }
  return false
}

/** One row by what its columns are. */
class PastedRow {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: readonly (PasteField | null)[],
  ) {}

  cell(field: PasteField): string {
    const at = this.columns.indexOf(field)
    return at < 0 ? '' : (this.cells[at] ?? '').replace(/\s+/g, ' ').trim()
  }

  text(field: PasteField, most: number): string {
    const text = this.cell(field)
    if (text.length > most) throw new WrongCell(field, 'too-long')
    if (hasNikLike(text)) throw new WrongCell(field, 'nik')
    return text
  }

  read<T>(field: PasteField, parse: (text: string) => T): T | null {
    const text = this.cell(field)
    return text === '' ? null : parse(text)
  }
}

function ownerOf(row: PastedRow, opd: readonly OpdRow[], actor: Actor): string {
  const said = plainText(row.cell('opd'))
  if (said === '') throw new WrongCell('opd', 'required')
  const found = opd.find(
    one =>
      one.active &&
      [one.shortName, one.name, one.districtCode ?? '', ...one.aliases].some(
        name => plainText(name) === said,
      ),
  )
  if (found === undefined) throw new WrongCell('opd', 'opd')
  if (!may(actor, 'kartu.create', { cardOpdIds: successionOf(opd, found.id), from: null }))
    throw new WrongCell('opd', 'opd-forbidden')
  return found.id
}

function cardOf(row: PastedRow, opd: readonly OpdRow[], actor: Actor): PastedCard {
  const title = row.text('title', MAX_CARD_TITLE)
  if (title === '') throw new WrongCell('title', 'required')
  const day = (text: string): Tanggal => {
    const due = pastedDay(text)
    if (due === null) throw new WrongCell('due', 'date')
    return due
  }
  return {
    title,
    ownerOpdId: ownerOf(row, opd, actor),
    jabatan: row.text('jabatan', MAX_JABATAN) || null,
    due: row.read('due', day),
    priority: row.read('priority', pastedPriority),
    strategy: row.read('strategy', pastedStrategy),
    status: row.read('status', pastedStatus) ?? 'belum',
  }
}

/** What each row of a table would become, row by row (domain, PV6); refuses what is none, or holds personal data. */
export async function planPaste(
  db: Queryable,
  actor: Actor,
  { sheet, columns }: { sheet: SheetInput; columns: readonly (PasteField | null)[] },
): Promise<PastePlan> {
  if (sheet.rows.length === 0) throw refused('paste-empty')
  if (holdsNik(sheet)) throw refused('paste-nik')
  const named = columns.filter(field => field !== null)
  const isNamed = named.includes('title') && named.includes('opd') && new Set(named).size === named.length
  if (!isNamed) throw refused('paste-columns')
  const opd = await listOpdRows(db)
  const seen = new Set<string>()
  const cards: PastedCard[] = []
  const rows = sheet.rows.map(({ line, cells }): JudgedPaste => {
    const row = new PastedRow(cells, columns)
    const label = row.cell('title') || (cells.find(cell => cell.trim() !== '') ?? '')
    try {
      const card = cardOf(row, opd, actor)
      const same = JSON.stringify([plainText(card.title), card.ownerOpdId, card.due, card.jabatan])
      if (seen.has(same)) throw new WrongCell('title', 'twice')
      seen.add(same)
      cards.push(card)
      return { line, label, column: null, reason: null }
    } catch (error) {
      if (!(error instanceof WrongCell)) throw error
      return { line, label, column: error.column as PasteField, reason: error.reason }
    }
  })
  return { rows, cards, mark: digest(sheet, columns, rows), once: digest(sheet, columns) }
}
