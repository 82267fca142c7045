import { CADENCES } from '@mufakat/domain'
import type { OpdRef, PersonRef } from '@mufakat/services'
import { Card, CardHead, Choice, describe, Field, FieldError, Input, Select } from '@mufakat/ui'
import type { ReactNode } from 'react'
import { LongTextField } from '~/admin/long-text-field'
import { TextField } from '~/admin/text-field'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** A series as it is typed. */
export interface TypedSeries {
  readonly name: string
  readonly cadence: string
  readonly dates: readonly string[]
  readonly title: string
  readonly startTime: string
  readonly plannedMinutes: string
  readonly place: string
  /** "jabatan:<id>", "person:<id>", or nothing. */
  readonly chair: string
  readonly notulis: string
  readonly opdIds: readonly string[]
  readonly guests: readonly { readonly personId: string; readonly canWrite: boolean }[]
  /** One item per line. */
  readonly agenda: string
  /** Number of the item that holds the list of what is left to do. */
  readonly carried: string
  readonly active: boolean
}

interface SeriesFieldsProps {
  readonly values: TypedSeries
  readonly opd: readonly OpdRef[]
  readonly people: readonly PersonRef[]
  readonly jabatan: readonly { readonly id: string; readonly name: string; readonly opd: string }[]
}

/** So many rows are empty: a form without script gets more by being saved. */
const SPARE = 3

const personName = (person: PersonRef): string =>
  [person.name, person.jabatan ?? person.opd?.shortName].filter(Boolean).join(' – ')

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card as="section" aria-labelledby={id}>
      <CardHead id={id} title={title} />
      <div className="grid gap-5 p-4 sm:p-5">{children}</div>
    </Card>
  )
}

function Officer({
  name,
  label,
  value,
  people,
  jabatan,
}: Omit<SeriesFieldsProps, 'values' | 'opd'> & {
  name: 'chair' | 'notulis'
  label: string
  value: string
}) {
  const words = useAllWords()
  const error = useFieldErrors()(name)
  return (
    <Field id={name} label={label} error={error}>
      <Select {...describe(name, { error })} name={name} defaultValue={value}>
        <option value="">{words.t('seri.field.officer.none')}</option>
        <optgroup label={words.t('seri.field.officer.jabatan')}>
          {jabatan.map(one => (
            <option key={one.id} value={`jabatan:${one.id}`}>
              {one.name} – {one.opd}
            </option>
          ))}
        </optgroup>
        <optgroup label={words.t('seri.field.officer.person')}>
          {people.map(person => (
            <option key={person.id} value={`person:${person.id}`}>
              {personName(person)}
            </option>
          ))}
        </optgroup>
      </Select>
    </Field>
  )
}

function Cadence({ values }: Pick<SeriesFieldsProps, 'values'>) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <>
      <Field id="cadence" label={words.t('seri.field.cadence')} error={error('cadence')} className="sm:w-64">
        <Select
          {...describe('cadence', { error: error('cadence') })}
          name="cadence"
          defaultValue={values.cadence}
        >
          {CADENCES.map(cadence => (
            <option key={cadence} value={cadence}>
              {words.t(`seri.cadence.${cadence}`)}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-semibold">{words.t('seri.field.dates')}</legend>
        <div className="grid gap-2 sm:grid-cols-3 lg:grid-cols-4">
          {[...values.dates, ...Array<string>(SPARE).fill('')].map((date, at) => {
            const id = `tanggal.${at}`
            return (
              <Field key={id} id={id} label={words.t('seri.field.dates.row', { n: at + 1 })} labelHidden>
                <Input id={id} type="date" name="dates" defaultValue={date} />
              </Field>
            )
          })}
        </div>
        <p className="text-xs text-ink-2">{words.t('seri.field.dates.help')}</p>
        {error('dates') && <FieldError>{error('dates')}</FieldError>}
      </fieldset>
    </>
  )
}

function Invited({ values, opd, people }: SeriesFieldsProps) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{words.t('seri.field.opd')}</legend>
        <div className="-mx-1 grid max-h-96 overflow-y-auto rounded-md border border-line p-1 sm:grid-cols-2 lg:grid-cols-3">
          {opd.map(one => (
            <Choice
              key={one.id}
              name="opd"
              value={one.id}
              defaultChecked={values.opdIds.includes(one.id)}
              label={one.shortName}
              note={one.name === one.shortName ? undefined : one.name}
            />
          ))}
        </div>
        {error('opdIds') && <FieldError>{error('opdIds')}</FieldError>}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 text-sm font-semibold">{words.t('seri.field.guests')}</legend>
        {[...values.guests, ...Array(SPARE).fill({ personId: '', canWrite: false })].map((guest, at) => {
          const id = `tamu.${at}`
          return (
            <div key={id} className="grid items-center gap-x-4 sm:grid-cols-[minmax(0,1fr)_auto]">
              <Field id={id} label={words.t('seri.field.guests.row', { n: at + 1 })} labelHidden>
                <Select id={id} name={id} defaultValue={guest.personId}>
                  <option value="">{words.t('seri.field.guests.none')}</option>
                  {people.map(person => (
                    <option key={person.id} value={person.id}>
                      {personName(person)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Choice
                name={`${id}.tulis`}
                value="ya"
                defaultChecked={guest.canWrite}
                label={
                  <>
                    <span aria-hidden>{words.t('seri.field.guests.write')}</span>
                    <span className="sr-only">{words.t('seri.field.guests.write.row', { n: at + 1 })}</span>
                  </>
                }
              />
            </div>
          )
        })}
        {error('guests') && <FieldError>{error('guests')}</FieldError>}
      </fieldset>
    </>
  )
}

function Agenda({ values }: Pick<SeriesFieldsProps, 'values'>) {
  const words = useAllWords()
  return (
    <>
      <LongTextField
        name="agenda"
        label={words.t('seri.field.agenda')}
        help={words.t('seri.field.agenda.help')}
        rows={values.agenda.split('\n').length + 2}
        maxLength={60_000}
        defaultValue={values.agenda}
      />
      <TextField
        name="carried"
        label={words.t('seri.field.carried')}
        help={words.t('seri.field.carried.help')}
        inputMode="numeric"
        maxLength={3}
        className="sm:w-96"
        defaultValue={values.carried}
      />
    </>
  )
}

/** What a series is called, how it repeats, and what each of its rapat starts from. */
export function SeriesFields(props: SeriesFieldsProps) {
  const words = useAllWords()
  const { values, people, jabatan } = props
  return (
    <>
      <Section id="bagian-seri" title={words.t('seri.section.what')}>
        <TextField
          name="name"
          label={words.t('seri.field.name')}
          required
          maxLength={200}
          defaultValue={values.name}
        />
        <Cadence values={values} />
      </Section>
      <Section id="bagian-rapat" title={words.t('seri.section.each')}>
        <TextField
          name="title"
          label={words.t('seri.field.title')}
          help={words.t('seri.field.title.help')}
          required
          maxLength={250}
          defaultValue={values.title}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <TextField
            name="startTime"
            label={words.t('seri.field.start')}
            inputMode="decimal"
            placeholder="09.00"
            maxLength={5}
            autoComplete="off"
            defaultValue={values.startTime.replace(':', '.')}
          />
          <TextField
            name="plannedMinutes"
            label={words.t('seri.field.minutes')}
            placeholder="180, 3j, 1:30"
            maxLength={20}
            autoComplete="off"
            defaultValue={values.plannedMinutes}
          />
          <TextField
            name="place"
            label={words.t('seri.field.place')}
            maxLength={300}
            defaultValue={values.place}
          />
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          {(['chair', 'notulis'] as const).map(name => (
            <Officer
              key={name}
              name={name}
              label={words.t(`seri.field.${name}`)}
              value={values[name]}
              people={people}
              jabatan={jabatan}
            />
          ))}
        </div>
      </Section>
      <Section id="bagian-undangan" title={words.t('seri.section.invited')}>
        <Invited {...props} />
      </Section>
      <Section id="bagian-acara" title={words.t('seri.section.agenda')}>
        <Agenda values={values} />
      </Section>
    </>
  )
}
