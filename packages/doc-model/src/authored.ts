import type * as Y from 'yjs'
import { itemText, itemTitle, listAllItems } from './items'
import { isTableSegment, layOut } from './line/layout'
import { type Piece, readSegments } from './line/segment'
import { embedText } from './line/spans'
import { cellText, tableGrid } from './tables'

/** What somebody wrote of a line, as far as it stands there now. */
export interface AuthoredLine {
  /** Title of the item it stands in. */
  readonly item: string
  readonly text: string
}

/**
 * The lines that hold words of these clients, with only their words, in the order of the notula. Items that were taken
 * off are read, too: their words are kept. A deletion that was taken back counts as written by who took it back.
 */
export function authoredLines(doc: Y.Doc, clients: ReadonlySet<number>): AuthoredLine[] {
  return listAllItems(doc).flatMap(({ id }) => {
    const item = itemTitle(doc, id).toString()
    const own = (text: Y.Text): string[] => linesOf(doc, text, clients)
    return [itemTitle(doc, id), itemText(doc, id)].flatMap(own).map(text => ({ item, text }))
  })
}

const ownText = (pieces: readonly Piece[], clients: ReadonlySet<number>): string =>
  pieces
    .map(piece => {
      if (!clients.has(piece.client)) return ''
      if (piece.type === 'text') return piece.text
      return piece.type === 'embed' ? embedText(piece.value) : ''
    })
    .join('')
    .trim()

function linesOf(doc: Y.Doc, text: Y.Text, clients: ReadonlySet<number>): string[] {
  return layOut(readSegments(text)).lines.flatMap(({ root, parts }) => {
    const words = parts.map(part => ownText(part.pieces, clients)).filter(Boolean)
    const own = words.length > 0 ? [words.join(' ')] : []
    const table = isTableSegment(root) ? root.id : null
    if (table === null) return own
    const { rows, columns } = tableGrid(doc, table)
    const cells = rows.flatMap(row =>
      columns.flatMap(column => linesOf(doc, cellText(doc, table, row.id, column.id), clients)),
    )
    return [...own, ...cells]
  })
}
