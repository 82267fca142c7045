/** What is done to series and proposed topics, as the audit knows it; what is done to their rapat stands with those. */
export const SERIES_ACTIONS = [
  'series.add',
  'series.edit',
  'agenda.propose',
  'agenda.accept',
  'agenda.return',
  'agenda.withdraw',
] as const
