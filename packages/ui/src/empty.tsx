import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

/** An empty place that says what belongs here and what to do next. */
export function Empty({
  icon: Icon,
  title,
  help,
  action,
  compact,
}: {
  icon: LucideIcon
  title: ReactNode
  help?: ReactNode
  action?: ReactNode
  compact?: boolean
}) {
  return (
    <div className={classes('grid justify-items-center gap-2 px-6 text-center', compact ? 'py-8' : 'py-14')}>
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-sunken text-ink-2 print:hidden">
        <Icon aria-hidden className="size-6" />
      </span>
      <p className="font-semibold">{title}</p>
      {help && <p className="max-w-md text-sm text-ink-2">{help}</p>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}

/** A grey shape in the place of what is on its way; the caller gives it the real size. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classes(
        'block animate-[breathe_1.6s_ease-in-out_infinite] rounded-sm bg-neutral-soft',
        className,
      )}
    />
  )
}
