import type { NoticeKind } from '@mufakat/domain'
import { Badge, type Tone } from '@mufakat/ui'
import {
  AlarmClock,
  AtSign,
  CalendarClock,
  CircleCheckBig,
  History,
  type LucideIcon,
  SendHorizontal,
  Undo2,
} from 'lucide-react'
import { useAllWords } from '~/frame/words'

const MENTION = { tone: 'violet', icon: AtSign, word: 'kabar.kind.mention' } as const
const DUE = { tone: 'warn', icon: CalendarClock, word: 'kabar.kind.due' } as const
const LATE = { tone: 'danger', icon: AlarmClock, word: 'kabar.kind.late' } as const

type Word = 'changes' | 'mention' | 'due' | 'late' | 'sent' | 'returned' | 'accepted'
type Look = { tone: Tone; icon: LucideIcon; word: `kabar.kind.${Word}` }

const LOOKS: Readonly<Record<NoticeKind, Look>> = {
  changes: { tone: 'info', icon: History, word: 'kabar.kind.changes' },
  mention: MENTION,
  'due-week': DUE,
  'due-day': DUE,
  late: LATE,
  'late-head': LATE,
  'late-sekretariat': LATE,
  // As the badges of reports.
  'report-sent': { tone: 'violet', icon: SendHorizontal, word: 'kabar.kind.sent' },
  'report-returned': { tone: 'warn', icon: Undo2, word: 'kabar.kind.returned' },
  'report-accepted': { tone: 'success', icon: CircleCheckBig, word: 'kabar.kind.accepted' },
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
