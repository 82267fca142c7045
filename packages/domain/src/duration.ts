/** A whole day; an agenda item never takes longer. */
export const MAX_MINUTES = 24 * 60

const NUMBER = '(\\d{1,4}(?:[.,]\\d{1,2})?)'
const HOURS = new RegExp(`^${NUMBER}\\s*(?:j|jam|h)$`)
const MINUTES = /^(\d{1,4})\s*(?:m|mnt|menit|min|')?$/
const BOTH = /^(\d{1,2})\s*(?:j|jam|h)\s*(\d{1,2})\s*(?:m|mnt|menit|min)?$/
const CLOCK = /^(\d{1,2})[:.](\d{2})$/

const within = (minutes: number): number | null =>
  Number.isFinite(minutes) && minutes >= 0 && minutes <= MAX_MINUTES ? Math.round(minutes) : null

/**
 * Minutes meant by what a person types: `90m`, `90`, `1,5j`, `2 jam`, `1j 30m`, `1:30`. Null when it is
 * none of these, or longer than a day. A bare number is minutes, as in the printed agenda.
 */
export function parseDuration(text: string): number | null {
  const input = text.trim().toLowerCase()
  const clock = CLOCK.exec(input)
  if (clock) return Number(clock[2]) < 60 ? within(Number(clock[1]) * 60 + Number(clock[2])) : null
  const both = BOTH.exec(input)
  if (both) return Number(both[2]) < 60 ? within(Number(both[1]) * 60 + Number(both[2])) : null
  const hours = HOURS.exec(input)
  if (hours) return within(Number((hours[1] ?? '').replace(',', '.')) * 60)
  const minutes = MINUTES.exec(input)
  return minutes ? within(Number(minutes[1])) : null
}

/** The short form that `parseDuration` reads back: `45m`, `2j`, `1j 30m`. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}m`
  return rest === 0 ? `${hours}j` : `${hours}j ${rest}m`
}
