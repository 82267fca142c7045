import * as Y from 'yjs'

/**
 * Whether a cut behind this unit would go through a code point [N16]. Yjs then puts a replacement character in the
 * place of either half, whoever wrote them.
 */
export function cutsCodePoint(doc: Y.Doc, client: number, clock: number): boolean {
  if (clock < 0 || clock + 1 >= Y.getState(doc.store, client)) return false
  const stored: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  if (!(stored instanceof Y.Item && stored.content instanceof Y.ContentString)) return false
  const at = clock - stored.id.clock
  return /[\ud800-\udbff]/.test(stored.content.str.charAt(at)) && at + 1 < stored.length
}
