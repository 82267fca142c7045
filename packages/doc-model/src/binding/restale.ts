import { isShown, type Piece } from '../line/segment'
import type { Matched } from './match'
import type { ShownLine } from './shown-line'

/**
 * The drawn lines after a person's own change while changes of others are held back: the units that stood there
 * and are kept, and those just written (our units from `clock` on), but nothing that came from others since.
 * Null when the change is more than words in one line.
 */
export function restale(
  drawn: readonly ShownLine[],
  matched: Matched,
  wanted: readonly ShownLine[],
  own: { readonly client: number; readonly clock: number },
): ShownLine[] | null {
  const [line] = matched.next
  const old = line?.match
  if (matched.next.length !== 1 || matched.old.length !== 1 || !line || !old) return null
  const fresh: Piece[] = []
  // Anywhere: others may have cut or joined the line meanwhile.
  for (const part of wanted.flatMap(other => other.parts))
    for (const piece of part.pieces)
      if (isShown(piece) && piece.client === own.client)
        for (let i = 0; i < piece.length; i++) if (piece.clock + i >= own.clock) fresh.push(single(piece, i))
  const units: Piece[] = []
  for (const source of line.sources) {
    const held = source ? old.units[source.unit] : undefined
    const next = held ? heldPiece(held) : fresh.shift()
    if (!next) return null
    units.push(next)
  }
  const shown: ShownLine = {
    root: old.shown.root,
    parts: [{ segment: old.shown.root, pieces: units }],
    revisions: [],
    node: line.node,
  }
  return drawn.map(other => (other === old.shown ? shown : other))
}

type TextPiece = Extract<Piece, { type: 'text' | 'embed' }>

const single = (piece: TextPiece, i: number): Piece =>
  piece.type === 'text'
    ? { ...piece, text: piece.text.charAt(i), clock: piece.clock + i, length: 1 }
    : { ...piece, clock: piece.clock + i, length: 1 }

const heldPiece = (unit: {
  key: string
  attrs: TextPiece['attrs']
  embed: unknown
  client: number
  clock: number
}): Piece => {
  const { client, clock, attrs } = unit
  const at = { client, clock, length: 1, attrs }
  return unit.embed === null
    ? { ...at, type: 'text', text: unit.key }
    : { ...at, type: 'embed', value: unit.embed as Extract<Piece, { type: 'embed' }>['value'] }
}
