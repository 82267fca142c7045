import * as Y from 'yjs'
import { isMarker } from '../line/segment'

/**
 * Whether a pasted line may take the id it brings: that of a line which was removed from another text of this
 * document, and which nobody sees. An id from elsewhere, or of a line that still stands, is never taken. [N8]
 * (A line removed from `own` text is brought back by its marker instead.)
 */
export function mayRevive(doc: Y.Doc, own: Y.Text, id: string): boolean {
  let removed = false
  for (const [name, type] of doc.share) {
    if (!name.startsWith('item:')) continue
    const text = type instanceof Y.Text ? type : doc.getText(name)
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentType)) continue
      const marker: unknown = item.content.type
      if (!isMarker(marker) || marker.get('id') !== id) continue
      if (marker.get('del') !== true || text === own) return false
      removed = true
    }
  }
  return removed
}
