import type { ProposalState } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import { CircleCheckBig, CircleOff, Hourglass, type LucideIcon, Undo2 } from 'lucide-react'

const LOOK: Record<ProposalState, readonly [tone: Tone, icon: LucideIcon]> = {
  open: ['info', Hourglass],
  accepted: ['success', CircleCheckBig],
  returned: ['warn', Undo2],
  withdrawn: ['neutral', CircleOff],
}

/** `word`: what the state is called; not every page carries these words. */
export function ProposalBadge({ state, word }: { state: ProposalState; word: string }) {
  const [tone, icon] = LOOK[state]
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  )
}
