import { isCode, RSVPS } from '@mufakat/domain'
import { answerRsvp, answerRsvpInput } from '@mufakat/services'
import type { AppLoadContext } from '~/request/context.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, issueErrors } from '~/request/guard.server'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** An answer as it was typed. */
export const typedRsvp = (form: FormData) => {
  const answer = form.get('answer')
  return {
    key: text(form, 'key'),
    answer: isCode(RSVPS, answer) ? answer : ('' as const),
    deputyId: text(form, 'deputyId'),
    deputyName: text(form, 'deputyName'),
    deputyJabatan: text(form, 'deputyJabatan'),
    reason: text(form, 'reason'),
  }
}
export type TypedRsvp = ReturnType<typeof typedRsvp>

/** Saves an answer; null when that is done, else what is wrong with it. */
export async function saveRsvp(
  context: AppLoadContext,
  rapatId: string,
  form: FormData,
): Promise<FormErrors | null> {
  const parsed = answerRsvpInput.safeParse({
    rapatId,
    ...typedRsvp(form),
    revision: Number(form.get('revision') ?? Number.NaN),
    nikConfirmed: form.get('nik') === 'ya',
  })
  if (!parsed.success) return issueErrors(parsed.error.issues)
  try {
    await answerRsvp(context.services, actorOf(context), parsed.data)
    return null
  } catch (error) {
    return formErrors(error)
  }
}
