import { Notice } from '@mufakat/ui'
import { ShieldCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useWords } from './words'

/**
 * Says how much unsent text is safe in this browser: of this person, or (null) of whoever wrote here. Only a number,
 * and nothing when it is none: what was written opens after signing in.
 */
export function UnsentNotice({ personId, className }: { personId: string | null; className?: string }) {
  const words = useWords()
  const [n, setN] = useState(0)
  useEffect(() => {
    let current = true
    // Without a line it is in the browser's cache: whoever has unsent text here has had the editor.
    import('@mufakat/live/waiting')
      .then(({ countWaiting }) => countWaiting(personId))
      .then(({ unsent, aside }) => {
        if (current) setN(unsent + aside)
      })
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [personId])
  return (
    <div role="status" className={n > 0 ? className : undefined}>
      {n > 0 && (
        <Notice tone="info" icon={ShieldCheck}>
          {words.t(personId === null ? 'unsent.safe' : 'unsent.safe.signed-in', { n })}
        </Notice>
      )}
    </div>
  )
}
