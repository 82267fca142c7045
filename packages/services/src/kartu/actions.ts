/** What is done to cards, as the audit knows it. */
export const CARD_ACTIONS = [
  'kartu.add',
  'kartu.status',
  'kartu.prove',
  'kartu.judge',
  'kartu.edit',
  'kartu.postpone',
  'kartu.hand-over',
  'kartu.steps',
  'kartu.support',
  'kartu.remove',
  'kartu.restore',
  'kartu.repeat',
  'kartu.copy',
  'kartu.withdraw',
  'kartu.comment',
  'kartu.comment-edit',
  'kartu.comment-remove',
  'kartu.comment-settle',
  'kartu.comment-reopen',
  'kartu.follow',
  'kartu.contribute',
] as const

/** What is done to views of the board and to what they stand on. */
export const CARD_VIEW_ACTIONS = [
  'kartu.paste',
  'kartu.export',
  'tampilan.save',
  'tampilan.remove',
  'libur.edit',
] as const
