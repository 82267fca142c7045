import type { Run } from '../paper'
import type { Face, Fonts, Weight } from './fonts'

/** Letters of one face and style that stand together on a line. */
export interface Piece {
  readonly face: Face
  readonly size: number
  readonly text: string
  readonly width: number
  readonly underline: boolean
  readonly href: string | null
}

/** What may not be parted, and what may: a word, the space after it, a line that somebody ended. */
export type Atom =
  | { readonly type: 'word'; readonly pieces: readonly Piece[]; readonly width: number }
  | { readonly type: 'space'; readonly piece: Piece }
  | { readonly type: 'break' }

/** Shown where no font has a letter, so that nothing is left out unseen. */
const NO_GLYPH = '\u25a1'
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u
/** A word may also be parted after a hyphen between letters: "rata-rata", "masing-masing". */
const TOKENS = /\n|[ \t]+|[^ \t\n]+?(?=[ \t\n]|$|(?<=\p{L}-)\p{L})/gu

const weightOf = ({ bold, italic }: Run): Weight =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'

const ENDS_PART = /\p{L}-$/u

/** Measures and splits text by the fonts that have its letters. One for each paper: it remembers widths. */
export class Typesetter {
  private readonly widths = new Map<string, Map<string, number>>()
  private readonly faces = new Map<Weight, Map<string, Face | null>>()

  constructor(private readonly fonts: Fonts) {}

  private faceOf(letter: string, weight: Weight): Face | null {
    let known = this.faces.get(weight)
    if (!known) {
      known = new Map()
      this.faces.set(weight, known)
    }
    const found = known.get(letter)
    if (found !== undefined) return found
    const code = letter.codePointAt(0) ?? 0
    const face = this.fonts[weight].find(({ font }) => font.hasGlyphForCodePoint(code)) ?? null
    known.set(letter, face)
    return face
  }

  /** Width of letters in a face, in points at `size`. */
  width(face: Face, text: string, size: number): number {
    let known = this.widths.get(face.key)
    if (!known) {
      known = new Map()
      this.widths.set(face.key, known)
    }
    let units = known.get(text)
    if (units === undefined) {
      units = face.font.layout(text).advanceWidth / face.font.unitsPerEm
      known.set(text, units)
    }
    return units * size
  }

  /** One token as pieces: most are one. */
  private piecesOf(token: string, run: Run, size: number): Piece[] {
    const weight = weightOf(run)
    const parts: { face: Face; text: string }[] = []
    for (const letter of token) {
      if (IGNORABLE.test(letter)) continue
      let shown = letter
      let face = this.faceOf(letter, weight)
      if (face === null) {
        shown = NO_GLYPH
        face = this.faceOf(NO_GLYPH, weight)
        if (face === null) continue
      }
      const last = parts.at(-1)
      // A mark on a letter is set in the font of that letter or not at all.
      if (last && last.face === face) last.text += shown
      else parts.push({ face, text: shown })
    }
    return parts.map(({ face, text }) => ({
      face,
      size,
      text,
      width: this.width(face, text, size),
      underline: run.underline === true || run.href !== undefined,
      href: run.href ?? null,
    }))
  }

  /** The longest beginning of a piece that fits, and the rest; never less than one letter. */
  split(piece: Piece, room: number): readonly [Piece, Piece] | null {
    const letters = [...piece.text]
    let count = 0
    let width = 0
    while (count < letters.length) {
      const next = this.width(piece.face, letters[count] ?? '', piece.size)
      if (count > 0 && width + next > room) break
      width += next
      count++
    }
    if (count === letters.length) return null
    const part = (text: string): Piece => ({
      ...piece,
      text,
      width: this.width(piece.face, text, piece.size),
    })
    return [part(letters.slice(0, count).join('')), part(letters.slice(count).join(''))]
  }

  /** Width of the longest word, in points: what a column has to hold. */
  longestWord(runs: readonly Run[], size: number): number {
    return this.atoms(runs, size).reduce(
      (longest, atom) => (atom.type === 'word' ? Math.max(longest, atom.width) : longest),
      0,
    )
  }

  atoms(runs: readonly Run[], size: number): Atom[] {
    const atoms: Atom[] = []
    let mayPart = true
    for (const run of runs) {
      for (const [token] of run.text.matchAll(TOKENS)) {
        if (token === '\n') {
          atoms.push({ type: 'break' })
          mayPart = true
        } else if (token.startsWith(' ') || token.startsWith('\t')) {
          const [piece] = this.piecesOf(' ', run, size)
          if (piece && atoms.at(-1)?.type !== 'space') atoms.push({ type: 'space', piece })
          mayPart = true
        } else {
          const pieces = this.piecesOf(token, run, size)
          const last = atoms.at(-1)
          if (!mayPart && last?.type === 'word') {
            atoms[atoms.length - 1] = wordOf([...last.pieces, ...pieces])
          } else if (pieces.length > 0) atoms.push(wordOf(pieces))
          // Words of the next run go on with this one, but for a hyphen that ends it.
          mayPart = ENDS_PART.test(token)
        }
      }
    }
    return atoms
  }
}

const wordOf = (pieces: readonly Piece[]): Atom => ({
  type: 'word',
  pieces,
  width: pieces.reduce((sum, piece) => sum + piece.width, 0),
})
