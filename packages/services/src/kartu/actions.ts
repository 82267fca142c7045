/** What is done to cards, as the audit knows it. */
export const CARD_ACTIONS = ['kartu.add', 'kartu.status', 'kartu.prove', 'kartu.judge'] as const
