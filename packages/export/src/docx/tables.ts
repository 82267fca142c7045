import { el, twips, val } from './xml'

export interface TableLook {
  /** Widths of the columns, in points. */
  readonly widths: readonly number[]
  readonly lined: boolean
  readonly indent?: number
  /** Room on the left and right of each cell, in points. */
  readonly padding?: number
}

interface CellLook {
  readonly fill?: string
}

export interface RowLook extends CellLook {
  readonly head?: boolean
  /** Least height, in points. */
  readonly height?: number
}

const EDGES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']

const gap = (height: number, keepNext: boolean): string =>
  el(
    'w:p',
    {},
    el(
      'w:pPr',
      {},
      keepNext ? el('w:keepNext') : null,
      el('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': twips(height), 'w:lineRule': 'exact' }),
    ),
  )

/** Nothing may follow a table but a paragraph, in a cell as in the text, and two tables in a row would grow together. */
export const afterTable = (height: number): string => gap(height, false)

/** Space above a table, which keeps it with the heading or the words that stand there. */
export const beforeTable = (height: number): string => gap(height, true)

/** A row; `cells` are XML of paragraphs and tables, one for each column. */
export function row(cells: readonly string[], widths: readonly number[], look: RowLook = {}): string {
  const properties = [
    el('w:cantSplit'),
    look.height === undefined ? '' : el('w:trHeight', { 'w:val': twips(look.height), 'w:hRule': 'atLeast' }),
    look.head ? el('w:tblHeader') : '',
  ].join('')
  return el(
    'w:tr',
    {},
    el('w:trPr', {}, properties),
    ...cells.map((cell, at) =>
      el(
        'w:tc',
        {},
        el(
          'w:tcPr',
          {},
          el('w:tcW', { 'w:w': twips(widths[at] ?? 0), 'w:type': 'dxa' }),
          look.fill === undefined
            ? null
            : el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': look.fill }),
        ),
        cell,
      ),
    ),
  )
}

export function table(
  rows: readonly string[],
  { widths, lined, indent = 0, padding = 0 }: TableLook,
): string {
  const line = {
    'w:val': lined ? 'single' : 'nil',
    ...(lined ? { 'w:sz': 4, 'w:space': 0, 'w:color': '000000' } : {}),
  }
  const side = { 'w:w': twips(padding), 'w:type': 'dxa' }
  const above = { 'w:w': twips(lined ? 2 : 0), 'w:type': 'dxa' }
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      el('w:tblW', { 'w:w': twips(widths.reduce((sum, width) => sum + width, 0)), 'w:type': 'dxa' }),
      el('w:tblInd', { 'w:w': twips(indent), 'w:type': 'dxa' }),
      el('w:tblBorders', {}, ...EDGES.map(edge => el(`w:${edge}`, line))),
      val('w:tblLayout', 'fixed').replace('w:val', 'w:type'),
      el(
        'w:tblCellMar',
        {},
        el('w:top', above),
        el('w:left', side),
        el('w:bottom', above),
        el('w:right', side),
      ),
    ),
    el('w:tblGrid', {}, ...widths.map(width => el('w:gridCol', { 'w:w': twips(width) }))),
    ...rows,
  )
}
