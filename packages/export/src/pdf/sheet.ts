import PDFDocument from 'pdfkit'
import type { Fonts } from '../letters/fonts'
import { Typesetter } from '../letters/pieces'
import type { Paper, Run } from '../paper'
import type { Picture } from '../picture'
import { breakLines, type PlacedPiece, type TextLine } from './lines'

// What can be drawn, and how it is told to who cannot see it.
//
// 1. Everything that is drawn is either marked as content of an element of the structure, or as an artifact.
// 2. Elements are made in the order of reading, while the paper is laid out; drawing only adds content to them.
// 3. The file holds no moment and no chance but those of its paper.

export type Element = PDFKit.PDFStructureElement
export type Document = PDFKit.PDFDocument

/** Millimetres, as the sizes of paper are given. */
const SIZES = { A4: [210, 297], F4: [215, 330] } as const
const POINTS = 72 / 25.4

export const INK = '#000000'
export const FAINT = '#555555'
const LINK = '#1a4480'

const ASCENT = 0.891
const DESCENT = 0.216
const LEADING = 1.2

export const lineHeight = (size: number): number => size * LEADING
const baseline = (top: number, size: number): number =>
  top + (lineHeight(size) - (ASCENT + DESCENT) * size) / 2 + ASCENT * size

/** A picture that is embedded once; the library's types leave it out. */
type OpenImage = object
interface ImageOpener {
  openImage(bytes: Buffer): OpenImage
}

export class Sheet {
  readonly doc: Document
  readonly width: number
  readonly height: number
  readonly root: Element
  readonly setter: Typesetter
  private readonly bookmarks: { readonly level: number; readonly outline: PDFKit.PDFOutline }[] = []
  private readonly images = new Map<Uint8Array, OpenImage>()

  constructor(paper: Paper, fonts: Fonts) {
    const [short, long] = SIZES[paper.size].map(side => side * POINTS) as [number, number]
    this.width = paper.landscape ? long : short
    this.height = paper.landscape ? short : long
    const { title, author, madeAt } = paper
    const options = {
      autoFirstPage: false,
      size: [this.width, this.height] as [number, number],
      margin: 0,
      // No font of the system: all are embedded.
      font: null as unknown as string,
      lang: paper.locale === 'id' ? 'id-ID' : 'en-GB',
      tagged: true,
      displayTitle: true,
      pdfVersion: '1.7' as const,
      subset: 'PDF/A-2a' as const,
      info: {
        Title: title,
        Author: author,
        Creator: 'Mufakat',
        Producer: 'Mufakat',
        CreationDate: madeAt,
        ModDate: madeAt,
      },
    }
    this.doc = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions)
    for (const face of Object.values(fonts).flat()) {
      this.doc.registerFont(face.key, face.font as unknown as PDFKit.Mixins.PDFFontSource)
    }
    this.setter = new Typesetter(fonts)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  /** A new element, read after those that `parent` holds already. `scope` is what a head of a table stands for. */
  element(parent: Element, type: string, options: { alt?: string; scope?: 'Row' | 'Column' } = {}): Element {
    const made = this.doc.struct(type, options as PDFKit.Mixins.StructureElementOptions)
    parent.add(made)
    return made
  }

  mark(element: Element, type: string, draw: () => void): void {
    const content = this.doc.markStructureContent(type)
    draw()
    this.doc.endMarkedContent()
    element.add(content)
  }

  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  lines(runs: readonly Run[], look: Parameters<typeof breakLines>[1]): readonly TextLine[] {
    return breakLines(runs, look, this.setter)
  }

  /** A line as content of `element`; links in it are elements of their own. */
  text(element: Element, type: string, line: TextLine, x: number, top: number, size: number): void {
    for (const { href, pieces } of byLink(line.pieces)) {
      if (href === null) {
        this.mark(element, type, () => this.letters(pieces, x, top, size, INK))
        continue
      }
      const link = this.element(element, 'Link')
      this.mark(link, 'Link', () => this.letters(pieces, x, top, size, LINK))
      const [first, last] = [pieces[0], pieces.at(-1)]
      if (first && last) {
        const width = last.x + last.width - first.x
        this.doc.link(x + first.x, top, width, lineHeight(size), href, {
          structParent: link,
          // A text: what is no object of that class would be written as a name.
          Contents: new String(href),
        } as unknown as PDFKit.Mixins.AnnotationOption)
      }
    }
  }

  /** Letters alone, for who marks them itself. */
  letters(pieces: readonly PlacedPiece[], x: number, top: number, size: number, color: string): void {
    const at = baseline(top, size)
    this.doc.fillColor(color)
    for (const piece of joined(pieces)) {
      this.doc.font(piece.face.key, piece.size).text(piece.text, x + piece.x, at, {
        lineBreak: false,
        baseline: 'alphabetic',
      })
      if (piece.underline) {
        this.doc.rect(x + piece.x, at + size * 0.11, piece.width, size * 0.05).fill(color)
      }
    }
  }

  /** A place that a reader can go to: headings by their level, below the last higher one. Told while the page is drawn. */
  bookmark(level: number, title: string): void {
    while (this.bookmarks.length > 0 && (this.bookmarks.at(-1)?.level ?? 0) >= level) this.bookmarks.pop()
    const above = this.bookmarks.at(-1)?.outline ?? this.doc.outline
    this.bookmarks.push({ level, outline: above.addItem(title) })
  }

  /** A picture, embedded once however often it is drawn. */
  picture(picture: Picture, x: number, top: number, size: { width: number; height: number }): void {
    let image = this.images.get(picture.bytes)
    if (image === undefined) {
      image = (this.doc as unknown as ImageOpener).openImage(Buffer.from(picture.bytes))
      this.images.set(picture.bytes, image)
    }
    this.doc.image(image as unknown as PDFKit.Mixins.ImageSrc, x, top, {
      ...size,
      ignoreOrientation: true,
    } as PDFKit.Mixins.ImageOption)
  }

  /** A straight line, level or upright. */
  rule(x: number, top: number, width: number, height: number, color = INK): void {
    this.doc.rect(x, top, width, height).fill(color)
  }
}

function byLink(pieces: readonly PlacedPiece[]): { href: string | null; pieces: PlacedPiece[] }[] {
  const groups: { href: string | null; pieces: PlacedPiece[] }[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && last.href === piece.href) last.pieces.push(piece)
    else groups.push({ href: piece.href, pieces: [piece] })
  }
  return groups
}

/** Neighbours of one face without a gap are drawn at once. */
function joined(pieces: readonly PlacedPiece[]): PlacedPiece[] {
  const whole: PlacedPiece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const meets = last && Math.abs(last.x + last.width - piece.x) < 0.01
    if (last && meets && last.face === piece.face && last.underline === piece.underline) {
      whole[whole.length - 1] = { ...last, text: last.text + piece.text, width: last.width + piece.width }
    } else whole.push(piece)
  }
  return whole
}
