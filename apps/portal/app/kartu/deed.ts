import type { FormErrors } from '~/request/guard.server'

/** What a form of a card is answered: which one it was, and what was typed into it when it was refused. */
export interface DeedAnswer {
  readonly errors: FormErrors | null
  /** The form, and the row it is about; empty: none in particular. */
  readonly maksud: string
  readonly about: string
  readonly typed: Readonly<Record<string, string>>
}

/** What a form is told: by its own question, or by the page that it left without script. */
export function answerTo(
  own: DeedAnswer | undefined,
  ofPage: DeedAnswer | undefined,
  form: { maksud: string; about?: string },
): DeedAnswer | undefined {
  if (own !== undefined) return own
  return ofPage?.maksud === form.maksud && ofPage.about === (form.about ?? '') ? ofPage : undefined
}

/** The answer, where it was done; what `CommandId` wants. */
export const doneOf = (answer: DeedAnswer | undefined): DeedAnswer | null =>
  answer?.errors === null ? answer : null
