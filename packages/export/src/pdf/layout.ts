import { listLabel } from '../list-label'
import type {
  Align,
  Aside,
  Block,
  Facts,
  Figure,
  Gallery,
  Heading,
  List,
  Paragraph,
  Run,
  Signatures,
} from '../paper'
import type { Picture } from '../picture'
import type { Box } from './box'
import { type Element, lineHeight } from './sheet'
import { type Slice, stack } from './slice'
import { layTable } from './table'

const STEP = 18
const HEADING_SIZES = { 1: 14, 2: 12, 3: 12, 4: 12 } as const
const SMALL = 0.86
const LABEL_WIDTH = 112
const COLON = 12

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
function layText(box: Box, element: Element, runs: readonly Run[], look: TextLook): Slice[] {
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

function layParagraph(block: Paragraph, box: Box): Slice[] {
  const size = block.small ? box.size * SMALL : box.size
  const indent = (block.indent ?? 0) * STEP
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

function layHeading(block: Heading, box: Box): Slice[] {
  const type = `H${block.level}`
  const runs = block.runs.map(run => ({ ...run, bold: true as const }))
  return layText(box, box.sheet.element(box.parent, type), runs, {
    type,
    x: box.x,
    width: box.width,
    size: Math.min(HEADING_SIZES[block.level], box.size * 1.2),
    align: block.align ?? 'left',
    before: block.level === 4 ? 7 : block.level === 3 ? 9 : 12,
    keep: true,
  })
}

function layList({ items }: List, box: Box): Slice[] {
  const { sheet, size } = box
  const open: { level: number; list: Element; body: Element | null }[] = []
  const listAt = (level: number) => {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop()
    const last = open.at(-1)
    if (last && last.level >= level) return last
    const made = { level, list: sheet.element(last?.body ?? last?.list ?? box.parent, 'L'), body: null }
    open.push(made)
    return made
  }
  const labels = items.map(
    item => sheet.lines([{ text: listLabel(item) }], { size, width: 1e3, align: 'left' })[0],
  )
  // One list has one edge at each level, whatever its widest number is.
  const hangs = new Map<number, number>()
  items.forEach(({ level }, at) => {
    hangs.set(level, Math.max(hangs.get(level) ?? STEP, (labels[at]?.width ?? 0) + 5))
  })
  return items.flatMap((item, at) => {
    const at1 = listAt(item.level)
    const entry = sheet.element(at1.list, 'LI')
    const label = sheet.element(entry, 'Lbl')
    const body = sheet.element(entry, 'LBody')
    ;(at1 as { body: Element | null }).body = body
    const x = box.x + item.level * STEP
    const hang = hangs.get(item.level) ?? STEP
    const slices = layText(box, body, item.runs, {
      type: 'LBody',
      x: x + hang,
      width: box.width - item.level * STEP - hang,
      size,
      align: 'justify',
      before: at === 0 ? size * 0.35 : size * 0.15,
      keep: false,
    })
    const mark = labels[at]
    return slices.map((slice, line) =>
      line > 0 || !mark
        ? slice
        : {
            ...slice,
            draw: (top: number) => {
              sheet.text(label, 'Lbl', mark, x, top, size)
              slice.draw(top)
            },
          },
    )
  })
}

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
    keep: slice.keep || at < Math.min(2, length - 1),
    draw: (top: number) => {
      const above = at === 0 ? 0 : slice.before
      sheet.artifact(() => sheet.rule(box.x + 2, top - above, 2, slice.height + above, '#888888'))
      slice.draw(top)
    },
  }))
}

/** A picture is shown at 96 dots to the inch, or smaller where that is larger than its place. */
const DOT = 0.75
function scaled(
  { width, height }: Picture,
  room: number,
  tallest: number,
): { width: number; height: number } {
  const scale = Math.min(DOT, room / width, tallest / height)
  return { width: width * scale, height: height * scale }
}

const captionText = (runs: readonly Run[]): string => runs.map(run => run.text).join('')

function layFigure({ picture, caption }: Figure, box: Box): Slice[] {
  const { sheet } = box
  const slices: Slice[] = []
  if (picture) {
    const size = scaled(picture, box.width, box.tallest)
    const element = sheet.element(box.parent, 'Figure', { alt: captionText(caption) || ' ' })
    slices.push({
      height: size.height,
      before: box.size * 0.6,
      keep: caption.length > 0,
      draw: top => {
        const left = box.x + (box.width - size.width) / 2
        sheet.mark(element, 'Figure', () => sheet.picture(picture, left, top, size))
      },
    })
  }
  if (caption.length > 0) {
    slices.push(
      ...layParagraph(
        { type: 'paragraph', runs: caption, align: 'center', small: true, above: picture ? 0.2 : 0.6 },
        box,
      ),
    )
  }
  return slices
}

const PHOTO_GAP = 16
const PHOTO_HEIGHT = 180

function layGallery({ figures }: Gallery, box: Box): Slice[] {
  const width = (box.width - PHOTO_GAP) / 2
  const slices: Slice[] = []
  for (let at = 0; at < figures.length; at += 2) {
    const pair = figures
      .slice(at, at + 2)
      .map((figure, side) =>
        stack(
          layFigure(figure, { ...box, width, x: box.x + side * (width + PHOTO_GAP), tallest: PHOTO_HEIGHT }),
        ),
      )
    slices.push({
      height: Math.max(...pair.map(({ height }) => height)),
      before: 14,
      keep: false,
      draw: top => {
        for (const one of pair) one.draw(top)
      },
    })
  }
  return slices
}

/** Room to sign by hand. */
const SIGNING = 62

function laySignatures({ people }: Signatures, box: Box): Slice[] {
  const { sheet, size } = box
  const columns = people.length === 1 ? 2 : Math.min(people.length, 3)
  const width = box.width / columns
  const lineOf = (parent: Element, x: number, run: Run) =>
    stack(
      layText(box, sheet.element(parent, 'P'), [run], {
        type: 'P',
        x,
        width: width - 8,
        size,
        align: 'center',
        before: 0,
        keep: false,
      }),
    )
  const blocks = people.map((person, at) => {
    const x = box.x + ((people.length === 1 ? 1 : at) % columns) * width + 4
    const parent = sheet.element(box.parent, 'Sect')
    const line = (text: string, style: Omit<Run, 'text'> = {}) => lineOf(parent, x, { text, ...style })
    const above = person.above.map(text => line(text))
    const signed = person.signed === null ? null : line(person.signed, { italic: true })
    const below = [
      line(person.name, { bold: true, underline: true }),
      ...person.below.map(text => line(text)),
    ]
    return { above, signed, below }
  })
  const sum = (parts: readonly { height: number }[]) => parts.reduce((total, part) => total + part.height, 0)
  const slices: Slice[] = []
  for (let from = 0; from < blocks.length; from += columns) {
    const row = blocks.slice(from, from + columns)
    const head = Math.max(...row.map(({ above }) => sum(above)))
    slices.push({
      height: head + SIGNING + Math.max(...row.map(({ below }) => sum(below))),
      before: 18,
      keep: from + columns < blocks.length,
      draw: top => {
        for (const { above, signed, below } of row) {
          let y = top
          for (const part of above) {
            part.draw(y)
            y += part.height
          }
          signed?.draw(top + head + (SIGNING - signed.height) / 2)
          y = top + head + SIGNING
          for (const part of below) {
            part.draw(y)
            y += part.height
          }
        }
      },
    })
  }
  return slices
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
