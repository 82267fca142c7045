import { shiftTriwulan, type Triwulan } from '@mufakat/domain'
import type { PersonRef, SeriesChoice } from '@mufakat/services'
import { Card, CardHead, describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useWords } from '~/frame/words'
import { parseTriwulan, triwulanCode } from '~/request/triwulan'
import type { TypedSchedule } from './schedule-form.server'

/** Series to choose from, with their words. */
export interface SeriesOffer {
  readonly choices: readonly SeriesChoice[]
  readonly label: string
  readonly none: string
}

/** Title, triwulan, day, hour, length, place, chair and notulis: the same for a new rapat and for its editing. */
export function ScheduleFields({
  values,
  people,
  series,
  around,
}: {
  values: TypedSchedule
  people: readonly PersonRef[]
  series: SeriesOffer | null
  /** The triwulan the choices are laid around. */
  around: Triwulan
}) {
  const words = useWords()
  const error = useFieldErrors()
  const chosen = parseTriwulan(values.triwulan)
  const near = [-2, -1, 0, 1, 2, 3, 4].map(step => triwulanCode(shiftTriwulan(around, step)))
  const codes = chosen && !near.includes(values.triwulan) ? [values.triwulan, ...near] : near
  const personOptions = people.map(person => (
    <option key={person.id} value={person.id}>
      {[person.name, person.jabatan ?? person.opd?.shortName].filter(Boolean).join(' – ')}
    </option>
  ))
  return (
    <>
      <Card as="section" aria-labelledby="bagian-rapat">
        <CardHead id="bagian-rapat" title={words.t('rapat.form.section.what')} />
        <div className="grid gap-5 p-4 sm:grid-cols-[minmax(0,1fr)_14rem] sm:p-5">
          <Field
            id="title"
            label={words.t('rapat.field.title')}
            help={words.t('rapat.field.title.help')}
            error={error('title')}
          >
            <Input
              {...describe('title', { error: error('title'), help: true })}
              name="title"
              required
              maxLength={300}
              defaultValue={values.title}
            />
          </Field>
          <Field id="triwulan" label={words.t('rapat.field.triwulan')} error={error('year', 'quarter')}>
            <Select
              {...describe('triwulan', { error: error('year', 'quarter') })}
              name="triwulan"
              defaultValue={values.triwulan}
            >
              {codes.map(code => {
                const triwulan = parseTriwulan(code)
                return (
                  <option key={code} value={code}>
                    {triwulan ? words.triwulan(triwulan) : code}
                  </option>
                )
              })}
            </Select>
          </Field>
          {series && (
            <Field id="seriesId" label={series.label} error={error('seriesId')}>
              <Select
                {...describe('seriesId', { error: error('seriesId') })}
                name="seriesId"
                defaultValue={values.seriesId}
              >
                <option value="">{series.none}</option>
                {series.choices.map(one => (
                  <option key={one.id} value={one.id}>
                    {one.name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
        </div>
      </Card>

      <Card as="section" aria-labelledby="bagian-waktu">
        <CardHead id="bagian-waktu" title={words.t('rapat.form.section.when')} />
        <div className="grid gap-5 p-4 sm:grid-cols-3 sm:p-5">
          <Field id="date" label={words.t('rapat.field.date')} error={error('date')}>
            <Input
              {...describe('date', { error: error('date') })}
              type="date"
              name="date"
              defaultValue={values.date}
            />
          </Field>
          <Field id="startTime" label={words.t('rapat.field.start')} error={error('startTime')}>
            <Input
              {...describe('startTime', { error: error('startTime') })}
              // Not a time input: it would tell AM and PM wherever the device is set to English.
              name="startTime"
              inputMode="decimal"
              autoComplete="off"
              placeholder="09.00"
              maxLength={5}
              defaultValue={values.startTime.replace(':', '.')}
            />
          </Field>
          <Field id="plannedMinutes" label={words.t('rapat.field.planned')} error={error('plannedMinutes')}>
            <Input
              {...describe('plannedMinutes', { error: error('plannedMinutes') })}
              name="plannedMinutes"
              inputMode="text"
              autoComplete="off"
              placeholder="180, 3j, 1:30"
              defaultValue={values.plannedMinutes}
            />
          </Field>
          <Field
            id="place"
            label={words.t('rapat.field.place')}
            error={error('place')}
            className="sm:col-span-3"
          >
            <Input
              {...describe('place', { error: error('place') })}
              name="place"
              maxLength={300}
              defaultValue={values.place}
            />
          </Field>
          <div className="grid gap-5 sm:col-span-3 sm:grid-cols-2">
            {(['chairId', 'notulisId'] as const).map(name => (
              <Field
                key={name}
                id={name}
                label={words.t(name === 'chairId' ? 'rapat.field.chair' : 'rapat.field.notulis')}
                error={error(name)}
              >
                <Select {...describe(name, { error: error(name) })} name={name} defaultValue={values[name]}>
                  <option value="">{words.t('rapat.field.none')}</option>
                  {personOptions}
                </Select>
              </Field>
            ))}
          </div>
        </div>
      </Card>
    </>
  )
}
