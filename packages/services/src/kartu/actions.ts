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
  'kartu.follow',
] as const
