import type { Presence } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import {
  CircleCheckBig,
  CircleDashed,
  CircleMinus,
  CircleX,
  type LucideIcon,
  UserRoundCheck,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOK: Record<Presence | 'unknown', readonly [Tone, LucideIcon]> = {
  hadir: ['success', CircleCheckBig],
  diwakilkan: ['info', UserRoundCheck],
  izin: ['warn', CircleMinus],
  tanpa_keterangan: ['danger', CircleX],
  unknown: ['neutral', CircleDashed],
}

export const presenceIcon = (presence: Presence): LucideIcon => LOOK[presence][1]

export function PresenceBadge({ presence }: { presence: Presence | null }) {
  const words = useAllWords()
  const key = presence ?? 'unknown'
  const [tone, icon] = LOOK[key]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`presence.${key}`)}
    </Badge>
  )
}
