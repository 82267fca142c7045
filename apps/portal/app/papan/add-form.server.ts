import type { FormErrors } from '~/request/guard.server'

/** What was typed into the form at the head of a column. */
export const typedCard = (form: FormData) => ({
  title: String(form.get('title') ?? ''),
  ownerOpdId: String(form.get('ownerOpdId') ?? ''),
  status: String(form.get('status') ?? ''),
})

export interface AddAnswer {
  readonly errors: FormErrors | null
  readonly typed: ReturnType<typeof typedCard>
}

/** A new card stands at the head of the board, and so of its column. */
export const addedCard = (form: FormData) => ({
  ...typedCard(form),
  commandId: String(form.get('commandId') ?? ''),
  due: null,
  priority: null,
  strategy: null,
  place: { end: 'first' },
  nikConfirmed: form.get('nik') === 'ya',
})
