import { OPD_KINDS } from '@mufakat/domain'
import type { OpdRef } from '@mufakat/services'
import { describe, Field, Select, Textarea } from '@mufakat/ui'
import { TextField } from '~/admin/text-field'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** An OPD as it is typed. */
export interface TypedOpd {
  readonly name: string
  readonly shortName: string
  /** One a line. */
  readonly aliases: string
  readonly kind: string
  readonly parentId: string
  readonly districtCode: string
  readonly position: string
}

interface OpdFieldsProps {
  readonly values: TypedOpd
  readonly parents: readonly OpdRef[]
  readonly districts: readonly { code: string; name: string }[]
}

/** What an OPD is called and where it stands. */
export function OpdFields({ values, parents, districts }: OpdFieldsProps) {
  const words = useAllWords()
  const errors = useFieldErrors()
  // An alias that is wrong is told beside the field of all of them.
  const aliasError = errors('aliases') ?? errors('aliases.0')
  const help = (name: 'aliases' | 'parentId') => words.t(`opd.field.${name}.help`)
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <TextField
        name="name"
        label={words.t('opd.field.name')}
        className="sm:col-span-2"
        required
        maxLength={200}
        defaultValue={values.name}
      />
      <TextField
        name="shortName"
        label={words.t('opd.field.shortName')}
        help={words.t('opd.field.shortName.help')}
        required
        maxLength={40}
        defaultValue={values.shortName}
      />
      <Field id="kind" label={words.t('opd.field.kind')} error={errors('kind')}>
        <Select
          {...describe('kind', { error: errors('kind') })}
          name="kind"
          defaultValue={values.kind || 'dinas'}
        >
          {OPD_KINDS.map(kind => (
            <option key={kind} value={kind}>
              {words.t(`opd.kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="parentId"
        label={words.t('opd.field.parentId')}
        hint={words.t('pengguna.field.optional')}
        help={help('parentId')}
        error={errors('parentId')}
      >
        <Select
          {...describe('parentId', { error: errors('parentId'), help: help('parentId') })}
          name="parentId"
          defaultValue={values.parentId}
        >
          <option value="">{words.t('opd.field.parentId.none')}</option>
          {parents.map(one => (
            <option key={one.id} value={one.id}>
              {one.shortName}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="districtCode"
        label={words.t('opd.field.districtCode')}
        hint={words.t('pengguna.field.optional')}
        error={errors('districtCode')}
      >
        <Select
          {...describe('districtCode', { error: errors('districtCode') })}
          name="districtCode"
          defaultValue={values.districtCode}
        >
          <option value="">{words.t('opd.field.districtCode.none')}</option>
          {districts.map(one => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        id="aliases"
        label={words.t('opd.field.aliases')}
        hint={words.t('pengguna.field.optional')}
        help={help('aliases')}
        error={aliasError}
        className="sm:col-span-2"
      >
        <Textarea
          {...describe('aliases', { error: aliasError, help: help('aliases') })}
          name="aliases"
          rows={3}
          maxLength={4_000}
          defaultValue={values.aliases}
        />
      </Field>
      <TextField
        name="position"
        label={words.t('opd.field.position')}
        help={words.t('opd.field.position.help')}
        inputMode="numeric"
        maxLength={4}
        defaultValue={values.position}
      />
    </div>
  )
}
