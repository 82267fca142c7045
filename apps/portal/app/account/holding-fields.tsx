import { HOLDING_KINDS } from '@mufakat/domain'
import type { OpdRef } from '@mufakat/services'
import { Choice, describe, Field, Input, Select } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

/** Which jabatan: one that the OPD has, or a new one by its name. */
export function JabatanFields({
  opd,
  jabatan,
  values,
}: {
  opd: readonly OpdRef[]
  jabatan: readonly { name: string }[]
  values: { opdId: string; jabatan: string; isHead: boolean }
}) {
  const words = useAllWords()
  const error = useFieldErrors()
  const help = words.t('pengguna.jabatan.field.name.help')
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field id="opdId" label={words.t('pengguna.jabatan.field.opd')} error={error('opdId')}>
        <Select {...describe('opdId', { error: error('opdId') })} name="opdId" defaultValue={values.opdId}>
          <option value="">{words.t('pengguna.jabatan.field.opd.choose')}</option>
          {opd.map(one => (
            <option key={one.id} value={one.id}>
              {one.shortName}
            </option>
          ))}
        </Select>
      </Field>
      <Field id="jabatan" label={words.t('pengguna.jabatan.field.name')} help={help} error={error('jabatan')}>
        <Input
          {...describe('jabatan', { error: error('jabatan'), help })}
          name="jabatan"
          list="jabatan-dikenal"
          maxLength={200}
          autoComplete="off"
          defaultValue={values.jabatan}
        />
        <datalist id="jabatan-dikenal">
          {[...new Set(jabatan.map(one => one.name))].map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </Field>
      <Choice
        name="isHead"
        value="1"
        defaultChecked={values.isHead}
        label={words.t('pengguna.jabatan.field.head')}
        className="-mx-3 sm:col-span-2"
      />
    </div>
  )
}

/** How it is held, and from when to when. */
export function HoldingFields({
  values,
  help,
}: {
  values: { kind: string; from: string; until: string }
  help?: { from: string; until: string }
}) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <div className="grid gap-5 sm:grid-cols-3">
      <Field id="kind" label={words.t('pengguna.jabatan.field.kind')} error={error('kind')}>
        <Select {...describe('kind', { error: error('kind') })} name="kind" defaultValue={values.kind}>
          {HOLDING_KINDS.map(kind => (
            <option key={kind} value={kind}>
              {words.t(kind === 'definitif' ? 'holding.definitif' : `holding.${kind}.long`)}
            </option>
          ))}
        </Select>
      </Field>
      {(['from', 'until'] as const).map(name => (
        <Field
          key={name}
          id={name}
          label={words.t(`pengguna.jabatan.field.${name}`)}
          hint={name === 'until' ? words.t('pengguna.field.optional') : undefined}
          help={help?.[name]}
          error={error(name)}
        >
          <Input
            {...describe(name, { error: error(name), help: help?.[name] })}
            type="date"
            name={name}
            defaultValue={values[name]}
          />
        </Field>
      ))}
    </div>
  )
}
