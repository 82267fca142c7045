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
  return plannedMinutes === null
    ? words.t('rapat.wib-open', { start: dotted(start) })
    : words.t('rapat.wib-range', { start: dotted(start), end: dotted(start + plannedMinutes) })
}

/** Day and hours on one line; "Belum ditentukan" when there is no day. */
export function whenOf(schedule: Schedule, words: PageWords, style: 'full' | 'day' = 'full'): string {
  if (schedule.date === null) return words.t('rapat.field.none')
  return [words.date(schedule.date, style), hoursOf(schedule, words)].filter(Boolean).join(' · ')
}
