import { type ChangeVerdict, changeCardsInput } from '@mufakat/services'
import type { FormErrors } from '~/request/guard.server'

/** What became of a change. */
export interface ChangeAnswer {
  readonly commandId: string
  readonly verdicts: readonly ChangeVerdict[]
  readonly errors: FormErrors | null
}

function listOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const changeOf = (form: FormData) =>
  changeCardsInput.safeParse({
    commandId: String(form.get('commandId') ?? ''),
    field: String(form.get('field') ?? ''),
    value: String(form.get('value') ?? ''),
    reason: String(form.get('reason') ?? ''),
    cards: listOf(String(form.get('cards') ?? '')),
  })
