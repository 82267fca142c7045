import { describe, FieldError, Input } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { TARGET_QUARTERS, type TypedTargets, targetName } from './target-names'

const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** A box for each triwulan and the year, a row for each year; on a phone a row becomes a card. */
export function TargetGrid({
  years,
  values,
  stored,
  unit,
}: {
  years: readonly number[]
  values: TypedTargets
  /** What stands there now. */
  stored: TypedTargets
  unit: string
}) {
  const words = useAllWords()
  const errorOf = useFieldErrors()
  const head = (quarter: number) =>
    quarter === 0 ? words.t('target.year.whole') : words.t('target.quarter', { roman: ROMAN[quarter] ?? '' })
  return (
    <div className="grid gap-4">
      {years.map(year => (
        <fieldset key={year} className="grid gap-2 rounded-md border border-line p-3 sm:p-4">
          <legend className="px-1 text-sm font-bold">{year}</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
            {TARGET_QUARTERS.map(quarter => {
              const name = targetName(year, quarter)
              const error = errorOf(name)
              return (
                <div key={quarter} className="grid content-start gap-1">
                  <label htmlFor={name} className="text-xs font-semibold text-ink-2">
                    {head(quarter)}
                  </label>
                  <input type="hidden" name={`lama.${name}`} value={stored[name] ?? ''} />
                  <Input
                    {...describe(name, { error })}
                    name={name}
                    inputMode="decimal"
                    maxLength={30}
                    autoComplete="off"
                    placeholder={unit}
                    defaultValue={values[name] ?? ''}
                    className="text-end tabular-nums"
                  />
                  {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
                </div>
              )
            })}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
