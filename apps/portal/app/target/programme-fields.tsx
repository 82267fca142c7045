import { STRATEGIES } from '@mufakat/domain'
import type { OpdRef } from '@mufakat/services'
import { LongTextField } from '~/admin/long-text-field'
import { TextField } from '~/admin/text-field'
import { useAllWords } from '~/frame/words'
import { ChoiceField } from './choice-field'

/** A programme as it is typed. */
export interface TypedProgramme {
  readonly name: string
  readonly strategy: string
  readonly ownerOpdId: string
  readonly description: string
}

export function ProgrammeFields({ values, opd }: { values: TypedProgramme; opd: readonly OpdRef[] }) {
  const words = useAllWords()
  return (
    <>
      <TextField
        name="name"
        label={words.t('target.field.programme')}
        required
        maxLength={300}
        defaultValue={values.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <ChoiceField
          name="strategy"
          label={words.t('target.field.strategy')}
          value={values.strategy}
          none={words.t('target.field.choose')}
          options={STRATEGIES.map(code => [code, words.t(`strategy.${code}`)])}
        />
        <ChoiceField
          name="ownerOpdId"
          label={words.t('target.field.owner')}
          value={values.ownerOpdId}
          none={words.t('target.field.choose')}
          options={opd.map(one => [one.id, one.shortName])}
        />
      </div>
      <LongTextField
        name="description"
        label={words.t('target.field.description')}
        hint={words.t('target.field.optional')}
        rows={4}
        maxLength={2_000}
        defaultValue={values.description}
      />
    </>
  )
}
