import { AppError, errorKind } from '@mufakat/kernel'
import { findPassage, getRapat, passageInput, redactPassage } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { RedaksiPage } from './page'

export const handle = STILL

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const rapat = await getRapat(context.services, actorOf(context), rapatIdOf(params, context))
  if (!rapat.allowed.redact) throw new AppError('forbidden')
  return null
})

/** First looks for the passage and shows where it stands; takes it out only when that was seen and agreed to. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const passage = String(form.get('bagian') ?? '')
  const answer = (errors: ReturnType<typeof issueErrors>, status: number) =>
    data({ passage, found: null, errors }, { status })
  const parsed = passageInput.safeParse({ rapatId, passage })
  try {
    if (!parsed.success) {
      const rapat = await getRapat(services, actor, rapatId)
      if (!rapat.allowed.redact) throw new AppError('forbidden')
      return answer(issueErrors(parsed.error.issues), 400)
    }
    const found = await findPassage(services, actor, parsed.data)
    const agreed = form.get('maksud') === 'hapus'
    if (agreed && form.get('yakin') === '1') {
      await redactPassage(services, actor, parsed.data)
      return redirect(`/rapat/${rapatId}/riwayat?hasil=redaksi`)
    }
    const errors = agreed ? issueErrors([{ path: ['yakin'], message: 'field.confirm' }]) : null
    return data({ passage, found, errors }, { status: agreed ? 400 : 200 })
  } catch (error) {
    const errors = formErrors(error)
    return answer(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
})

export default function RedaksiRoute() {
  return <RedaksiPage answer={useActionData<typeof action>()} />
}
