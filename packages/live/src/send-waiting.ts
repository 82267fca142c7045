import type { OpenOptions } from './live-document'
import { openLiveDocument } from './open'
import { countWaiting, waitingDocuments } from './waiting'

/**
 * Sends what waits in this browser of one person, in whichever document, without showing it. A document that is
 * open in another tab is left to that tab.
 * @param tell how many edits are left, from time to time
 * @returns how many are left when all are sent, set aside, or `ms` are over
 */
export async function sendWaiting(
  { personId, ...options }: Omit<OpenOptions, 'documentId'>,
  ms: number,
  tell: (left: number) => void,
): Promise<number> {
  const deadline = performance.now() + ms
  const documents = await waitingDocuments(personId)
  const opened = documents.map(documentId =>
    openLiveDocument({ ...options, personId, documentId, offline: null }),
  )
  let left = (await countWaiting(personId)).unsent
  while (left > 0 && performance.now() < deadline) {
    tell(left)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
    left = (await countWaiting(personId)).unsent
  }
  await Promise.all(opened.map(live => live.close()))
  return left
}

const LOOK_MS = 250
