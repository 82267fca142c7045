import type { Align, Heading, Paragraph, Run } from '../paper'
import type { Box } from './box'
import { type Element, lineHeight } from './sheet'
import type { Slice } from './slice'

export const STEP = 18
export const SMALL = 0.86
const HEADING_SIZES = { 1: 14, 2: 12, 3: 12, 4: 12 } as const

/** Steps to the right, as far as a narrow column leaves room to write in. */
export const indentOf = (steps: number, box: Box): number => Math.min(steps * STEP, box.width * 0.4)

interface TextLook {
  readonly type: string
  readonly x: number
  readonly width: number
  readonly size: number
  readonly align: Align
  readonly before: number
  readonly keep: boolean
}

/** Lines of text as slices; no line is left alone on a page. */
export function layText(box: Box, element: Element, runs: readonly Run[], look: TextLook): Slice[] {
  const { sheet } = box
  const align = box.ragged && look.align === 'justify' ? 'left' : look.align
  const lines = sheet.lines(runs, { ...look, align })
  return lines.map((line, at) => ({
    height: lineHeight(look.size),
    before: at === 0 ? look.before : 0,
    keep: look.keep || (lines.length > 1 && (at === 0 || at === lines.length - 2)),
    draw: top => sheet.text(element, look.type, line, look.x, top, look.size),
  }))
}

export function layParagraph(block: Paragraph, box: Box): Slice[] {
  const size = block.small ? box.size * SMALL : box.size
  const indent = indentOf(block.indent ?? 0, box)
  return layText(box, box.sheet.element(box.parent, 'P'), block.runs, {
    type: 'P',
    x: box.x + indent,
    width: box.width - indent,
    size,
    align: block.align ?? 'justify',
    before: (block.above ?? 0.4) * box.size,
    keep: block.keep ?? false,
  })
}

export function layHeading(block: Heading, box: Box): Slice[] {
  const { sheet } = box
  const type = `H${block.level}`
  const runs = block.runs.map(run => ({ ...run, bold: true as const }))
  const [first, ...rest] = layText(box, sheet.element(box.parent, type), runs, {
    type,
    x: box.x,
    width: box.width,
    size: Math.min(HEADING_SIZES[block.level], box.size * 1.2),
    align: block.align ?? 'left',
    before: block.level === 4 ? 7 : block.level === 3 ? 9 : 12,
    keep: true,
  })
  if (!first) return rest
  const draw = (top: number) => {
    sheet.bookmark(block.level, runs.map(run => run.text).join(''))
    first.draw(top)
  }
  return [{ ...first, draw }, ...rest]
}
