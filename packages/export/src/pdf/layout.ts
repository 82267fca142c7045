import type { Aside, Block, Facts } from '../paper'
import type { Box } from './box'
import { layFigure, layGallery } from './figures'
import { layList } from './list'
import { laySignatures } from './signatures'
import { type Slice, stack } from './slice'
import { layTable } from './table'
import { layHeading, layParagraph, layText, SMALL, STEP } from './text'

const LABEL_WIDTH = 112
const COLON = 12

function layFacts(block: Facts, box: Box): Slice[] {
  const { sheet, size } = box
  const indent = (block.indent ?? 0) * STEP
  const labelWidth = Math.min(block.labelWidth ?? LABEL_WIDTH, box.width / 2)
  const x = box.x + indent
  const inner = { x: x + labelWidth + COLON, width: box.width - indent - labelWidth - COLON }
  const table = sheet.element(box.parent, 'Table')
  return block.rows.flatMap(({ label, value }, at) => {
    const row = sheet.element(table, 'TR')
    const head = sheet.element(row, 'TH', { scope: 'Row' })
    const name = stack(
      layText(box, sheet.element(head, 'P'), [{ text: label }], {
        type: 'P',
        x,
        width: labelWidth,
        size,
        align: 'left',
        before: 0,
        keep: false,
      }),
    )
    const [colon] = sheet.lines([{ text: ':' }], { size, width: COLON, align: 'left' })
    const [first, ...rest] = layBlocks(value, {
      ...box,
      ...inner,
      ragged: true,
      parent: sheet.element(row, 'TD'),
    })
    const before = at === 0 ? size * 0.5 : size * 0.12
    const top: Slice = {
      height: Math.max(name.height, first?.height ?? 0),
      before,
      keep: first?.keep ?? false,
      draw: y => {
        name.draw(y)
        if (colon) sheet.artifact(() => sheet.letters(colon.pieces, x + labelWidth, y, size, '#000000'))
        first?.draw(y)
      },
    }
    return [top, ...rest]
  })
}

/** An aside of so many lines is not parted. */
const WHOLE_ASIDE = 12

function layAside({ label, blocks }: Aside, box: Box): Slice[] {
  const { sheet, size } = box
  const parent = sheet.element(box.parent, label === undefined ? 'BlockQuote' : 'Sect')
  const inner = { ...box, x: box.x + 12, width: box.width - 12, parent }
  const title: Slice[] =
    label === undefined
      ? []
      : layText(inner, sheet.element(parent, 'P'), [{ text: label, bold: true }], {
          type: 'P',
          x: inner.x,
          width: inner.width,
          size: size * SMALL,
          align: 'left',
          before: size * 0.5,
          keep: true,
        })
  const body = blocks.flatMap((block, at) =>
    layParagraph(title.length > 0 && at === 0 ? { ...block, above: 0 } : block, inner),
  )
  return [...title, ...body].map((slice, at, { length }) => ({
    ...slice,
    before: at === 0 ? size * 0.5 : slice.before,
    // Who does it until when stands with what is to be done, unless that fills half a page.
    keep: slice.keep || (at < length - 1 && (at < 2 || length <= WHOLE_ASIDE)),
    draw: (top: number) => {
      const above = at === 0 ? 0 : slice.before
      sheet.artifact(() => sheet.rule(box.x + 2, top - above, 2, slice.height + above, '#888888'))
      slice.draw(top)
    },
  }))
}

function layBlock(block: Block, box: Box): Slice[] {
  switch (block.type) {
    case 'heading':
      return layHeading(block, box)
    case 'paragraph':
      return layParagraph(block, box)
    case 'list':
      return layList(block, box)
    case 'facts':
      return layFacts(block, box)
    case 'table':
      return layTable(block, box, layBlocks)
    case 'figure':
      return layFigure(block, box)
    case 'gallery':
      return layGallery(block, box)
    case 'aside':
      return layAside(block, box)
    case 'signatures':
      return laySignatures(block, box)
    case 'page-break':
      return []
  }
}

export function layBlocks(blocks: readonly Block[], box: Box): Slice[] {
  const slices: Slice[] = []
  let breaks = false
  for (const block of blocks) {
    if (block.type === 'page-break') {
      breaks = true
      continue
    }
    // Whoever signs signs below something: the last of the text goes along.
    const last = slices.at(-1)
    if (block.type === 'signatures' && last) slices[slices.length - 1] = { ...last, keep: true }
    const [first, ...rest] = layBlock(block, box)
    if (!first) continue
    slices.push(breaks ? { ...first, breaks: true } : first, ...rest)
    breaks = false
  }
  return slices
}
