import * as Y from 'yjs'
import type { LiveDocument, OpenOptions } from './live-document'
import { openLiveDocument } from './open'
import type { Shelved } from './shelf'

/**
 * Opens what the server has now, after it has replaced the log that a copy grew from (`failed` with `conflict`). The
 * old copy is closed; what of it had not got across is set aside, and on the new one's shelf.
 * @returns null when the copy has words that the server has no more, as after restoring an older state: it then stays
 * in sight, for its person to take what they need
 * @throws AppError when the new one cannot be opened
 */
export async function openReplacement(old: LiveDocument, options: OpenOptions): Promise<LiveDocument | null> {
  await old.close()
  const replacement = openLiveDocument(options)
  try {
    await replacement.ready
    if (covers(replacement.doc, old.doc, old.shelf.list.get())) return replacement
  } catch (error) {
    await replacement.close()
    throw error
  }
  await replacement.close()
  return null
}

/** Whether everything of a copy was once in the other document, but for what is on the shelf. */
function covers(now: Y.Doc, copy: Y.Doc, shelf: readonly Shelved[]): boolean {
  const kept = new Map<number, number>()
  for (const { updates } of shelf)
    for (const update of updates)
      for (const [client, from] of Y.parseUpdateMeta(update).from)
        kept.set(client, Math.min(from, kept.get(client) ?? from))
  const clocks = Y.decodeStateVector(Y.encodeStateVector(copy))
  return [...clocks].every(
    ([client, clock]) => Y.getState(now.store, client) >= Math.min(clock, kept.get(client) ?? clock),
  )
}
