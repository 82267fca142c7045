import type { OpdRef } from '@mufakat/services'
import { Badge } from '@mufakat/ui'
import { CircleCheck, CircleOff, Merge } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** Whether something is in use, or what took its place. */
export function OpdState({ active, mergedInto = null }: { active: boolean; mergedInto?: OpdRef | null }) {
  const words = useAllWords()
  if (mergedInto)
    return (
      <Badge tone="neutral" icon={Merge}>
        {words.t('opd.state.merged', { name: mergedInto.shortName })}
      </Badge>
    )
  return active ? (
    <Badge tone="success" icon={CircleCheck}>
      {words.t('opd.state.active')}
    </Badge>
  ) : (
    <Badge tone="neutral" icon={CircleOff}>
      {words.t('opd.state.inactive')}
    </Badge>
  )
}
