/** What files of values leave in the audit. */
export const VALUE_FILE_ACTIONS = ['capaian.import', 'capaian.export'] as const
