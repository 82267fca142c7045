import type { Atom, Piece, Typesetter } from '../letters/pieces'
import type { Align, Run } from '../paper'

export interface PlacedPiece extends Piece {
  /** From the left of the line. */
  readonly x: number
}

export interface TextLine {
  readonly pieces: readonly PlacedPiece[]
  readonly width: number
}

/** Spaces are not drawn apart further than this times their own width: a line stays ragged instead. */
const MOST_STRETCH = 3.2

interface Draft {
  readonly pieces: Piece[]
  width: number
}

/** Words into lines of `width`, as many to each as go; a word that is longer than a line is parted. */
function fill(atoms: readonly Atom[], width: number, setter: Typesetter): { line: Draft; isLast: boolean }[] {
  const lines: { line: Draft; isLast: boolean }[] = []
  let line: Draft = { pieces: [], width: 0 }
  let space: Piece | null = null
  const end = (isLast: boolean) => {
    lines.push({ line, isLast })
    line = { pieces: [], width: 0 }
    space = null
  }
  const put = (piece: Piece) => {
    line.pieces.push(piece)
    line.width += piece.width
  }
  for (const atom of atoms) {
    if (atom.type === 'break') end(true)
    else if (atom.type === 'space') {
      if (line.pieces.length > 0) space = atom.piece
    } else {
      const gap: Piece | null = space
      if (line.pieces.length > 0 && line.width + (gap?.width ?? 0) + atom.width > width) end(false)
      else if (gap) put(gap)
      space = null
      if (atom.width <= width) for (const piece of atom.pieces) put(piece)
      else for (const piece of atom.pieces) putLong(piece)
    }
  }
  end(true)
  return lines

  function putLong(whole: Piece) {
    let piece: Piece | null = whole
    while (piece) {
      if (line.pieces.length > 0 && line.width + piece.width > width && line.width > width * 0.6) end(false)
      if (line.width + piece.width <= width) {
        put(piece)
        return
      }
      const parts: readonly [Piece, Piece] | null = setter.split(piece, width - line.width)
      put(parts ? parts[0] : piece)
      piece = parts ? parts[1] : null
      if (piece) end(false)
    }
  }
}

const isSpace = (piece: Piece): boolean => piece.text === ' '

function place({ pieces, width: used }: Draft, isLast: boolean, width: number, align: Align): TextLine {
  const room = Math.max(0, width - used)
  let stretch = 0
  if (align === 'justify' && !isLast) {
    const spaces = pieces.filter(isSpace)
    const natural = spaces[0]?.width ?? 0
    const wanted = spaces.length === 0 ? 0 : room / spaces.length
    if (wanted <= natural * MOST_STRETCH) stretch = wanted
  }
  let x = align === 'right' ? room : align === 'center' ? room / 2 : 0
  const placed = pieces.map(piece => {
    const at = { ...piece, x }
    x += piece.width + (isSpace(piece) ? stretch : 0)
    return at
  })
  return { pieces: placed, width: x }
}

/** Runs as lines of text; no runs are one empty line. */
export function breakLines(
  runs: readonly Run[],
  { size, width, align }: { readonly size: number; readonly width: number; readonly align: Align },
  setter: Typesetter,
): readonly TextLine[] {
  return fill(setter.atoms(runs, size), width, setter).map(({ line, isLast }) =>
    place(line, isLast, width, align),
  )
}
