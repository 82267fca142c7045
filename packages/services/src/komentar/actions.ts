/** What is done beside a notula, as the audit and the Riwayat of its rapat know it. */
export const REMARK_ACTIONS = [
  'komentar.add',
  'komentar.reply',
  'komentar.close',
  'komentar.reopen',
  'usulan.add',
  'usulan.take',
  'usulan.decline',
  'usulan.withdraw',
] as const
