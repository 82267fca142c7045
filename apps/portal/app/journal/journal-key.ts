import { AppError } from '@mufakat/kernel'
import { deviceId, fromBase64, keyOf } from '@mufakat/live'

/**
 * Asks the server for the key of this person's journal in this browser. Rejects when nobody is signed in, or
 * somebody else: their key must never seal this page's text.
 */
export async function fetchJournalKey(personId: string): Promise<CryptoKey> {
  const response = await fetch('/kunci-jurnal', {
    method: 'POST',
    body: new URLSearchParams({ deviceId: await deviceId() }),
    // Nobody signed in: the answer would be the page of the door.
    redirect: 'manual',
  })
  if (!response.ok) throw new AppError(response.status === 429 ? 'rate-limited' : 'not-signed-in')
  const answer: { personId: string; key: string } = await response.json()
  if (answer.personId !== personId) throw new AppError('not-signed-in', 'somebody else')
  return keyOf(fromBase64(answer.key))
}
