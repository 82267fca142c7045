import { FINALITIES } from '@mufakat/domain'
import { Choice } from '@mufakat/ui'
import { TextField } from '~/admin/text-field'
import { useAllWords } from '~/frame/words'
import { ChoiceField } from './choice-field'

/** A value as it is typed. */
export interface TypedMeasured {
  readonly value: string
  readonly numerator: string
  readonly denominator: string
  readonly notAvailable: boolean
  readonly finality: string
  readonly asOf: string
  readonly source: string
}

/** One value: the number, or what it is a share of, or that there is none; and of which day and from where. */
export function MeasuredFields({
  values,
  unit,
  isRatio,
}: {
  values: TypedMeasured
  unit: string
  /** Its number follows from a numerator and a denominator. */
  isRatio: boolean
}) {
  const words = useAllWords()
  const amount = { inputMode: 'decimal', maxLength: 30, autoComplete: 'off' } as const
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-3">
        {isRatio && (
          <>
            <TextField
              name="numerator"
              label={words.t('target.field.numerator')}
              {...amount}
              defaultValue={values.numerator}
            />
            <TextField
              name="denominator"
              label={words.t('target.field.denominator')}
              {...amount}
              defaultValue={values.denominator}
            />
          </>
        )}
        <TextField
          name="value"
          label={words.t('target.field.value', { unit })}
          {...(isRatio ? { help: words.t('target.field.value.ratio') } : {})}
          {...amount}
          defaultValue={values.value}
        />
      </div>
      <Choice
        name="notAvailable"
        value="ya"
        defaultChecked={values.notAvailable}
        label={words.t('target.field.notAvailable')}
        note={words.t('target.field.notAvailable.help')}
        className="-mx-3"
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <ChoiceField
          name="finality"
          label={words.t('target.field.finality')}
          value={values.finality}
          options={FINALITIES.map(code => [code, words.t(`sasaran.finality.${code}`)])}
        />
        <TextField
          name="asOf"
          type="date"
          label={words.t('target.field.asOf')}
          help={words.t('target.field.asOf.help')}
          defaultValue={values.asOf}
        />
        <TextField
          name="source"
          label={words.t('target.field.source')}
          help={words.t('target.field.source.empty')}
          maxLength={300}
          defaultValue={values.source}
        />
      </div>
    </>
  )
}
