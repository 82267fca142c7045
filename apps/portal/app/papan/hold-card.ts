import { holdCard } from '@mufakat/live'

/** A module of its own: a card is read before this comes. */
export const openCard = (cardId: string) => holdCard({ url: '', cardId })
