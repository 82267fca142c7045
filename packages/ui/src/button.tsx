import {
  type AnchorHTMLAttributes,
  type ButtonHTMLAttributes,
  forwardRef,
  type MouseEvent,
  type ReactNode,
} from 'react'
import { classes } from './classes'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'md' | 'sm'

const KINDS: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong border-transparent',
  secondary: 'bg-surface text-ink border-line-strong hover:border-accent hover:text-accent-strong',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-neutral-soft hover:text-ink',
  danger: 'bg-surface text-danger-ink border-danger-line hover:bg-danger-soft',
}

/** Both are at least 44 px high where fingers press; `sm` shrinks only for a mouse. */
const SIZES: Record<ButtonSize, string> = {
  md: 'min-h-11 px-4',
  sm: 'min-h-11 px-3 text-sm pointer-fine:min-h-9',
}

/** The look of a button, for a link that is drawn as one (the caller's router owns the link). */
export const buttonClass = (kind: ButtonKind = 'primary', size: ButtonSize = 'md', more?: string): string =>
  classes(
    'inline-flex items-center justify-center gap-2 rounded-md border font-semibold text-center no-underline',
    'transition-colors select-none disabled:opacity-60 aria-disabled:opacity-60 [&>svg]:size-4.5 [&>svg]:flex-none',
    KINDS[kind],
    SIZES[size],
    more,
  )

interface Look {
  kind?: ButtonKind
  size?: ButtonSize
  /** What it began is under way: pressed again it does nothing. It keeps the focus, which a disabled button loses. */
  busy?: boolean
}

const doNothing = (event: MouseEvent) => event.preventDefault()

export const Button = forwardRef<HTMLButtonElement, ButtonHTMLAttributes<HTMLButtonElement> & Look>(
  function Button({ kind = 'primary', size = 'md', busy = false, className, type = 'button', ...rest }, ref) {
    return (
      <button
        ref={ref}
        type={type}
        className={buttonClass(kind, size, className)}
        {...rest}
        {...(busy && { 'aria-disabled': true, onClick: doNothing })}
      />
    )
  },
)

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The name that is read out and shown on hover: an icon alone says nothing to many. */
  label: string
  children: ReactNode
}

export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { label, className, type = 'button', ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type={type}
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-11 flex-none items-center justify-center rounded-md text-ink-2 transition-colors',
        'hover:bg-neutral-soft hover:text-ink disabled:opacity-40 [&>svg]:size-5',
        className,
      )}
      {...rest}
    />
  )
})

/** A plain link to another origin or file; links inside the app are the router's. */
export function PlainLink({ className, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  return <a className={classes('text-accent underline underline-offset-4', className)} {...rest} />
}
