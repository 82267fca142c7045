/** What is done about people's data, as the audit knows it. */
export const PERSONAL_DATA_ACTIONS = [
  'data.export',
  'erasure.ask',
  'erasure.withdraw',
  'erasure.grant',
  'erasure.refuse',
  'profile.phone',
  'retention.apply',
] as const
