import type { KopBlock, Paper, SealNote } from '../paper'
import { readPicture } from '../picture'
import { pngOf } from '../png'
import { qrModules } from '../qr'
import { drawing, field, letters, paragraph, type Writing } from './paragraphs'
import { afterTable, row, table } from './tables'
import { el, NAMESPACES } from './xml'

const FOOT = { size: 8, color: '555555' }
const LOGO = 66
const QR = 40
/** Points of a picture to each module: printers draw whole points sharply. */
const QR_SCALE = 6

/** Regency above, agency below and larger, address; closed by a thick and a thin line. */
export function kopXml(kop: KopBlock, alt: string, width: number, writing: Writing): string {
  const { logo } = kop
  const scale = logo ? Math.min(LOGO / logo.height, LOGO / logo.width) : 0
  const side = logo ? logo.width * scale + 10 : 0
  const longest = Math.max(0, ...kop.lines.slice(1).map(line => line.length))
  // Capitals in bold are about two thirds as wide as high; a long name is set smaller rather than on two lines.
  const named = Math.max(11, Math.min(16, Math.floor((2 * (width - 2 * side)) / (longest * 0.7)) / 2))
  const line = (words: string, size: number, bold: boolean) =>
    paragraph(letters({ text: words, ...(bold ? { bold: true as const } : {}) }, { size }), {
      align: 'center',
    })
  const middle = [
    ...kop.lines.map((words, at) => line(words, at === 0 ? 14 : named, at > 0)),
    ...kop.address.map(words => line(words, 9.5, false)),
  ].join('')
  const picture = logo
    ? paragraph(drawing(logo, { width: logo.width * scale, height: logo.height * scale, alt }, writing))
    : null
  const head =
    picture === null
      ? middle
      : table([row([picture, middle || paragraph(''), paragraph('')], [side, width - 2 * side, side])], {
          widths: [side, width - 2 * side, side],
          lined: false,
        })
  const rule = el('w:bottom', {
    'w:val': 'thickThinMediumGap',
    'w:sz': 24,
    'w:space': 1,
    'w:color': '000000',
  })
  return head + paragraph('', { exact: 5, border: rule, below: 4 })
}

function qrDrawing(seal: SealNote, writing: Writing): string {
  const modules = qrModules(seal.url)
  const bytes = pngOf(modules.length * QR_SCALE, modules.length * QR_SCALE, (x, y) =>
    modules[Math.floor(y / QR_SCALE)]?.[Math.floor(x / QR_SCALE)] ? 0 : 255,
  )
  const picture = readPicture(bytes)
  return picture ? drawing(picture, { width: QR, height: QR, alt: seal.url }, writing) : ''
}

export function footXml(paper: Paper, width: number, writing: Writing): string {
  const [before = '', after = ''] = paper.pageOf('\u0000', '\u0001').split('\u0000')
  const [between = '', end = ''] = after.split('\u0001')
  const page = [
    letters({ text: before }, FOOT),
    field('PAGE', FOOT),
    letters({ text: between }, FOOT),
    field('NUMPAGES', FOOT),
    end === '' ? '' : letters({ text: end }, FOOT),
  ].join('')
  const numbered = paragraph(page, { align: 'right' })
  const line = el('w:top', { 'w:val': 'single', 'w:sz': 4, 'w:space': 1, 'w:color': '555555' })
  const rule = paragraph('', { border: line, exact: 5 })
  const { seal } = paper
  if (!seal) return el('w:ftr', NAMESPACES, rule, numbered)
  const widths = [QR + 8, width - QR - 8 - 100, 100]
  const told = seal.lines.map(words => paragraph(letters({ text: words }, FOOT), { align: 'left' })).join('')
  const cells = [paragraph(qrDrawing(seal, writing)), told, numbered]
  return el('w:ftr', NAMESPACES, rule, table([row(cells, widths)], { widths, lined: false }), afterTable(1))
}

/** The sentence of a draft, on every page. */
export const headXml = (draft: NonNullable<Paper['draft']>): string =>
  el(
    'w:hdr',
    NAMESPACES,
    paragraph(letters({ text: draft.long, bold: true }, { size: 9, color: 'A11212' }), { align: 'center' }),
  )
