import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from './classes'

export type Tone = 'neutral' | 'info' | 'success' | 'warn' | 'danger' | 'violet' | 'accent'

const TONES: Record<Tone, string> = {
  neutral: 'bg-neutral-soft text-neutral-ink border-neutral-line',
  info: 'bg-info-soft text-info-ink border-info-line',
  success: 'bg-success-soft text-success-ink border-success-line',
  warn: 'bg-warn-soft text-warn-ink border-warn-line',
  danger: 'bg-danger-soft text-danger-ink border-danger-line',
  violet: 'bg-violet-soft text-violet-ink border-violet-line',
  accent: 'bg-accent-soft text-accent-strong border-accent/30',
}

/** A status: colour, icon and word, because a third of the people see only two of the three. */
export function Badge({
  tone,
  icon: Icon,
  children,
  className,
}: {
  tone: Tone
  icon: LucideIcon
  children: ReactNode
  className?: string
}) {
  return (
    <span
      className={classes(
        'inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap',
        'print:border-0 print:bg-transparent print:p-0 print:text-ink',
        TONES[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 flex-none" strokeWidth={2.4} />
      {children}
    </span>
  )
}

/** A message that stays: above a form, over a list. */
export function Notice({
  tone,
  icon: Icon,
  role,
  children,
  className,
}: {
  tone: Tone
  icon: LucideIcon
  role?: 'status' | 'alert'
  children: ReactNode
  className?: string
}) {
  return (
    <div
      role={role}
      className={classes(
        'flex items-start gap-3 rounded-md border px-4 py-3 text-sm font-medium',
        TONES[tone],
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4.5 flex-none" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  )
}
