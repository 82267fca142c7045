/** What is done to programmes, indicators, their values and the reports of OPD, as the audit knows it. */
export const SASARAN_ACTIONS = [
  'program.add',
  'program.edit',
  'indikator.add',
  'indikator.edit',
  'indikator.define',
  'target.put',
  'capaian.correct',
  'laporan-opd.fill',
  'laporan-opd.remark',
  'laporan-opd.prove',
  'laporan-opd.unprove',
  'laporan-opd.send',
  'laporan-opd.accept',
  'laporan-opd.return',
] as const
