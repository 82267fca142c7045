import type { ReportState } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import { CircleCheckBig, type LucideIcon, PencilLine, SendHorizontal, Undo2 } from 'lucide-react'

const LOOKS: Record<ReportState, readonly [tone: Tone, icon: LucideIcon]> = {
  draf: ['neutral', PencilLine],
  dikirim: ['violet', SendHorizontal],
  dikembalikan: ['warn', Undo2],
  diterima: ['success', CircleCheckBig],
}

/** How a report stands; `word` says it (`sasaran.report.*`), for not every page has it. */
export function ReportBadge({ state, word }: { state: ReportState; word: string }) {
  const [tone, icon] = LOOKS[state]
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  )
}
