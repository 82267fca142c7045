import { tableWidths } from '../letters/columns'
import type { Typesetter } from '../letters/pieces'
import type {
  Aside,
  Block,
  Cell,
  Facts,
  Figure,
  Gallery,
  List,
  Paragraph,
  Run,
  Signature,
  Signatures,
  Table,
} from '../paper'
import type { Picture } from '../picture'
import { drawing, letters, type ParagraphLook, paragraph, text, type Writing } from './paragraphs'
import { afterTable, beforeTable, row, table } from './tables'

/** Where blocks are written. */
export interface Place extends Writing {
  readonly setter: Typesetter
  /** Points. */
  readonly width: number
  /** Size of letters in points; null: that of the style. */
  readonly size: number | null
  /** In a narrow place words are not drawn apart to fill a line. */
  readonly ragged: boolean
  readonly tallest: number
}

const BODY = 12
const STEP = 18
const SMALL = 0.86
const COLON = 12
const LABEL_WIDTH = 112
const TABLE_SIZE = 10
const PADDING = 4
const DOT = 0.75
const SIGNING = 56

const lettersOf = (place: Place, small = false): { size?: number } => {
  if (place.size !== null) return { size: small ? Math.round(place.size * SMALL * 2) / 2 : place.size }
  return {}
}

function writeParagraph(block: Paragraph, place: Place, look: ParagraphLook = {}): string {
  const align = block.align ?? 'justify'
  return paragraph(text(block.runs, place, lettersOf(place, block.small)), {
    ...(block.small && place.size === null ? { style: 'Small' } : {}),
    above: (block.above ?? 0.4) * (place.size ?? BODY),
    indent: (block.indent ?? 0) * STEP,
    align: place.ragged && align === 'justify' ? 'left' : align,
    keepNext: block.keep ?? false,
    ...look,
  })
}

const writeList = (block: List, place: Place, above = 4): string =>
  block.items
    .map((item, at) =>
      paragraph(text(item.runs, place, lettersOf(place)), {
        numbering: place.numbering.of(item),
        above: at === 0 ? above : 1.5,
        align: place.ragged ? 'left' : 'justify',
      }),
    )
    .join('')

function writeFacts(block: Facts, place: Place, before = beforeTable(5)): string {
  const indent = (block.indent ?? 0) * STEP
  const label = Math.min(block.labelWidth ?? LABEL_WIDTH, place.width / 2)
  const widths = [label, COLON, place.width - indent - label - COLON]
  const cell = (words: string) =>
    paragraph(text([{ text: words }], place, lettersOf(place)), { align: 'left' })
  const rows = block.rows.map(({ label: name, value }) =>
    row([cell(name), cell(':'), writeCell(value, { ...place, width: widths[2] ?? 0, ragged: true })], widths),
  )
  return before + table(rows, { widths, lined: false, indent }) + afterTable(2)
}

/** A cell holds at least a paragraph and ends with one; its first stands at the top. */
function writeCell(blocks: Cell, place: Place): string {
  if (blocks.length === 0) return paragraph('')
  const [first, ...rest] = blocks
  if (first?.type === 'list') return writeList(first, place, 0) + writeBlocks(rest, place)
  if (first?.type === 'facts') return writeFacts(first, place, '') + writeBlocks(rest, place)
  return writeBlocks(first?.type === 'paragraph' ? [{ ...first, above: 0 }, ...rest] : blocks, place)
}

function writeTable(block: Table, place: Place): string {
  const width = place.width * (block.width ?? 1)
  const size = Math.min(block.size ?? TABLE_SIZE, place.size ?? BODY)
  const widths = tableWidths(block, { size, width, padding: 2 * PADDING }, place.setter)
  const cells = (row: readonly Cell[]) =>
    row.map((cell, at) =>
      writeCell(cell, { ...place, size, ragged: true, tallest: 150, width: (widths[at] ?? 0) - 2 * PADDING }),
    )
  // The head stands with the first row.
  const titles = block.head?.map(cell =>
    cell.map(one => (one.type === 'paragraph' ? { ...one, keep: true as const } : one)),
  )
  const head = titles ? [row(cells(titles), widths, { head: true, fill: 'EBEBEB' })] : []
  const height = block.rowHeight === undefined ? {} : { height: block.rowHeight }
  const rows = block.rows.map(one => row(cells(one), widths, height))
  return beforeTable(6) + table([...head, ...rows], { widths, lined: true, padding: PADDING }) + afterTable(6)
}

const plain = (runs: readonly Run[]): string => runs.map(run => run.text).join('')

function pictureLine(picture: Picture, alt: string, keepNext: boolean, place: Place): string {
  const scale = Math.min(DOT, place.width / picture.width, place.tallest / picture.height)
  const size = { width: picture.width * scale, height: picture.height * scale, alt }
  return paragraph(drawing(picture, size, place), { keepNext, above: 7, align: 'center' })
}

function writeFigure({ picture, caption }: Figure, place: Place): string {
  const shown = picture ? pictureLine(picture, plain(caption), caption.length > 0, place) : ''
  const said =
    caption.length === 0
      ? ''
      : paragraph(text(caption, place, lettersOf(place, true)), {
          style: 'Caption',
          above: 3,
          align: 'center',
        })
  return shown + said
}

function writeGallery({ figures }: Gallery, place: Place): string {
  const width = place.width / 2
  const rows: string[] = []
  for (let at = 0; at < figures.length; at += 2) {
    const cells = [figures[at], figures[at + 1]].map(figure =>
      figure ? writeFigure(figure, { ...place, width: width - 12, tallest: 180 }) : paragraph(''),
    )
    rows.push(row(cells, [width, width]))
  }
  return table(rows, { widths: [width, width], lined: false, padding: 4 }) + afterTable(4)
}

function writeAside({ label, blocks }: Aside, place: Place): string {
  const look: ParagraphLook = { bar: true, indent: 14 }
  const title =
    label === undefined
      ? ''
      : paragraph(letters({ text: label, bold: true }, { size: (place.size ?? BODY) * SMALL }), {
          ...look,
          above: 6,
          keepNext: true,
        })
  return (
    title +
    blocks
      .map((block, at) =>
        writeParagraph(block, place, {
          ...look,
          above: title === '' && at === 0 ? 6 : (block.above ?? 0) * BODY,
          keepNext: at < blocks.length - 1,
        }),
      )
      .join('')
  )
}

function signatureCell(person: Signature, place: Place): string {
  const line = (run: Run, look: ParagraphLook = {}) =>
    paragraph(text([run], place), { keepNext: true, align: 'center', ...look })
  const room =
    person.signed === null
      ? paragraph('', { keepNext: true, exact: SIGNING })
      : line({ text: person.signed, italic: true }, { above: 12, below: 14 })
  const below = person.below.map((words, at) =>
    line({ text: words }, { keepNext: at < person.below.length - 1 }),
  )
  return [
    ...person.above.map(words => line({ text: words })),
    room,
    line({ text: person.name, bold: true, underline: true }, { keepNext: below.length > 0 }),
    ...below,
  ].join('')
}

function writeSignatures({ people }: Signatures, place: Place): string {
  const columns = people.length === 1 ? 2 : Math.min(people.length, 3)
  const widths = Array.from({ length: columns }, () => place.width / columns)
  const rows: string[] = []
  for (let from = 0; from < people.length; from += columns) {
    const cells = people.slice(from, from + columns).map(person => signatureCell(person, place))
    const all = people.length === 1 ? [paragraph('', { keepNext: true }), ...cells] : cells
    rows.push(row([...all, ...widths.slice(all.length).map(() => paragraph(''))], widths))
  }
  return beforeTable(18) + table(rows, { widths, lined: false, padding: 4 }) + afterTable(4)
}

function writeBlock(block: Block, place: Place, pageBreak: boolean): string {
  const turn = pageBreak ? { pageBreak } : {}
  // What can't carry the break itself stands below a line that does.
  const turned = pageBreak ? paragraph('', { pageBreak, exact: 1 }) : ''
  switch (block.type) {
    case 'heading':
      return paragraph(text(block.runs, place), {
        style: `Heading${block.level}`,
        ...(block.align === undefined ? {} : { align: block.align }),
        ...turn,
      })
    case 'paragraph':
      return writeParagraph(block, place, turn)
    case 'list':
      return turned + writeList(block, place)
    case 'facts':
      return turned + writeFacts(block, place)
    case 'table':
      return turned + writeTable(block, place)
    case 'figure':
      return turned + writeFigure(block, place)
    case 'gallery':
      return turned + writeGallery(block, place)
    case 'aside':
      return turned + writeAside(block, place)
    case 'signatures':
      return turned + writeSignatures(block, place)
    case 'page-break':
      return ''
  }
}

export function writeBlocks(blocks: readonly Block[], place: Place): string {
  let xml = ''
  let breaks = false
  for (const block of blocks) {
    if (block.type === 'page-break') breaks = true
    else {
      xml += writeBlock(block, place, breaks)
      breaks = false
    }
  }
  return xml
}
