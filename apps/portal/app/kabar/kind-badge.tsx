import type { NoticeKind } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import { AlarmClock, AtSign, CalendarClock, History, type LucideIcon } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const MENTION = { tone: 'violet', icon: AtSign, word: 'kabar.kind.mention' } as const
const DUE = { tone: 'warn', icon: CalendarClock, word: 'kabar.kind.due' } as const
const LATE = { tone: 'danger', icon: AlarmClock, word: 'kabar.kind.late' } as const

type Look = { tone: Tone; icon: LucideIcon; word: `kabar.kind.${'changes' | 'mention' | 'due' | 'late'}` }

const LOOKS: Readonly<Record<NoticeKind, Look>> = {
  changes: { tone: 'info', icon: History, word: 'kabar.kind.changes' },
  mention: MENTION,
  'due-week': DUE,
  'due-day': DUE,
  late: LATE,
  'late-head': LATE,
  'late-sekretariat': LATE,
}

/** What kind of notice it is, by colour, icon and word. */
export function KindBadge({ kind }: { kind: NoticeKind }) {
  const words = useAllWords()
  const { tone, icon, word } = LOOKS[kind]
  return (
    <Badge tone={tone} icon={icon}>
      {words.t(word)}
    </Badge>
  )
}
