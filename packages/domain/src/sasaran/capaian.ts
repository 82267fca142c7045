import { type AchievementState, BANDS, type Band, type Direction } from './codes'
import { withoutNoise } from './measured'

/** How far an indicator has come against its target. */
export type Capaian =
  | { readonly kind: 'persen'; readonly percent: number }
  /**
   * Against a target of 0. `gap`: what is left, 0 or less when it is reached. `wayShare`: the share of the way from the
   * baseline that lies behind; below 0 when it is further off than at the start, null without a baseline.
   */
  | { readonly kind: 'sisa'; readonly gap: number; readonly wayShare: number | null }
  | { readonly kind: 'tanpa'; readonly reason: NoCapaian }

/** Why there is none: a context that has no better, no target, no value yet, or one that is not available. */
export type NoCapaian = 'konteks' | 'tanpa_target' | 'belum_ada_data' | 'tidak_tersedia'

/** Lower bounds of the bands, in percent. */
export type BandBounds = Readonly<Record<Band, number>>

/** 91–100 Sangat Baik, 76–90 Baik, 66–75 Cukup, 51–65 Kurang, ≤ 50 Sangat Kurang (domain.md §4; Permendagri 86/2017). */
export const DEFAULT_BANDS: BandBounds = {
  sangat_baik: 91,
  baik: 76,
  cukup: 66,
  kurang: 51,
  sangat_kurang: Number.NEGATIVE_INFINITY,
}

/** How much is left until the target is reached, in the indicator's unit; 0 or less: it is [SA3]. */
export const gapOf = (direction: Direction, target: number, realisasi: number): number =>
  withoutNoise(direction === 'naik' ? target - realisasi : realisasi - target)

/**
 * Capaian of a realisasi against its target [SA1–SA4].
 *
 * Higher is better: realisasi / target × 100. Lower is better, and a countdown: (1 + (1 − realisasi / target)) × 100.
 * Neither is cut off: twice the target is 200, and of three times the least that was hoped for −100 is left.
 * A target of 0 divides by zero (and one below it turns the scale about): what is left is told instead, and which share
 * of the way from the baseline lies behind, (baseline − realisasi) / (baseline − target).
 * Source: domain.md §4, after the evaluation forms of the regencies (Permendagri 86/2017, LKjIP).
 */
export function capaianOf(
  direction: Direction,
  target: number | null,
  realisasi: number | null,
  baseline: number | null,
  notAvailable = false,
): Capaian {
  const none = (reason: NoCapaian): Capaian => ({ kind: 'tanpa', reason })
  if (direction === 'konteks') return none('konteks')
  if (notAvailable) return none('tidak_tersedia')
  if (realisasi === null) return none('belum_ada_data')
  if (target === null) return none('tanpa_target')
  if (target > 0) {
    const share = realisasi / target
    return { kind: 'persen', percent: withoutNoise((direction === 'naik' ? share : 2 - share) * 100) }
  }
  const way = baseline === null ? 0 : baseline - target
  return {
    kind: 'sisa',
    gap: gapOf(direction, target, realisasi),
    wayShare: baseline === null || way === 0 ? null : withoutNoise((baseline - realisasi) / way),
  }
}

/**
 * The band that a percentage lies in [SA5]: the best whose lower bound it reaches. It is not rounded before: 90.9 is Baik.
 * Source: domain.md §4; the bounds are a setting.
 */
export const bandOf = (percent: number, bounds: BandBounds): Band =>
  BANDS.find(band => percent >= bounds[band]) ?? 'sangat_kurang'

/** The band of a capaian: of its percentage, or of the share of the way to a target of 0 in percent; null where there is none. */
export function bandOfCapaian(capaian: Capaian, bounds: BandBounds): Band | null {
  const percent = percentOf(capaian)
  return percent === null ? null : bandOf(percent, bounds)
}

/** A target of 0 that is reached is all of the way, whatever the baseline was. */
function percentOf(capaian: Capaian): number | null {
  if (capaian.kind === 'tanpa') return null
  if (capaian.kind === 'persen') return capaian.percent
  if (capaian.gap <= 0) return 100
  return capaian.wayShare === null ? null : capaian.wayShare * 100
}

/**
 * What is said of an indicator in a word [SA10]: `tercapai` from 100 % on, or when nothing is left; `mendekati` from the
 * lower bound of Baik on; null where nothing is judged, because it is told for its context or has no target.
 */
export function achievementOf(capaian: Capaian, bounds: BandBounds): AchievementState | null {
  if (capaian.kind === 'tanpa')
    return capaian.reason === 'belum_ada_data' || capaian.reason === 'tidak_tersedia'
      ? 'belum_ada_data'
      : null
  const isReached = capaian.kind === 'persen' ? capaian.percent >= 100 : capaian.gap <= 0
  if (isReached) return 'tercapai'
  return (percentOf(capaian) ?? Number.NEGATIVE_INFINITY) >= bounds.baik ? 'mendekati' : 'belum_tercapai'
}
