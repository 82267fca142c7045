import type { PageWords } from '@mufakat/i18n'

interface Schedule {
  readonly date: string | null
  readonly startTime: string | null
  readonly plannedMinutes: number | null
}

const dotted = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`

/** "09.00–12.00 WIB", or "09.00 WIB – selesai" when no length is planned. */
export function hoursOf({ startTime, plannedMinutes }: Schedule, words: PageWords): string | null {
  if (startTime === null) return null
  const [hour = 0, minute = 0] = startTime.split(':').map(Number)
  const start = hour * 60 + minute
  const { zone } = words
  return plannedMinutes === null
    ? words.t('rapat.hours-open', { start: dotted(start), zone })
    : words.t('rapat.hours-range', { start: dotted(start), end: dotted(start + plannedMinutes), zone })
}

/** Day and hours on one line; "Belum ditentukan" when there is no day. */
export function whenOf(schedule: Schedule, words: PageWords, style: 'full' | 'day' = 'full'): string {
  if (schedule.date === null) return words.t('rapat.field.none')
  return [words.date(schedule.date, style), hoursOf(schedule, words)].filter(Boolean).join(' · ')
}
