import { AppError, defined } from '@mufakat/kernel'
import {
  assignJabatan,
  assignJabatanInput,
  endHolding,
  endHoldingInput,
  invite,
  type LinkForHand,
  liftLimits,
  makeResetLink,
  revokeInvitation,
  revokeSession,
  revokeSessions,
  setAccountActive,
  startViewing,
  viewAsInput,
} from '@mufakat/services'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { issueErrors } from '~/request/guard.server'

/** What was done, as the page says it afterwards; or the link that was made. */
interface Outcome {
  readonly done?: string
  /** Where it goes on, other than at the page of the person. */
  readonly to?: string
  readonly link?: LinkForHand
}

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

/** A jabatan as it is typed. */
export const typedHolding = (form: FormData) => ({
  opdId: text(form, 'opdId'),
  jabatan: text(form, 'jabatan'),
  isHead: form.get('isHead') === '1',
  kind: text(form, 'kind'),
  from: text(form, 'from'),
  until: text(form, 'until'),
})
export type TypedHolding = ReturnType<typeof typedHolding>

interface Schema<T> {
  safeParse(
    input: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: Parameters<typeof issueErrors>[0] } }
}

function parsed<T>(schema: Schema<T>, input: unknown): T {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const { fields } = issueErrors(result.error.issues)
  throw new AppError('invalid-input', 'person', { fields: { ...fields } })
}

/** One act of an admin on a person, by the form's `maksud`. */
export async function actOnPerson(
  context: AppLoadContext,
  personId: string,
  form: FormData,
): Promise<Outcome> {
  const { services } = context
  const actor = actorOf(context)
  switch (form.get('maksud')) {
    case 'undang':
      return {
        link: await invite(context.services, actor, { personId, byMail: form.get('surel') === '1' }),
      }
    case 'atur-ulang':
      return { link: await makeResetLink(services, actor, personId) }
    case 'cabut':
      await revokeInvitation(services, actor, personId)
      return { done: 'cabut' }
    case 'nonaktif':
      await setAccountActive(services, actor, { personId, active: false })
      return { done: 'nonaktif' }
    case 'aktif':
      await setAccountActive(services, actor, { personId, active: true })
      return { done: 'aktif' }
    case 'buka':
      await liftLimits(services, actor, personId)
      return { done: 'buka' }
    case 'akhiri-sesi':
      await revokeSession(services, actor, { personId, sessionId: text(form, 'sesi') })
      return { done: 'sesi' }
    case 'akhiri-semua':
      await revokeSessions(services, actor, { personId, except: null })
      return { done: 'sesi' }
    case 'lihat-sebagai': {
      const { sessionId } = defined(context.session, 'the session of an actor')
      const input = parsed(viewAsInput, { personId, reason: form.get('reason') })
      await startViewing(services, actor, { ...input, sessionId })
      return { to: '/' }
    }
    case 'jabatan':
      await assignJabatan(services, actor, parsed(assignJabatanInput, { ...typedHolding(form), personId }))
      return { done: 'jabatan' }
    case 'akhiri-jabatan': {
      const input = { holdingId: form.get('pegangan'), until: form.get('until') }
      await endHolding(services, actor, parsed(endHoldingInput, input))
      return { done: 'jabatan' }
    }
    default:
      throw new AppError('invalid-input', 'maksud')
  }
}
