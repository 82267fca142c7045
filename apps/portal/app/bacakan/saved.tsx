import { Notice } from '@mufakat/ui'
import { CircleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

/** What the action of the route answers to a form that did not leave the page. */
export interface ReadBackAnswer {
  readonly errors: FormErrors | null
}

/** Calls back when a form of the page was saved. */
export function useSaved(fetcher: { state: string; data?: ReadBackAnswer | undefined }, onSaved: () => void) {
  const saved = fetcher.state === 'idle' && fetcher.data?.errors === null
  useEffect(() => {
    if (saved) onSaved()
  }, [saved, onSaved])
}

export function Trouble({ errors }: { errors: FormErrors | null | undefined }) {
  const words = useAllWords()
  if (!errors?.form || errors.form === 'invalid-input') return null
  return (
    <Notice tone="danger" icon={CircleAlert} role="alert">
      {words.t(errors.form === 'conflict' ? 'bacakan.conflict' : `error.${errors.form}`)}
    </Notice>
  )
}
