import type { ErasureState } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import { CircleCheckBig, CircleSlash2, Hourglass, type LucideIcon, Undo2 } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOKS: Readonly<Record<ErasureState, { tone: Tone; icon: LucideIcon }>> = {
  open: { tone: 'warn', icon: Hourglass },
  granted: { tone: 'success', icon: CircleCheckBig },
  refused: { tone: 'danger', icon: CircleSlash2 },
  withdrawn: { tone: 'neutral', icon: Undo2 },
}

export function ErasureBadge({ state }: { state: ErasureState }) {
  const words = useAllWords()
  return <Badge {...LOOKS[state]}>{words.t(`pribadi.erasure.${state}`)}</Badge>
}
