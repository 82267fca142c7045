import type { OfficerView, PersonRef } from '@mufakat/services'
import { Button, describe, Field, Select } from '@mufakat/ui'
import { Form } from '@remix-run/react'
import { ChevronDown, Phone, UserRoundMinus, UserRoundPlus } from 'lucide-react'
import { TextField } from '~/admin/text-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

/** A form of this page that was refused, with what was typed. */
export interface OfficerAnswer {
  readonly errors: FormErrors
  readonly typed: { readonly personId: string; readonly from: string; readonly until: string }
  /** Code of the place, or id of the spell that it is about. */
  readonly at: string
}

/** From when to when somebody serves. */
function Span({ officer }: { officer: OfficerView }) {
  const words = useAllWords()
  const from = words.date(officer.from, 'short')
  return (
    <span className="text-sm text-ink-2">
      {officer.until === null
        ? words.t('petugas.since', { from })
        : words.t('petugas.span', { from, until: words.date(officer.until, 'short') })}
      {officer.when === 'coming' && ` · ${words.t('holding.coming')}`}
    </span>
  )
}

function End({
  officer,
  place,
  answer,
}: {
  officer: OfficerView
  place: string
  answer: OfficerAnswer | undefined
}) {
  const words = useAllWords()
  const mine = answer?.at === officer.id ? answer : undefined
  const { name } = officer.person
  const error = mine && words.lookup(mine.errors.fields.until ?? '', words.t('field.date'))
  const id = `until-${officer.id}`
  return (
    <details className="screen-only group" open={mine !== undefined}>
      <summary
        aria-label={words.t('petugas.end.for', { name })}
        className="flex min-h-11 w-fit items-center gap-1 text-sm font-semibold text-ink-2"
      >
        {words.t('petugas.end')}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <Form method="post" noValidate className="flex flex-wrap items-end gap-3 pb-3">
        <input type="hidden" name="maksud" value="akhiri" />
        <input type="hidden" name="petugas" value={officer.id} />
        <input type="hidden" name="tempat" value={place} />
        <Field id={id} label={words.t('petugas.last-day', { name })} error={error} className="grow sm:grow-0">
          <input
            {...describe(id, { error })}
            type="date"
            name="until"
            defaultValue={mine?.typed.until ?? officer.until ?? ''}
            className="min-h-11 w-full rounded-md border border-line-strong bg-surface px-3"
          />
        </Field>
        <Button type="submit" kind="danger">
          <UserRoundMinus aria-hidden />
          {words.t('petugas.end')}
        </Button>
      </Form>
    </details>
  )
}

/** Who serves here now or will; those of the past behind one line. */
export function Officers({
  officers,
  place,
  answer,
}: {
  officers: readonly OfficerView[]
  place: string
  answer: OfficerAnswer | undefined
}) {
  const words = useAllWords()
  const past = officers.filter(one => one.when === 'past')
  return (
    <>
      <ul className="grid">
        {officers
          .filter(one => one.when !== 'past')
          .map(officer => (
            <li key={officer.id}>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{officer.person.name}</span>
                {officer.person.phone ? (
                  <a
                    href={`tel:${officer.person.phone}`}
                    className="inline-flex min-h-11 items-center gap-1.5 tabular-nums pointer-fine:min-h-8"
                  >
                    <Phone aria-hidden className="size-4" />
                    {officer.person.phone}
                  </a>
                ) : (
                  <span className="text-sm text-ink-2">{words.t('petugas.phone.none')}</span>
                )}
                <Span officer={officer} />
              </p>
              <End officer={officer} place={place} answer={answer} />
            </li>
          ))}
      </ul>
      {past.length > 0 && (
        <details className="text-sm">
          <summary className="flex min-h-11 w-fit items-center text-ink-2">
            {words.t('petugas.past', { n: past.length })}
          </summary>
          <ul className="grid gap-1 pb-2">
            {past.map(officer => (
              <li key={officer.id}>
                {officer.person.name} <Span officer={officer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function Person({ id, people, value }: { id: string; people: readonly PersonRef[]; value: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('personId')
  const help = words.t('petugas.person.help')
  return (
    <Field id={id} label={words.t('petugas.person')} help={help} error={error}>
      <Select {...describe(id, { error, help })} name="personId" defaultValue={value}>
        <option value="">{words.t('petugas.person.choose')}</option>
        {people.map(person => (
          <option key={person.id} value={person.id}>
            {[person.name, person.jabatan ?? person.opd?.shortName].filter(Boolean).join(' – ')}
          </option>
        ))}
      </Select>
    </Field>
  )
}

/** Names somebody for a place that is chosen in the form, or the one it is about. */
export function AddOfficer({
  title,
  places,
  people,
  answer,
}: {
  title: string
  places: readonly { readonly code: string; readonly name: string }[]
  people: readonly PersonRef[]
  answer: OfficerAnswer | undefined
}) {
  const words = useAllWords()
  const mine = places.some(one => one.code === answer?.at) ? answer : undefined
  const [only] = places
  const id = places.length === 1 ? `orang-${only?.code}` : 'orang'
  return (
    <details className="screen-only group border-t border-line" open={mine !== undefined}>
      <summary className="flex min-h-13 items-center justify-between px-4 font-semibold sm:px-5">
        {title}
        <ChevronDown aria-hidden className="size-5 text-ink-2 transition-transform group-open:rotate-180" />
      </summary>
      <Form method="post" noValidate className="grid gap-5 border-t border-line p-4 sm:p-5">
        <FieldErrors errors={mine?.errors}>
          {places.length === 1 ? (
            <input type="hidden" name="tempat" value={only?.code} />
          ) : (
            <Field id="tempat" label={words.t('impor.villages')}>
              <Select id="tempat" name="tempat" defaultValue={mine?.at}>
                {places.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          <Person id={id} people={people} value={mine?.typed.personId ?? ''} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              name="from"
              id={`${id}-from`}
              type="date"
              label={words.t('petugas.from')}
              defaultValue={mine?.typed.from}
            />
            <TextField
              name="until"
              id={`${id}-until`}
              type="date"
              label={words.t('petugas.until')}
              hint={words.t('pengguna.field.optional')}
              defaultValue={mine?.typed.until}
            />
          </div>
        </FieldErrors>
        <Button type="submit" className="w-fit">
          <UserRoundPlus aria-hidden />
          {title}
        </Button>
      </Form>
    </details>
  )
}
