import { Notice } from '@mufakat/ui'
import { useSearchParams } from '@remix-run/react'
import { CircleCheckBig } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** What was just done, as the address says; for a browser without script too. */
export function Done() {
  const words = useAllWords()
  const [params] = useSearchParams()
  const text = words.lookup(`pengguna.done.${params.get('hasil') ?? ''}`, '')
  if (text === '') return null
  return (
    <Notice tone="success" icon={CircleCheckBig} role="status" className="screen-only">
      {text}
    </Notice>
  )
}
