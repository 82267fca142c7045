import { ACCUMULATIONS, DIRECTIONS, FREQUENCIES, LEVELS, ROLL_UPS } from '@mufakat/domain'
import type { OpdRef } from '@mufakat/services'
import { Choice } from '@mufakat/ui'
import type { ReactNode } from 'react'
import { LongTextField } from '~/admin/long-text-field'
import { TextField } from '~/admin/text-field'
import { useAllWords } from '~/frame/words'
import { ChoiceField } from './choice-field'

/** An indicator as it is typed; numbers as people write them. */
export interface TypedIndicator {
  readonly programmeId: string
  readonly name: string
  readonly concept: string
  readonly classification: string
  readonly measure: string
  readonly unit: string
  readonly decimals: string
  readonly direction: string
  readonly level: string
  readonly rollUp: string
  readonly accumulation: string
  readonly frequency: string
  readonly factor: string
  readonly source: string
  readonly ownerOpdId: string
  readonly baseline: string
  readonly baselineDate: string
  readonly lowest: string
  readonly highest: string
  readonly isPublic: boolean
}

export interface IndicatorChoices {
  readonly opd: readonly OpdRef[]
  readonly programmes: readonly { readonly id: string; readonly name: string }[]
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 [fieldset~&]:border-t [fieldset~&]:border-line [fieldset~&]:pt-5">
      <legend className="float-left mb-1 w-full text-base font-bold">{title}</legend>
      {children}
    </fieldset>
  )
}

function Text({
  name,
  rows,
  max,
  values,
}: {
  name: 'concept' | 'classification' | 'measure'
  rows: number
  max: number
  values: TypedIndicator
}) {
  const words = useAllWords()
  return (
    <LongTextField
      name={name}
      label={words.t(`target.field.${name}`)}
      hint={words.t('target.field.optional')}
      help={words.t(`target.field.${name}.help`)}
      rows={rows}
      maxLength={max}
      defaultValue={values[name]}
    />
  )
}

function Amount({
  name,
  values,
}: {
  name: 'factor' | 'baseline' | 'lowest' | 'highest'
  values: TypedIndicator
}) {
  const words = useAllWords()
  return (
    <TextField
      name={name}
      label={words.t(`target.field.${name}`)}
      hint={words.t('target.field.optional')}
      help={words.lookup(`target.field.${name}.help`, '')}
      inputMode="decimal"
      maxLength={30}
      autoComplete="off"
      defaultValue={values[name]}
    />
  )
}

function What({ values, programmes, opd }: IndicatorChoices & { values: TypedIndicator }) {
  const words = useAllWords()
  return (
    <Group title={words.t('target.group.what')}>
      <TextField
        name="name"
        label={words.t('target.field.name')}
        required
        maxLength={300}
        defaultValue={values.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceField
          name="programmeId"
          label={words.t('target.field.programmeId')}
          value={values.programmeId}
          none={words.t('target.field.choose')}
          options={programmes.map(one => [one.id, one.name])}
        />
        <ChoiceField
          name="ownerOpdId"
          label={words.t('target.field.owner')}
          help={words.t('target.field.owner.help')}
          value={values.ownerOpdId}
          none={words.t('target.field.choose')}
          options={opd.map(one => [one.id, one.shortName])}
        />
      </div>
      <TextField
        name="source"
        label={words.t('target.field.source')}
        help={words.t('target.field.source.help')}
        required
        maxLength={300}
        defaultValue={values.source}
      />
    </Group>
  )
}

function How({ values }: { values: TypedIndicator }) {
  const words = useAllWords()
  return (
    <Group title={words.t('target.group.how')}>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="unit"
          label={words.t('target.field.unit')}
          help={words.t('target.field.unit.help')}
          required
          maxLength={50}
          defaultValue={values.unit}
        />
        <ChoiceField
          name="decimals"
          label={words.t('target.field.decimals')}
          value={values.decimals}
          options={['0', '1', '2', '3', '4'].map(n => [n, n])}
        />
        <ChoiceField
          name="direction"
          label={words.t('target.field.direction')}
          value={values.direction}
          options={DIRECTIONS.map(code => [code, words.t(`sasaran.direction.${code}`)])}
        />
        <ChoiceField
          name="frequency"
          label={words.t('target.field.frequency')}
          value={values.frequency}
          options={FREQUENCIES.map(code => [code, words.t(`sasaran.frequency.${code}`)])}
        />
        <ChoiceField
          name="level"
          label={words.t('target.field.level')}
          value={values.level}
          options={LEVELS.map(code => [code, words.t(`sasaran.level.${code}`)])}
        />
        <ChoiceField
          name="rollUp"
          label={words.t('target.field.rollUp')}
          value={values.rollUp}
          options={ROLL_UPS.map(code => [code, words.t(`sasaran.roll-up.${code}`)])}
        />
        <ChoiceField
          name="accumulation"
          label={words.t('target.field.accumulation')}
          value={values.accumulation}
          options={ACCUMULATIONS.map(code => [code, words.t(`sasaran.accumulation.${code}`)])}
        />
        <Amount name="factor" values={values} />
      </div>
    </Group>
  )
}

/** What an indicator is, as Satu Data wants it said; its definition stands apart, for it has versions. */
export function IndicatorFields({
  values,
  children,
  ...choices
}: IndicatorChoices & { values: TypedIndicator; children?: ReactNode }) {
  const words = useAllWords()
  return (
    <>
      <What values={values} {...choices} />
      {children}
      <How values={values} />
      <Group title={words.t('target.group.bounds')}>
        <div className="grid gap-5 sm:grid-cols-2">
          <Amount name="baseline" values={values} />
          <TextField
            name="baselineDate"
            type="date"
            label={words.t('target.field.baselineDate')}
            hint={words.t('target.field.optional')}
            defaultValue={values.baselineDate}
          />
          <Amount name="lowest" values={values} />
          <Amount name="highest" values={values} />
        </div>
      </Group>
      <Group title={words.t('target.group.metadata')}>
        <Text name="concept" rows={3} max={2_000} values={values} />
        <Text name="classification" rows={2} max={500} values={values} />
        <Text name="measure" rows={2} max={500} values={values} />
        <Choice
          name="isPublic"
          value="ya"
          defaultChecked={values.isPublic}
          label={words.t('target.field.isPublic')}
          note={words.t('target.field.isPublic.help')}
          className="-mx-3"
        />
      </Group>
    </>
  )
}
