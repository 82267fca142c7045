import { CircleAlert } from 'lucide-react'
import {
  forwardRef,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react'
import { classes } from './classes'

const BOX = classes(
  'w-full min-h-11 rounded-md border border-line-strong bg-surface px-3 text-ink transition-colors',
  'hover:border-ink-2 aria-invalid:border-danger-ink aria-invalid:border-2 disabled:bg-sunken disabled:text-ink-2',
)

export interface FieldProps {
  /** Also the id of the control; help and error get `<id>-help` and `<id>-error`. */
  id: string
  label: ReactNode
  /** Shown small beside the label, e.g. "boleh kosong". */
  hint?: ReactNode
  help?: ReactNode
  error?: string | null | undefined
  /** The label is read out but not drawn (a search box beside its icon, a cell of a grid). */
  labelHidden?: boolean
  className?: string | undefined
  children: ReactNode
}

/** Label, control, help and the error beside it. Give the control `describe(id, …)`. */
export function Field({ id, label, hint, help, error, labelHidden, className, children }: FieldProps) {
  return (
    <div className={classes('grid content-start gap-1.5', className)}>
      <div className={labelHidden ? 'sr-only' : 'flex items-baseline justify-between gap-2'}>
        <label htmlFor={id} className="text-sm font-semibold text-ink">
          {label}
        </label>
        {hint && <span className="text-xs text-ink-2">{hint}</span>}
      </div>
      {children}
      {help && !error && (
        <p id={`${id}-help`} className="text-xs text-ink-2">
          {help}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger-ink">
      <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
      <span>{children}</span>
    </p>
  )
}

/** The attributes that tie a control to its field's help and error. */
export function describe(id: string, { error, help }: { error?: unknown; help?: unknown } = {}) {
  const ids = [error ? `${id}-error` : null, help && !error ? `${id}-help` : null].filter(Boolean)
  return {
    id,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': ids.length > 0 ? ids.join(' ') : undefined,
  }
}

export const Input = forwardRef<HTMLInputElement, InputHTMLAttributes<HTMLInputElement>>(function Input(
  { className, ...rest },
  ref,
) {
  return <input ref={ref} className={classes(BOX, className)} {...rest} />
})

export const Textarea = forwardRef<HTMLTextAreaElement, TextareaHTMLAttributes<HTMLTextAreaElement>>(
  function Textarea({ className, ...rest }, ref) {
    return <textarea ref={ref} className={classes(BOX, 'min-h-24 py-2.5', className)} {...rest} />
  },
)

/** The platform's own select: best on a phone, works without script, and reads well. */
export const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(function Select(
  { className, ...rest },
  ref,
) {
  return <select ref={ref} className={classes(BOX, 'select-arrow pr-9', className)} {...rest} />
})

interface ChoiceProps extends InputHTMLAttributes<HTMLInputElement> {
  label: ReactNode
  note?: ReactNode
}

/** A checkbox or radio whose whole row can be pressed. */
export function Choice({ label, note, className, type = 'checkbox', ...rest }: ChoiceProps) {
  return (
    <label
      className={classes(
        'flex min-h-11 items-center gap-3 rounded-md px-3 py-1.5 transition-colors hover:bg-neutral-soft',
        'has-[:checked]:bg-accent-soft has-[:focus-visible]:outline-3 has-[:focus-visible]:outline-accent',
        className,
      )}
    >
      <input type={type} className="size-4.5 flex-none focus-visible:outline-none" {...rest} />
      <span className="min-w-0 text-sm leading-snug">
        {label}
        {note && <span className="block text-xs text-ink-2">{note}</span>}
      </span>
    </label>
  )
}
