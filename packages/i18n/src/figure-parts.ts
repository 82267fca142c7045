import type { notulaId } from './words/notula.id'

type FigureKey = Extract<keyof typeof notulaId, `angka.${string}`>

/** What a figure is told with: the words of a page or of a paper. */
export interface FigureWords {
  t(key: FigureKey, params?: Readonly<Record<string, string | number>>): string
  number(value: number, digits?: number): string
  triwulan(value: { year: number; quarter: 1 | 2 | 3 | 4 }): string
}

/** What an indicator stands at. */
export interface TellableFigure {
  readonly unit: string
  readonly decimals: number
  readonly number: number | null
  readonly notAvailable: boolean
  readonly at: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 } | null
  readonly finality: string | null
  readonly of: number
  readonly given: number
}

/** A figure in words: the number first, then of when it is, and what is still open about it. */
export function figureParts(words: FigureWords, figure: TellableFigure): readonly [string, ...string[]] {
  const { unit, decimals, number, notAvailable, at, finality, of, given } = figure
  if (number === null) {
    if (!notAvailable || at === null) return [words.t('angka.none')]
    return [words.t('angka.na'), words.triwulan(at)]
  }
  const written = words.number(number, decimals)
  const value = unit === '%' ? `${written}%` : words.t('angka.value', { number: written, unit }).trim()
  return [
    value,
    ...(at === null ? [] : [words.triwulan(at)]),
    ...(given < of ? [words.t('angka.part', { given, of })] : []),
    ...(finality === 'sementara' ? [words.t('angka.sementara')] : []),
  ]
}
