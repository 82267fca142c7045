import { may, parseDuration } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { jabatanChoices, listOpd, listPeople, type SeriesDetail } from '@mufakat/services'
import { hourOf, minutesOf } from '~/rapat/schedule-form.server'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import type { FormErrors } from '~/request/guard.server'
import type { TypedSeries } from './series-fields'

/** Asked before a form is judged, so that nobody learns its rules without the right. */
export function requireSeriesEditor(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'series.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

/** Whom a series can name. */
export async function seriesMembers(context: AppLoadContext) {
  const { services } = context
  const actor = actorOf(context)
  const [opd, people, jabatan] = await Promise.all([
    listOpd(services, actor),
    listPeople(services, actor),
    jabatanChoices(services, actor),
  ])
  return { opd: opd.filter(one => one.active), people, jabatan }
}

const MAX_ROWS = 300

export function typedSeries(form: FormData): TypedSeries {
  const text = (name: string) => String(form.get(name) ?? '')
  const rows = [...form.keys()].filter(name => /^tamu\.\d{1,3}$/.test(name)).slice(0, MAX_ROWS)
  return {
    name: text('name'),
    cadence: text('cadence'),
    dates: form.getAll('dates').map(String).filter(Boolean),
    title: text('title'),
    startTime: text('startTime'),
    plannedMinutes: text('plannedMinutes'),
    place: text('place'),
    chair: text('chair'),
    notulis: text('notulis'),
    opdIds: form.getAll('opd').map(String),
    guests: rows
      .map(name => ({ personId: text(name), canWrite: form.has(`${name}.tulis`) }))
      .filter(guest => guest.personId !== ''),
    agenda: text('agenda'),
    carried: text('carried'),
    active: form.has('active'),
  }
}

/** "jabatan:<id>" or "person:<id>"; what is neither is left for the schema to refuse. */
const officerOf = (typed: string) => {
  if (typed === '') return null
  const [kind, id] = typed.split(':')
  return { kind, id }
}

/** "Pembukaan | 15m | Wakil Bupati": what does not fit is left for the schema to refuse. */
const agendaLines = (text: string) =>
  text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const [title = '', minutes = '', presenter = ''] = line.split('|').map(part => part.trim())
      return { title, minutes: parseDuration(minutes) ?? Number.NaN, presenter }
    })

/** What was typed, as the schema of the use-case wants it. */
export function seriesOf(typed: TypedSeries, form: FormData) {
  const at = carriedAt(typed)
  return {
    ...typed,
    startTime: hourOf(typed.startTime),
    plannedMinutes: minutesOf(typed.plannedMinutes),
    chair: officerOf(typed.chair),
    notulis: officerOf(typed.notulis),
    agenda: agendaLines(typed.agenda).map((item, nth) =>
      nth + 1 === at ? { ...item, carried: true } : item,
    ),
    nikConfirmed: form.get('nik') === 'ya',
  }
}

const carriedAt = ({ carried }: TypedSeries): number | null =>
  carried.trim() === '' ? null : /^\d{1,3}$/.test(carried.trim()) ? Number(carried) : Number.NaN

/** The number of an item that is not there; no schema knows of it. */
export function carriedFault(typed: TypedSeries): FormErrors | null {
  const at = carriedAt(typed)
  if (at === null || (at >= 1 && at <= agendaLines(typed.agenda).length)) return null
  return { fields: { carried: 'carried' }, form: 'invalid-input' }
}

const ONE_FIELD = /^(agenda|dates|guests|chair|notulis)\..*$/

/** Lists stand in one field each: an error of an entry stands beside that. */
export const collapsed = ({ fields, ...rest }: FormErrors): FormErrors => ({
  ...rest,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, key]) => [name.replace(ONE_FIELD, '$1'), key]),
  ),
})

/** A series as its form shows it. */
export const storedSeries = (series: SeriesDetail): TypedSeries => ({
  name: series.name,
  cadence: series.cadence,
  dates: series.dates,
  title: series.title,
  startTime: series.startTime ?? '',
  plannedMinutes: series.plannedMinutes === null ? '' : String(series.plannedMinutes),
  place: series.place,
  chair: series.chair === null ? '' : `${series.chair.kind}:${series.chair.id}`,
  notulis: series.notulis === null ? '' : `${series.notulis.kind}:${series.notulis.id}`,
  opdIds: series.opd.map(one => one.id),
  guests: series.guests.map(({ id, canWrite }) => ({ personId: id, canWrite })),
  agenda: agendaText(series.agenda),
  carried: String(series.agenda.findIndex(item => item.carried === true) + 1 || ''),
  active: series.active,
})

/** One item per line, as `agendaLines` reads it. */
export const agendaText = (
  agenda: readonly { title: string; minutes: number; presenter: string }[],
): string =>
  agenda.map(item => [item.title, item.minutes, item.presenter].join(' | ').replace(/[ |]+$/, '')).join('\n')
