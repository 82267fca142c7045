import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'
import { isTyping } from './use-board-keys'

/** Whether the board's keys are listed: `?` does so wherever the focus is, in place of the help that every page has. */
export function useHelpKey(): readonly [boolean, Dispatch<SetStateAction<boolean>>] {
  const [isHelping, setHelping] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target === null || isTyping(event.target)) return
      event.stopPropagation()
      setHelping(true)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [])
  return [isHelping, setHelping]
}
