import { Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** What was just done, as the address says. */
export function Done() {
  const words = useAllWords()
  const [params] = useSearchParams()
  const text = words.lookup(`target.done.${params.get('hasil') ?? ''}`, '')
  if (text === '') return null
  return (
    <Notice tone="success" icon={CircleCheck} role="status" className="screen-only mb-4">
      {text}
    </Notice>
  )
}
