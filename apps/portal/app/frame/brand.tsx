import { classes } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { useWords } from './words'

/** The mark: two hands meeting under one roof, an M. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={classes('flex-none', className ?? 'size-9')}>
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M8 22.5V12l8 7 8-7v10.5"
        className="stroke-on-accent"
        fill="none"
        strokeWidth="3.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="8.2" r="2.2" className="fill-on-accent" />
    </svg>
  )
}

export function Brand({ rail }: { rail?: boolean }) {
  const words = useWords()
  return (
    <Link
      to="/"
      aria-label={`${words.t('app.name')} – ${words.t('nav.beranda')}`}
      className={classes(
        'flex items-center gap-2.5 rounded-md text-ink no-underline',
        rail ? 'min-h-11 justify-center xl:justify-start xl:px-2' : 'size-11 justify-center',
      )}
    >
      <Mark />
      {rail && (
        <span className="hidden text-lg font-extrabold tracking-tight xl:inline">{words.t('app.name')}</span>
      )}
    </Link>
  )
}
