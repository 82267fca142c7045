import type { SheetInput } from './cells'

/** Why a row changes nothing; `column`: the cell that it is for. The words are under `tabel.reason.<reason>`. */
export class WrongCell extends Error {
  constructor(
    readonly column: string,
    readonly reason: string,
  ) {
    super(`${column}: ${reason}`)
  }
}

const YES = ['ya', 'y', 'yes', '1', 'benar', 'true']
const NO = ['tidak', 't', 'no', '0', 'salah', 'false']

export const plainText = (text: string): string => text.trim().toLowerCase()

/** The cells of one row by the names of their columns; `null`: the file has no such column. */
export class Row {
  constructor(
    private readonly head: SheetInput['head'],
    private readonly cells: readonly string[],
  ) {}

  /** As it stands there, spaces made one. */
  optional(column: string): string | null {
    const at = this.head.indexOf(column)
    return at < 0 ? null : (this.cells[at] ?? '').replace(/\s+/g, ' ').trim()
  }

  text(column: string, most: number): string {
    const text = this.optional(column) ?? ''
    if (text === '') throw new WrongCell(column, 'required')
    return this.within(column, text, most)
  }

  within(column: string, text: string, most: number): string {
    if (text.length > most) throw new WrongCell(column, 'too-long')
    return text
  }

  /** Parts between semicolons; `fallback` where the file has no such column. */
  list(column: string, fallback: readonly string[]): readonly string[] {
    const text = this.optional(column)
    if (text === null) return fallback
    return text
      .split(';')
      .map(part => part.trim())
      .filter(Boolean)
  }

  /** An empty cell leaves what is. */
  yes(column: string, fallback: boolean): boolean {
    const text = plainText(this.optional(column) ?? '')
    if (text === '') return fallback
    if (YES.includes(text)) return true
    if (NO.includes(text)) return false
    throw new WrongCell(column, 'yes-no')
  }

  position(column: string, fallback: number): number {
    const text = this.optional(column) ?? ''
    if (text === '') return fallback
    if (!/^\d{1,4}$/.test(text)) throw new WrongCell(column, 'number')
    return Number(text)
  }

  code<T extends string>(column: string, codes: readonly T[]): T {
    const text = plainText(this.text(column, 40))
    const found = codes.find(code => code === text)
    if (found === undefined) throw new WrongCell(column, 'code')
    return found
  }
}

/** A field that a row changes: how it reads now, and how it will. */
export interface FieldChange {
  readonly column: string
  readonly before: string
  readonly after: string
}

/** What differs, told in the columns of the table. */
export const changesOf = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FieldChange[] =>
  Object.entries(after)
    .filter(([column, value]) => before[column] !== value)
    .map(([column, value]) => ({ column, before: before[column] ?? '', after: value }))

export const yesNo = (value: boolean): string => (value ? 'ya' : 'tidak')
