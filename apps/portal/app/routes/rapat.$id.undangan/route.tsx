import { AppError, errorKind } from '@mufakat/kernel'
import { readInvitation, readRsvp, sendInvitation } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, rapatIdOf } from '~/request/guard.server'
import { saveRsvp, typedRsvp } from '~/undangan/rsvp-form.server'
import { UndanganPage } from './page'

export const handle = stillPage('undangan.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services, system } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [view, rsvp] = await Promise.all([
    readInvitation(services, actor, rapatId),
    readRsvp(services, actor, rapatId),
  ])
  return { view, rsvp, baseUrl: system.baseUrl }
})

/** `maksud`: to send the invitation, or to answer it. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const done = (what: string) => redirect(`/rapat/${rapatId}/undangan?hasil=${what}`)
  const typed = typedRsvp(form)
  if (form.get('maksud') === 'kirim') {
    try {
      const n = await sendInvitation(context.services, actorOf(context), { rapatId })
      return done(n === 0 ? 'nihil' : `kirim&n=${n}`)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error
      return data({ typed, errors: formErrors(error) }, { status: 409 })
    }
  }
  if (form.get('maksud') !== 'jawab') throw new AppError('invalid-input')
  const errors = await saveRsvp(context, rapatId, form)
  if (errors === null) return done('jawab')
  return data({ typed, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
})

export default function UndanganRoute() {
  return <UndanganPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
