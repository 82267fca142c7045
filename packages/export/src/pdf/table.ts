import { tableWidths } from '../letters/columns'
import type { Block, Cell, Table } from '../paper'
import type { Box } from './box'
import { type Element, INK, lineHeight } from './sheet'
import type { Slice } from './slice'

// A table: its head is content once and an artifact on every further page; a row is parted only when it is too high,
// and then every cell goes on in its own column.

const PAD_X = 4
const PAD_Y = 3
const LINE = 0.5
const HEAD_FILL = '#ebebeb'
const SIZE = 10

type Lay = (blocks: readonly Block[], box: Box) => Slice[]

interface Grid {
  readonly box: Box
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
}

const heightOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, slice, at) => sum + (at === 0 ? 0 : slice.before) + slice.height, 0)

function drawCells(cells: readonly (readonly Slice[])[], top: number): void {
  for (const slices of cells) {
    let y = top + PAD_Y
    slices.forEach((slice, at) => {
      if (at > 0) y += slice.before
      slice.draw(y)
      y += slice.height
    })
  }
}

function frame({ box, lefts, widths }: Grid, top: number, height: number, fill: string | null): void {
  const { doc } = box.sheet
  box.sheet.artifact(() => {
    if (fill !== null) {
      const width = widths.reduce((sum, one) => sum + one, 0)
      doc.rect(lefts[0] ?? box.x, top, width, height).fill(fill)
    }
    doc.lineWidth(LINE).strokeColor(INK)
    for (const [at, width] of widths.entries()) doc.rect(lefts[at] ?? 0, top, width, height)
    doc.stroke()
  })
}

/** As many slices of a cell as fit, and those that do not. */
function partCell(slices: readonly Slice[], room: number): readonly [readonly Slice[], readonly Slice[]] {
  let height = 0
  for (const [at, slice] of slices.entries()) {
    height += (at === 0 ? 0 : slice.before) + slice.height
    if (height > room) {
      const part = slice.split?.(room - (height - slice.height))
      return part
        ? [
            [...slices.slice(0, at), part[0]],
            [part[1], ...slices.slice(at + 1)],
          ]
        : [slices.slice(0, at), slices.slice(at)]
    }
  }
  return [slices, []]
}

function rowSlice(
  cells: readonly (readonly Slice[])[],
  grid: Grid,
  least: number,
  again: Slice | null,
): Slice {
  const height = Math.max(least, ...cells.map(slices => heightOf(slices) + 2 * PAD_Y))
  return {
    height,
    before: 0,
    keep: false,
    ...(again ? { again } : {}),
    draw: top => {
      frame(grid, top, height, null)
      drawCells(cells, top)
    },
    split: room => {
      const parts = cells.map(slices => partCell(slices, room - 2 * PAD_Y))
      // A part that nothing of went into would only move the whole.
      if (parts.every(([fits]) => fits.length === 0)) return null
      return [
        rowSlice(
          parts.map(([fits]) => fits),
          grid,
          0,
          again,
        ),
        rowSlice(
          parts.map(([, rest]) => rest),
          grid,
          0,
          again,
        ),
      ]
    },
  }
}

export function layTable(table: Table, box: Box, lay: Lay): Slice[] {
  const { sheet } = box
  const size = Math.min(table.size ?? SIZE, box.size)
  const all = box.width * (table.width ?? 1)
  const widths = tableWidths(table, { size, width: all, padding: 2 * PAD_X }, sheet.setter)
  const lefts = widths.map((_, at) => box.x + widths.slice(0, at).reduce((sum, width) => sum + width, 0))
  const grid: Grid = { box, lefts, widths }
  const element = sheet.element(box.parent, 'Table')

  const layCell = (cell: Cell, at: number, parent: Element): Slice[] => {
    const width = Math.max(8, (widths[at] ?? 0) - 2 * PAD_X)
    return lay(cell, { ...box, size, width, x: (lefts[at] ?? 0) + PAD_X, parent, ragged: true, tallest: 150 })
  }
  const cellsOf = (row: readonly Cell[], section: Element, type: 'TH' | 'TD') => {
    const tr = sheet.element(section, 'TR')
    return row.map((cell, at) =>
      layCell(cell, at, sheet.element(tr, type, type === 'TH' ? { scope: 'Column' } : {})),
    )
  }

  const slices: Slice[] = []
  let again: Slice | null = null
  if (table.head) {
    const head = table.head
    const cells = cellsOf(head, sheet.element(element, 'THead'), 'TH')
    const height = Math.max(...cells.map(heightOf)) + 2 * PAD_Y
    const draw = (top: number, shown: readonly (readonly Slice[])[]) => {
      frame(grid, top, height, HEAD_FILL)
      drawCells(shown, top)
    }
    slices.push({ height, before: box.size * 0.5, keep: true, draw: top => draw(top, cells) })
    again = {
      height,
      before: 0,
      keep: true,
      draw: top => {
        // What is repeated is told once: its words go into an artifact.
        const copy = head.map((cell, at) => layRepeated(cell, at))
        frame(grid, top, height, HEAD_FILL)
        sheet.artifact(() => drawCells(copy, top), 'Pagination')
      },
    }
  }
  const body = sheet.element(element, 'TBody')
  table.rows.forEach((row, at) => {
    const slice = rowSlice(cellsOf(row, body, 'TD'), grid, table.rowHeight ?? 0, again)
    slices.push(at === 0 && !table.head ? { ...slice, before: box.size * 0.5 } : slice)
  })
  return slices

  /** The words of a head as letters alone. */
  function layRepeated(cell: Cell, at: number): Slice[] {
    const width = Math.max(8, (widths[at] ?? 0) - 2 * PAD_X)
    const x = (lefts[at] ?? 0) + PAD_X
    return cell.flatMap(block => {
      if (block.type !== 'paragraph') return []
      const lines = sheet.lines(block.runs, { size, width, align: block.align ?? 'left' })
      return lines.map(line => ({
        height: lineHeight(size),
        before: 0,
        keep: false,
        draw: (top: number) => sheet.letters(line.pieces, x, top, size, INK),
      }))
    })
  }
}
