import type { OwnerAnswer } from '@mufakat/services'
import { classes } from '@mufakat/ui'
import { BadgeCheck, type LucideIcon, RefreshCwOff, Scale } from 'lucide-react'
import { useWords } from '~/frame/words'

const LOOKS: Record<OwnerAnswer['standing'], readonly [ink: string, icon: LucideIcon]> = {
  diterima: ['text-success-ink', BadgeCheck],
  ditawar: ['text-violet-ink', Scale],
  berubah: ['text-warn-ink', RefreshCwOff],
}

/** What the owner of a tindak lanjut has said last: colour, icon and words. */
export function OwnerAnswerMark({ answer, className }: { answer: OwnerAnswer; className?: string }) {
  const words = useWords()
  const { standing, by, opd, name, at } = answer
  const [ink, Icon] = LOOKS[standing]
  const who = by.endsWith(opd) ? by : `${by}, ${opd}`
  return (
    <p className={classes('flex items-start gap-1.5 text-xs font-medium', ink, className)} title={name}>
      <Icon aria-hidden className="mt-px size-4 flex-none" />
      <span className="min-w-0">{words.t(`tl.answer.${standing}`, { who, when: words.dateTime(at) })}</span>
    </p>
  )
}
