import type { NotulaState, Priority, RapatStatus, TenggatState, TindakLanjutStatus } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import {
  Ban,
  CalendarCheck2,
  CircleCheckBig,
  CircleDashed,
  CirclePause,
  ClockAlert,
  FilePen,
  FlaskConical,
  Hourglass,
  type LucideIcon,
  PencilLine,
  Radio,
  SendHorizontal,
  Stamp,
  TimerReset,
  Undo2,
} from 'lucide-react'
import { useWords } from '~/frame/words'

type Look = readonly [tone: Tone, icon: LucideIcon]

const RAPAT: Record<RapatStatus, Look> = {
  draf: ['neutral', PencilLine],
  terjadwal: ['info', CalendarCheck2],
  berlangsung: ['accent', Radio],
  selesai: ['success', CircleCheckBig],
  ditunda: ['warn', CirclePause],
  dibatalkan: ['danger', Ban],
}

const NOTULA: Record<NotulaState, Look> = {
  draf: ['neutral', FilePen],
  diajukan: ['violet', SendHorizontal],
  dikembalikan: ['warn', Undo2],
  disahkan: ['success', Stamp],
}

export const TINDAK_LANJUT_ICONS = {
  belum: CircleDashed,
  berjalan: TimerReset,
  menunggu_verifikasi: Hourglass,
  selesai: CircleCheckBig,
  dibatalkan: Ban,
} as const satisfies Record<TindakLanjutStatus, LucideIcon>

const TINDAK_LANJUT_TONES: Record<TindakLanjutStatus, Tone> = {
  belum: 'neutral',
  berjalan: 'info',
  menunggu_verifikasi: 'violet',
  selesai: 'success',
  dibatalkan: 'neutral',
}

export function RapatBadge({ status }: { status: RapatStatus }) {
  const words = useWords()
  const [tone, icon] = RAPAT[status]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(`status.rapat.${status}`)}
    </Badge>
  )
}

export function NotulaBadge({ state, named }: { state: NotulaState; named?: boolean }) {
  const words = useWords()
  const [tone, icon] = NOTULA[state]
  const word = words.t(`status.notula.${state}`)
  return (
    <Badge tone={tone} icon={icon}>
      {named ? words.t('status.notula.label', { status: word }) : word}
    </Badge>
  )
}

export function TindakLanjutBadge({ status }: { status: TindakLanjutStatus }) {
  const words = useWords()
  return (
    <Badge tone={TINDAK_LANJUT_TONES[status]} icon={TINDAK_LANJUT_ICONS[status]}>
      {words.t(`status.tl.${status}`)}
    </Badge>
  )
}

/** Late and due soon are computed, and told beside the status, never instead of it. */
export function TenggatBadge({ state }: { state: TenggatState | null }) {
  const words = useWords()
  if (state === 'terlambat') {
    return (
      <Badge tone="danger" icon={ClockAlert}>
        {words.t('status.tl.terlambat')}
      </Badge>
    )
  }
  return state === 'jatuh_tempo' ? (
    <Badge tone="warn" icon={Hourglass}>
      {words.t('status.tl.jatuh-tempo')}
    </Badge>
  ) : null
}

export function ExampleBadge() {
  const words = useWords()
  return (
    <Badge tone="neutral" icon={FlaskConical} className="screen-only">
      {words.t('app.demo')}
    </Badge>
  )
}

export function PriorityWord({ priority }: { priority: Priority | null }) {
  const words = useWords()
  if (priority === null) return <span className="text-ink-3">–</span>
  const urgent = priority === 'mendesak' || priority === 'tinggi'
  return <span className={urgent ? 'font-semibold' : undefined}>{words.t(`priority.${priority}`)}</span>
}
