import { loadFonts } from '../letters/fonts'
import type { KopBlock, Paper, SealNote } from '../paper'
import { qrModules } from '../qr'
import type { Box } from './box'
import { layBlocks } from './layout'
import { FAINT, lineHeight, Sheet } from './sheet'
import { paginate, type Slice } from './slice'

interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

const PORTRAIT: Margins = { top: 54, right: 57, bottom: 74, left: 71 }
const LANDSCAPE: Margins = { top: 42, right: 36, bottom: 66, left: 36 }
const BODY_SIZE = 12
const FOOT_SIZE = 8
const QR_SIZE = 40

/** Regency above, agency below and larger, address; closed by a thick and a thin line. */
function layKop(kop: KopBlock, alt: string, box: Box): Slice {
  const { sheet } = box
  const logo = kop.logo
  const scale = logo ? Math.min(66 / logo.height, 66 / logo.width) : 0
  const logoBox = logo ? { width: logo.width * scale, height: logo.height * scale } : null
  const side = logoBox ? logoBox.width + 10 : 0
  const width = box.width - 2 * side
  const figure = logo && sheet.element(box.parent, 'Figure', { alt })
  const fits = (text: string, size: number, bold: boolean) =>
    sheet.lines([{ text, ...(bold ? { bold: true as const } : {}) }], { size, width, align: 'center' })
      .length === 1
  // A long name is set smaller rather than on two lines, and all names of the agency alike.
  const [regency, ...agency] = kop.lines
  let named = 16
  while (named > 11 && !agency.every(text => fits(text, named, true))) named -= 0.5
  const rows = [
    ...(regency === undefined ? [] : [{ text: regency, size: 14, bold: false }]),
    ...agency.map(text => ({ text, size: named, bold: true })),
    ...kop.address.map(text => ({ text, size: 9.5, bold: false })),
  ].map(({ text, size, bold }) => ({
    size,
    element: sheet.element(box.parent, 'P'),
    lines: sheet.lines([{ text, ...(bold ? { bold: true as const } : {}) }], {
      size,
      width,
      align: 'center',
    }),
  }))
  const textHeight = rows.reduce((sum, row) => sum + row.lines.length * lineHeight(row.size), 0)
  const height = Math.max(textHeight, logoBox?.height ?? 0)
  return {
    height: height + 12,
    before: 0,
    keep: true,
    draw: top => {
      if (logo && figure && logoBox) {
        sheet.mark(figure, 'Figure', () =>
          sheet.picture(logo, box.x, top + (height - logoBox.height) / 2, logoBox),
        )
      }
      let y = top + (height - textHeight) / 2
      for (const { element, size, lines } of rows) {
        for (const line of lines) {
          sheet.text(element, 'P', line, box.x + side, y, size)
          y += lineHeight(size)
        }
      }
      sheet.artifact(() => {
        sheet.rule(box.x, top + height + 5, box.width, 2.2)
        sheet.rule(box.x, top + height + 8.6, box.width, 0.7)
      })
    },
  }
}

type Modules = ReturnType<typeof qrModules>

function drawQr(sheet: Sheet, modules: Modules, x: number, top: number): void {
  const side = QR_SIZE / modules.length
  modules.forEach((row, at) => {
    row.forEach((isDark, column) => {
      // Cells overlap by a hair: readers see gaps between them as lines.
      if (isDark) sheet.doc.rect(x + column * side, top + at * side, side + 0.05, side + 0.05)
    })
  })
  sheet.doc.fill('#000000')
}

interface DrawnSeal extends SealNote {
  readonly modules: Modules
}

function drawFoot(sheet: Sheet, margins: Margins, seal: DrawnSeal | null, page: string): void {
  const top = sheet.height - margins.bottom + 14
  const width = sheet.width - margins.left - margins.right
  const put = (text: string, x: number, y: number, room: number, align: 'left' | 'right') => {
    const lines = sheet.lines([{ text }], { size: FOOT_SIZE, width: room, align })
    lines.forEach((line, at) => {
      sheet.letters(line.pieces, x, y + at * lineHeight(FOOT_SIZE), FOOT_SIZE, FAINT)
    })
    return lines.length * lineHeight(FOOT_SIZE)
  }
  sheet.artifact(() => {
    sheet.rule(margins.left, top - 5, width, 0.4, FAINT)
    put(page, margins.left + width - 110, top, 110, 'right')
    if (!seal) return
    drawQr(sheet, seal.modules, margins.left, top)
    let y = top
    for (const line of seal.lines)
      y += put(line, margins.left + QR_SIZE + 8, y, width - QR_SIZE - 126, 'left')
  }, 'Pagination')
}

/** Behind the text: the word across the page; above it, in the margin, the sentence. */
function drawDraft(sheet: Sheet, margins: Margins, draft: NonNullable<Paper['draft']>): void {
  const size = 120
  const [word] = sheet.lines([{ text: draft.short, bold: true }], { size, width: 2000, align: 'left' })
  const [sentence] = sheet.lines([{ text: draft.long, bold: true }], {
    size: 9,
    width: sheet.width,
    align: 'center',
  })
  sheet.artifact(() => {
    if (word) {
      const middle = [sheet.width / 2, sheet.height / 2] as const
      sheet.doc.save().rotate(-50, { origin: [...middle] })
      sheet.letters(word.pieces, middle[0] - word.width / 2, middle[1] - size / 2, size, '#efefef')
      sheet.doc.restore()
    }
    if (sentence) sheet.letters(sentence.pieces, 0, margins.top / 2 - 6, 9, '#a11212')
  }, 'Pagination')
}

function bytesOf(sheet: Sheet): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    sheet.doc.on('data', (part: Buffer) => parts.push(part))
    sheet.doc.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    sheet.doc.on('error', reject)
    sheet.doc.end()
  })
}

/** A tagged PDF with its fonts inside. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const sheet = new Sheet(paper, await loadFonts())
  const margins = paper.landscape ? LANDSCAPE : PORTRAIT
  const box: Box = {
    sheet,
    x: margins.left,
    width: sheet.width - margins.left - margins.right,
    size: BODY_SIZE,
    parent: sheet.root,
    ragged: false,
    tallest: 300,
  }
  const kop = paper.kop ? [layKop(paper.kop, paper.logoAlt, box)] : []
  const slices = [...kop, ...layBlocks(paper.blocks, box)]
  const pages = paginate(slices, margins.top, sheet.height - margins.bottom)
  const seal = paper.seal && { ...paper.seal, modules: qrModules(paper.seal.url) }
  pages.forEach((page, at) => {
    sheet.doc.addPage()
    if (paper.draft) drawDraft(sheet, margins, paper.draft)
    for (const { slice, top } of page) slice.draw(top)
    drawFoot(sheet, margins, seal, paper.pageOf(String(at + 1), String(pages.length)))
  })
  return bytesOf(sheet)
}
