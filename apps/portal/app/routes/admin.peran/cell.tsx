import type { Condition } from '@mufakat/domain'
import { classes } from '@mufakat/ui'
import { Check, CircleDot, type LucideIcon, Minus } from 'lucide-react'
import { useAllWords } from '~/frame/words'

const LOOK = (condition: Condition): { icon: LucideIcon; ink: string } => {
  if (condition === 'all') return { icon: Check, ink: 'text-success-ink' }
  if (condition === '-') return { icon: Minus, ink: 'text-ink-2' }
  return { icon: CircleDot, ink: 'text-warn-ink' }
}

/** One answer of the table: an icon and a word; what a condition means stands beside the action. */
export function Cell({ condition }: { condition: Condition }) {
  const words = useAllWords()
  const { icon: Icon, ink } = LOOK(condition)
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 text-xs font-semibold xl:flex-col xl:gap-1 xl:text-center xl:leading-tight',
        ink,
      )}
    >
      <Icon aria-hidden className="size-4.5 flex-none" strokeWidth={2.4} />
      {words.t(`izin.cell.${condition}`)}
    </span>
  )
}
