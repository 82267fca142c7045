/** The steps of a guided start after its first admin, by what stands in their addresses. */
export const SETUP_STEPS = ['daerah', 'wilayah', 'kop', 'waktu', 'acuan', 'surel'] as const
export type SetupStep = (typeof SETUP_STEPS)[number]
