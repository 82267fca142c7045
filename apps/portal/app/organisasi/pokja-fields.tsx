import type { OpdRef, PersonRef } from '@mufakat/services'
import { Choice, describe, Field, FieldError, Select } from '@mufakat/ui'
import { TextField } from '~/admin/text-field'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** A pokja as it is typed. */
export interface TypedPokja {
  readonly name: string
  readonly shortName: string
  readonly chairId: string
  readonly position: string
  readonly opdIds: readonly string[]
  readonly personIds: readonly string[]
  readonly active: boolean
}

interface PokjaFieldsProps {
  readonly values: TypedPokja
  readonly opd: readonly OpdRef[]
  readonly people: readonly PersonRef[]
}

/** So many rows for people are empty: a form without script gets more by being saved. */
const SPARE = 3

function PersonOptions({ people }: { people: readonly PersonRef[] }) {
  return people.map(person => (
    <option key={person.id} value={person.id}>
      {[person.name, person.jabatan ?? person.opd?.shortName].filter(Boolean).join(' – ')}
    </option>
  ))
}

function Members({ values, opd, people }: PokjaFieldsProps) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold">{words.t('pokja.field.opd')}</legend>
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
        <legend className="mb-1.5 text-sm font-semibold">{words.t('pokja.field.people')}</legend>
        {[...values.personIds, ...Array<string>(SPARE).fill('')].map((personId, at) => {
          const id = `anggota.${at}`
          return (
            <Field
              key={id}
              id={id}
              label={words.t('pokja.field.people.row', { n: at + 1 })}
              labelHidden
              className="max-w-xl"
            >
              <Select id={id} name="anggota" defaultValue={personId}>
                <option value="">{words.t('pokja.field.people.none')}</option>
                <PersonOptions people={people} />
              </Select>
            </Field>
          )
        })}
        <p className="text-xs text-ink-2">{words.t('pokja.field.people.help')}</p>
        {error('personIds') && <FieldError>{error('personIds')}</FieldError>}
      </fieldset>
    </>
  )
}

/** What a pokja is called, who leads it and who belongs to it. */
export function PokjaFields(props: PokjaFieldsProps) {
  const words = useAllWords()
  const error = useFieldErrors()
  const { values, people } = props
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="name"
          label={words.t('pokja.field.name')}
          className="sm:col-span-2"
          required
          maxLength={200}
          defaultValue={values.name}
        />
        <TextField
          name="shortName"
          label={words.t('pokja.field.shortName')}
          required
          maxLength={40}
          defaultValue={values.shortName}
        />
        <TextField
          name="position"
          label={words.t('opd.field.position')}
          inputMode="numeric"
          maxLength={4}
          defaultValue={values.position}
        />
        <Field
          id="chairId"
          label={words.t('pokja.field.chairId')}
          error={error('chairId')}
          className="sm:col-span-2"
        >
          <Select
            {...describe('chairId', { error: error('chairId') })}
            name="chairId"
            defaultValue={values.chairId}
          >
            <option value="">{words.t('pokja.field.chairId.none')}</option>
            <PersonOptions people={people} />
          </Select>
        </Field>
      </div>
      <Members {...props} />
    </>
  )
}
