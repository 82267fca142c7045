/** What is done to the organisation, as the audit knows it. */
export const ORGANISATION_ACTIONS = [
  'opd.add',
  'opd.edit',
  'opd.deactivate',
  'opd.reactivate',
  'opd.merge',
  'jabatan.add',
  'jabatan.edit',
  'pokja.add',
  'pokja.edit',
  'operator.add',
  'operator.end',
  'organisation.import',
  'organisation.export',
] as const
