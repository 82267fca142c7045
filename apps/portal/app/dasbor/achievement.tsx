import type { DashboardTrend } from '@mufakat/services'
import { Badge, type Tone } from '@mufakat/ui'
import { CircleCheckBig, CircleDashed, type LucideIcon, Target, TriangleAlert } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { achievementText } from './said'

const LOOKS: Record<'tercapai' | 'mendekati' | 'belum_tercapai' | 'belum_ada_data', [Tone, LucideIcon]> = {
  tercapai: ['success', CircleCheckBig],
  mendekati: ['info', Target],
  belum_tercapai: ['warn', TriangleAlert],
  belum_ada_data: ['neutral', CircleDashed],
}

/** How an indicator stands, in a word. */
export function Achievement({ trend }: { trend: DashboardTrend }) {
  const words = useAllWords()
  const { achievement } = trend.standing
  const [tone, icon] = achievement === null ? LOOKS.belum_ada_data : LOOKS[achievement]
  return (
    <Badge tone={tone} icon={icon}>
      {achievementText(words, trend)}
    </Badge>
  )
}
