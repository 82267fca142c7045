import type { PageWords } from '@mufakat/i18n'

export interface Unit {
  readonly unit: string
  /** Digits behind the comma. */
  readonly decimals: number
}

/** A number of an indicator without its unit. */
export const numberText = (words: Pick<PageWords, 'number'>, value: number, { decimals }: Unit): string =>
  words.number(value, decimals)

/** With its unit; a percent sign stands close by. */
export function amountText(words: Pick<PageWords, 'number'>, value: number, unit: Unit): string {
  const number = numberText(words, value, unit)
  return unit.unit.startsWith('%') ? number + unit.unit : `${number} ${unit.unit}`
}

/** As it is typed here, without groups, so that it is read back as it stands. */
export const writtenAmount = (value: number | null): string =>
  value === null ? '' : String(value).replace('.', ',')
