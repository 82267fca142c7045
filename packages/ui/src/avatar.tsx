import { classes } from './classes'

/** Eight grounds that all carry their own ink at 4.5:1; the index comes from the caller (live presence). */
const GROUNDS = [
  'bg-accent-soft text-accent-strong',
  'bg-info-soft text-info-ink',
  'bg-warn-soft text-warn-ink',
  'bg-violet-soft text-violet-ink',
  'bg-success-soft text-success-ink',
  'bg-danger-soft text-danger-ink',
  'bg-neutral-soft text-neutral-ink',
  'bg-accent text-on-accent',
] as const

/** Titles and degrees are not part of what people call somebody. */
const initialsOf = (name: string): string => {
  const words = (name.split(',')[0] ?? '')
    .split(/\s+/)
    .filter(word => /^\p{L}/u.test(word) && !word.endsWith('.'))
  const first = words[0]?.[0] ?? name[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** A stable colour for a name where no colour was given out. */
export function colourOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return sum % GROUNDS.length
}

/** Decorative: the name always stands beside it, or in `label`. */
export function Avatar({
  name,
  colour,
  label,
  small,
}: {
  name: string
  colour?: number | undefined
  label?: string
  small?: boolean
}) {
  const named = label ? { role: 'img', 'aria-label': label, title: label } : { 'aria-hidden': true }
  return (
    <span
      {...named}
      className={classes(
        'inline-grid flex-none place-items-center rounded-full border border-surface font-bold select-none',
        small ? 'size-7 text-[0.6875rem]' : 'size-9 text-xs',
        GROUNDS[(colour ?? colourOf(name)) % GROUNDS.length],
      )}
    >
      {initialsOf(name)}
    </span>
  )
}
