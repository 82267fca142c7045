import { newId } from '@mufakat/kernel'
import { useEffect, useState } from 'react'

/**
 * The id of the next command of a form: the same until it is done, so that one that is sent again is done once.
 * @param base what the page came with, for a form that is sent without script
 * @param done what was answered to the last command that was done
 */
export function CommandId({ base, done }: { base: string; done: unknown }) {
  const [id, setId] = useState(base)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every form has its own, and another one after each that was done
  useEffect(() => setId(newId()), [done])
  return <input type="hidden" name="commandId" value={id} />
}
