import type { AchievementState, Band, Finality, Trend } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import {
  CircleAlert,
  CircleCheckBig,
  CircleDashed,
  CircleMinus,
  CircleX,
  type LucideIcon,
  MoveRight,
  Target,
  TrendingDown,
  TrendingUp,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'

type Look = readonly [tone: Tone, icon: LucideIcon]

const BAND: Record<Band, Look> = {
  sangat_baik: ['success', CircleCheckBig],
  baik: ['success', CircleCheckBig],
  cukup: ['warn', CircleMinus],
  kurang: ['danger', CircleAlert],
  sangat_kurang: ['danger', CircleX],
}

const ACHIEVEMENT: Record<AchievementState, Look> = {
  tercapai: ['success', CircleCheckBig],
  mendekati: ['info', Target],
  belum_tercapai: ['warn', CircleAlert],
  belum_ada_data: ['neutral', CircleDashed],
}

/** Up and down are what the number did; the word says whether that is good. */
const TREND: Record<Trend, string> = {
  membaik: 'text-success-ink',
  memburuk: 'text-danger-ink',
  tetap: 'text-ink-2',
}

export function BandBadge({ band }: { band: Band }) {
  const words = useAllWords()
  const [tone, icon] = BAND[band]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`capaian.band.${band}`)}
    </Badge>
  )
}

export function AchievementBadge({ state }: { state: AchievementState }) {
  const words = useAllWords()
  const [tone, icon] = ACHIEVEMENT[state]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`capaian.achievement.${state}`)}
    </Badge>
  )
}

/** @param isUp whether the number grew */
export function TrendWord({ trend, isUp }: { trend: Trend; isUp: boolean }) {
  const words = useAllWords()
  const Icon = trend === 'tetap' ? MoveRight : isUp ? TrendingUp : TrendingDown
  return (
    <span className={`inline-flex items-center gap-1.5 text-sm font-semibold ${TREND[trend]}`}>
      <Icon aria-hidden className="size-4 flex-none" />
      {words.t(`sasaran.trend.${trend}`)}
    </span>
  )
}

/** What is final goes without saying. */
export function ProvisionalWord({ finality }: { finality: Finality | null }) {
  const words = useAllWords()
  if (finality !== 'sementara') return null
  return (
    <span className="rounded-sm border border-dashed border-line-strong px-1.5 text-xs text-ink-2">
      {words.t('sasaran.finality.sementara')}
    </span>
  )
}
