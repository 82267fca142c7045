import {
  addWalkIn,
  addWalkInInput,
  correctAttendance,
  correctAttendanceInput,
  markAttendance,
  markAttendanceInput,
  settleWalkIn,
  settleWalkInInput,
} from '@mufakat/services'
import { typedSomebody } from '~/hadir/somebody-form.server'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, issueErrors } from '~/request/guard.server'
import { saveRsvp } from '~/undangan/rsvp-form.server'

const text = (form: FormData, name: string): string => String(form.get(name) ?? '')

const CORRECTED = ['presence', 'deputyName', 'deputyJabatan', 'deputyNip', 'arrivedAt', 'leftAt'] as const

/** A correction as it was typed. */
export const typedCorrection = (form: FormData) =>
  Object.fromEntries(CORRECTED.map(name => [name, text(form, name)])) as Record<
    (typeof CORRECTED)[number],
    string
  >
export type TypedCorrection = ReturnType<typeof typedCorrection>

/** What can be done with the list; the names are those of `maksud`. */
export const ACTS = ['tandai', 'ubah', 'jawab', 'tambah', 'konfirmasi', 'tolak'] as const
export type Act = (typeof ACTS)[number]

interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

async function saved<T>(
  schema: Schema<T>,
  typed: object,
  save: (input: T) => Promise<void>,
): Promise<FormErrors | null> {
  const parsed = schema.safeParse(typed)
  if (!parsed.success) return issueErrors(parsed.error.issues)
  try {
    await save(parsed.data)
    return null
  } catch (error) {
    return formErrors(error)
  }
}

/** Does one of them; null when it is done, else what is wrong. */
export function doAct(
  context: AppLoadContext,
  rapatId: string,
  act: Act,
  form: FormData,
): Promise<FormErrors | null> {
  const { services } = context
  const actor = actorOf(context)
  const line = {
    rapatId,
    key: text(form, 'key'),
    revision: Number(form.get('revision') ?? Number.NaN),
    nikConfirmed: form.get('nik') === 'ya',
  }
  switch (act) {
    case 'jawab':
      return saveRsvp(context, rapatId, form)
    case 'tandai':
      return saved(markAttendanceInput, { ...line, presence: text(form, 'presence') }, input =>
        markAttendance(services, actor, input),
      )
    case 'ubah':
      return saved(correctAttendanceInput, { ...line, ...typedCorrection(form) }, input =>
        correctAttendance(services, actor, input),
      )
    case 'tambah':
      return saved(addWalkInInput, { ...line, ...typedSomebody(form) }, input =>
        addWalkIn(services, actor, input),
      )
    default:
      return saved(
        settleWalkInInput,
        { ...line, outcome: act === 'konfirmasi' ? 'confirm' : 'reject' },
        input => settleWalkIn(services, actor, input),
      )
  }
}
