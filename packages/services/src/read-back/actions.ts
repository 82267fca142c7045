/** What is said when decisions are read back, as the audit and the Riwayat of the rapat know it. */
export const READ_BACK_ACTIONS = [
  'bacakan.accept',
  'bacakan.counter',
  'bacakan.take',
  'bacakan.decline',
] as const
