import { RSVPS, type Rsvp } from '@mufakat/domain'
import type { PersonRef } from '@mufakat/services'
import { Choice, describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { useAllWords } from '~/frame/words'
import type { TypedRsvp } from './rsvp-form.server'

/** Shown where "diwakilkan" is chosen; where a browser cannot tell, always. */
const FOR_DEPUTY =
  'grid gap-4 sm:grid-cols-2 supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[value=diwakilkan]:checked]/rsvp:grid'
const FOR_REASON =
  'supports-[selector(:has(*))]:hidden supports-[selector(:has(*))]:group-has-[[value=izin]:checked]/rsvp:grid'

interface RsvpFieldsProps {
  /** Tells the forms of one page apart. */
  of: string
  values: Omit<TypedRsvp, 'answer'> & { answer: Rsvp | '' }
  candidates: readonly PersonRef[]
}

/** An answer to the invitation: for oneself, an OPD, or by who answers for them. */
export function RsvpFields({ of, values, candidates }: RsvpFieldsProps) {
  const words = useAllWords()
  const error = useFieldErrors()
  const id = (name: string) => `${name}-${of}`
  const missing = error('answer')
  return (
    <div className="group/rsvp grid gap-4">
      <fieldset className="grid gap-1 sm:grid-cols-3">
        <legend className="mb-1 text-sm font-semibold">{words.t('rsvp.answer')}</legend>
        {RSVPS.map(answer => (
          <Choice
            key={answer}
            type="radio"
            name="answer"
            value={answer}
            required
            defaultChecked={values.answer === answer}
            label={words.t(`rsvp.${answer}`)}
            className="border border-line"
          />
        ))}
        {missing && <p className="text-sm text-danger-ink">{missing}</p>}
      </fieldset>
      <div className={FOR_DEPUTY}>
        {candidates.length > 0 && (
          <Field id={id('deputyId')} label={words.t('rsvp.deputy')} className="sm:col-span-2">
            <Select id={id('deputyId')} name="deputyId" defaultValue={values.deputyId}>
              <option value="">{words.t('rsvp.deputy.other')}</option>
              {candidates.map(person => (
                <option key={person.id} value={person.id}>
                  {[person.name, person.jabatan].filter(Boolean).join(' – ')}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field id={id('deputyName')} label={words.t('rsvp.deputy.name')} error={error('deputyName')}>
          <Input
            {...describe(id('deputyName'), { error: error('deputyName') })}
            name="deputyName"
            maxLength={120}
            autoComplete="off"
            defaultValue={values.deputyName}
          />
        </Field>
        <Field id={id('deputyJabatan')} label={words.t('rsvp.deputy.jabatan')} error={error('deputyJabatan')}>
          <Input
            {...describe(id('deputyJabatan'), { error: error('deputyJabatan') })}
            name="deputyJabatan"
            maxLength={200}
            autoComplete="off"
            defaultValue={values.deputyJabatan}
          />
        </Field>
      </div>
      <Field
        id={id('reason')}
        label={words.t('rsvp.reason')}
        hint={words.t('rsvp.optional')}
        error={error('reason')}
        className={FOR_REASON}
      >
        <Input
          {...describe(id('reason'), { error: error('reason') })}
          name="reason"
          maxLength={300}
          autoComplete="off"
          defaultValue={values.reason}
        />
      </Field>
      <NikConfirm />
    </div>
  )
}
