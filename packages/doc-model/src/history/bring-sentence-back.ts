import * as Y from 'yjs'
import { restoreItem } from '../items'
import { isMarker } from '../line/segment'
import { LOCAL_EDIT, rootName } from '../notula-doc'
import type { Rescue } from './rescue-finder'

/**
 * Brings back what was deleted around words that somebody wrote at the same time: the item, line, row or column that
 * hides them, or the rest of their sentence beside them. [N21]
 * @returns false when the words are no longer there
 */
export function bringSentenceBack(doc: Y.Doc, { lost, itemId, place }: Rescue): boolean {
  const { first, last } = place
  if (placeOf(doc, first) === null || placeOf(doc, last) === null) return false
  doc.transact(() => {
    if (lost === 'item') restoreItem(doc, itemId)
    if (place.rank !== null)
      doc.getMap(rootName.table(place.rank.table)).set(place.rank.key, place.rank.value)
    if (place.lineId !== null) lineMarker(doc, itemId, place.lineId)?.delete('del')
    const text = doc.getText(place.root)
    for (const { words, beside, side } of place.missing) {
      const [at, end] = side === 'before' ? [0, first] : [1, last]
      // Beside the fragment itself when the word next to it was deleted meanwhile.
      text.insert((placeOf(doc, beside) ?? placeOf(doc, end) ?? 0) + at, words)
    }
  }, LOCAL_EDIT)
  return true
}

/** Where a unit stands in its text; null when it was deleted. */
function placeOf(doc: Y.Doc, { client, clock }: { client: number; clock: number }): number | null {
  if (clock >= Y.getState(doc.store, client)) return null
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(item instanceof Y.Item) || item.deleted) return null
  const relative = Y.createRelativePositionFromJSON({ item: { client, clock } })
  return Y.createAbsolutePositionFromRelativePosition(relative, doc)?.index ?? null
}

function lineMarker(doc: Y.Doc, itemId: string, lineId: string): Y.Map<unknown> | null {
  for (const name of [rootName.text(itemId), ...doc.share.keys()]) {
    if (!/^(item|k):/.test(name)) continue
    for (let item = doc.getText(name)._start; item !== null; item = item.right) {
      const type: unknown = item.content instanceof Y.ContentType && !item.deleted ? item.content.type : null
      if (isMarker(type) && type.get('id') === lineId) return type
    }
  }
  return null
}
