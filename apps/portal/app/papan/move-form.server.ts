import type { FormErrors } from '~/request/guard.server'

/** Said by the form that moves a card without script. */
export const MOVES = 'pindah'

export interface MoveAnswer {
  readonly moved: { readonly cardId: string; readonly errors: FormErrors }
}

/** To a column, and in it to an end of the board; left out: where it stands. */
export function movedCard(form: FormData) {
  const [cardId, place] = [String(form.get('cardId') ?? ''), form.get('place')]
  return {
    commandId: String(form.get('commandId') ?? ''),
    cardId,
    status: String(form.get('status') ?? ''),
    place: place === 'first' || place === 'last' ? { end: place } : { after: cardId },
  }
}
