import { romanQuarter } from './time'
import type { Words } from './words'
import type { capaianId } from './words/capaian.id'

type Capaian =
  | { readonly kind: 'persen'; readonly percent: number }
  | { readonly kind: 'sisa'; readonly gap: number; readonly wayShare: number | null }
  | { readonly kind: 'tanpa'; readonly reason: string }

/** How an indicator stands, as the rules tell it. */
interface TellableStanding {
  readonly at: { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 } | null
  readonly value: number | null
  readonly notAvailable: boolean
  readonly target: number | null
  readonly isTargetOfYear: boolean
  readonly capaian: Capaian
  readonly band: string | null
  readonly achievement: string | null
  readonly trend: string | null
}

/** The same in words; empty: nothing is to be said. */
export interface StandingText {
  readonly value: string
  readonly at: string
  readonly target: string
  readonly capaian: string
  readonly band: string
  readonly achievement: string
  readonly trend: string
}

type Said = keyof typeof capaianId

/** The words of a standing, the same on every page and paper that tells it; numbers without their unit. */
export function standingText(
  words: Words<Said>,
  { decimals }: { readonly decimals: number },
  standing: TellableStanding,
): StandingText {
  const { at, target, capaian, band, trend } = standing
  const number = (value: number): string => words.number(value, decimals)
  const named = (kind: string, code: string | null): string =>
    code === null ? '' : words.lookup(`capaian.${kind}.${code}`, code)
  return {
    value: standing.notAvailable
      ? words.t('capaian.not-available')
      : standing.value === null
        ? ''
        : number(standing.value),
    at: at === null ? '' : words.t('capaian.at', { roman: romanQuarter(at.quarter), year: String(at.year) }),
    target:
      target === null
        ? ''
        : standing.isTargetOfYear
          ? words.t('capaian.of-year', { value: number(target) })
          : number(target),
    capaian: capaianText(words, capaian, number),
    band: named('band', band),
    achievement: named('achievement', standing.achievement ?? 'tidak_dinilai'),
    trend: named('trend', trend),
  }
}

function capaianText(words: Words<Said>, capaian: Capaian, number: (value: number) => string): string {
  switch (capaian.kind) {
    case 'persen':
      return words.percent(capaian.percent / 100)
    case 'sisa': {
      if (capaian.gap <= 0) return words.t('capaian.gap.none')
      const gap = number(capaian.gap)
      return capaian.wayShare === null
        ? words.t('capaian.gap', { gap })
        : words.t('capaian.gap.way', { gap, share: words.percent(capaian.wayShare) })
    }
    case 'tanpa':
      return words.lookup(`capaian.none.${capaian.reason}`, capaian.reason)
  }
}
