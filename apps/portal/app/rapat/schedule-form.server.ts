import { parseDuration } from '@mufakat/domain'
import { parseTriwulan } from '../request/triwulan'

const text = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Minutes from `180`, `3j`, `1:30`; empty is none, anything else NaN, which the schema refuses. */
export const minutesOf = (input: string): number | null =>
  input.trim() === '' ? null : (parseDuration(input) ?? Number.NaN)

/** HH:MM from `9.00`, `09.00` or `09:00`; anything else as it is, for the schema to refuse. */
export const hourOf = (input: string): string => {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(input.trim())
  return match ? `${match[1]?.padStart(2, '0')}:${match[2]}` : input
}

/** The fields that a new rapat and its editing share, as the schema of the use-case wants them. */
export function scheduleOf(form: FormData) {
  const triwulan = parseTriwulan(text(form, 'triwulan'))
  return {
    title: text(form, 'title'),
    year: triwulan?.year ?? Number.NaN,
    quarter: triwulan?.quarter ?? Number.NaN,
    date: text(form, 'date'),
    startTime: hourOf(text(form, 'startTime')),
    plannedMinutes: minutesOf(text(form, 'plannedMinutes')),
    place: text(form, 'place'),
    chairId: text(form, 'chairId'),
    notulisId: text(form, 'notulisId'),
    // Where there is none to choose, nothing is said about it.
    ...(form.has('seriesId') && { seriesId: text(form, 'seriesId') }),
  }
}

/** What was typed, to stand in the form again beside the errors. */
export const typedSchedule = (form: FormData) => ({
  title: text(form, 'title'),
  triwulan: text(form, 'triwulan'),
  date: text(form, 'date'),
  startTime: text(form, 'startTime'),
  plannedMinutes: text(form, 'plannedMinutes'),
  place: text(form, 'place'),
  chairId: text(form, 'chairId'),
  notulisId: text(form, 'notulisId'),
  seriesId: text(form, 'seriesId'),
})
export type TypedSchedule = ReturnType<typeof typedSchedule>

const MAX_ROWS = 100

/** Rows `agenda.<n>.title|minutes|presenter` in their order; a row without any word is not an item. */
export function agendaOf(form: FormData) {
  const rows: TypedAgendaRow[] = []
  for (const [name] of form.entries()) {
    const at = /^agenda\.(\d{1,3})\.title$/.exec(name)?.[1]
    if (at === undefined || rows.length >= MAX_ROWS) continue
    const row = {
      title: text(form, name),
      minutes: text(form, `agenda.${at}.minutes`),
      presenter: text(form, `agenda.${at}.presenter`),
    }
    if (row.title.trim() || row.minutes.trim() || row.presenter.trim()) rows.push(row)
  }
  return rows
}

export interface TypedAgendaRow {
  title: string
  minutes: string
  presenter: string
}
