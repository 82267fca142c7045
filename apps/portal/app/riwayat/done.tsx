import { Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleCheck } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** What was just done, as the address says; for a browser without script too. */
export function Done() {
  const words = useAllWords()
  const [params] = useSearchParams()
  const text = words.lookup(`riwayat.done.${params.get('hasil') ?? ''}`, '')
  if (text === '') return null
  return (
    <Notice tone="success" icon={CircleCheck} role="status" className="screen-only">
      {text}
    </Notice>
  )
}
