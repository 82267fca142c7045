/**
 * The closed sets of programmes, indicators and their values (SPEC.md, "Targets").
 * Source: the working terms of the regency and of Satu Data (Perpres 39/2019).
 */

/** Which way is better: down, up, neither (told for its context), or down to none of a counted stock (countdown). */
export const DIRECTIONS = ['turun', 'naik', 'konteks', 'hitung_mundur'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Where values are recorded: for the whole kabupaten, for each kecamatan, or for each desa and kelurahan. */
export const LEVELS = ['kabupaten', 'kecamatan', 'desa'] as const
export type Level = (typeof LEVELS)[number]

/** How values of desa become one of their kecamatan and of the kabupaten: added, from numerators and denominators, or not. */
export const ROLL_UPS = ['jumlah', 'rasio', 'tidak'] as const
export type RollUp = (typeof ROLL_UPS)[number]

/** How triwulan become a semester and a year: what came about in each is put together, or the last one holds. */
export const ACCUMULATIONS = ['kumulatif', 'terakhir'] as const
export type Accumulation = (typeof ACCUMULATIONS)[number]

/** How often a value is due: each triwulan, in the second and fourth, or in the fourth alone. */
export const FREQUENCIES = ['triwulan', 'semester', 'tahun'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** Whether the source may still change a value. */
export const FINALITIES = ['sementara', 'final'] as const
export type Finality = (typeof FINALITIES)[number]

/** Of an OPD's report of a triwulan; `diterima` is locked. */
export const REPORT_STATES = ['draf', 'dikirim', 'dikembalikan', 'diterima'] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** What is said of an indicator in a word. */
export const ACHIEVEMENTS = ['tercapai', 'mendekati', 'belum_tercapai', 'belum_ada_data'] as const
export type AchievementState = (typeof ACHIEVEMENTS)[number]

/** Bands of capaian, the best first; their lower bounds are a setting (domain, DEFAULT_BANDS). */
export const BANDS = ['sangat_baik', 'baik', 'cukup', 'kurang', 'sangat_kurang'] as const
export type Band = (typeof BANDS)[number]

/** Code of the whole kabupaten among the Kemendagri codes of kecamatan ("17.06.01") and desa ("17.06.01.2001"). */
export const WHOLE_REGENCY = ''
