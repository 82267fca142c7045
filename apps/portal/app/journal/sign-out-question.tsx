import { countWaiting } from '@mufakat/live/waiting'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What was just acknowledged is forgotten a moment later: nobody should be asked about that. */
const SETTLE_MS = 600

async function unsentOf(personId: string): Promise<number> {
  const { unsent } = await countWaiting(personId)
  if (unsent === 0) return 0
  await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
  return (await countWaiting(personId)).unsent
}

/** What to ask a person before they sign out; null: nothing of theirs waits in this browser. */
export async function signOutQuestion(
  personId: string,
  onClose: () => void,
  onLeave: () => void,
): Promise<ReactNode> {
  const unsent = await unsentOf(personId)
  if (unsent === 0) return null
  const [{ SignOutDialog }, { loadAllWords }] = await Promise.all([
    import('./sign-out-dialog'),
    import('./all-words'),
  ])
  const words = await loadAllWords()
  return createPortal(<SignOutDialog {...{ words, personId, unsent, onClose, onLeave }} />, document.body)
}
