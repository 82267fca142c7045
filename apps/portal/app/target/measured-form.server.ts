import type { TypedMeasured } from './measured-fields'

export function typedMeasured(form: FormData): TypedMeasured {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    notAvailable: form.has('notAvailable'),
    finality: text('finality'),
    asOf: text('asOf'),
    source: text('source'),
  }
}
