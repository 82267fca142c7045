import { AppError, errorKind } from '@mufakat/kernel'
import { editInvitation, editInvitationInput, listPeople, readInvitation } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { letterInput, typedLetter } from './form.server'
import { LetterFormPage } from './page'

export const handle = stillPage('undangan.edit.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const { letter, allowed } = await readInvitation(context.services, actor, rapatIdOf(params, context))
  if (!allowed.edit) throw new AppError('forbidden')
  return { letter, people: await listPeople(context.services, actor) }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const { allowed } = await readInvitation(context.services, actor, rapatId)
  if (!allowed.edit) throw new AppError('forbidden')
  const typed = typedLetter(await request.formData())
  const parsed = editInvitationInput.safeParse(letterInput(rapatId, typed))
  if (!parsed.success) return data({ typed, errors: issueErrors(parsed.error.issues) }, { status: 400 })
  try {
    await editInvitation(context.services, actor, parsed.data)
    return redirect(`/rapat/${rapatId}/undangan?hasil=surat`)
  } catch (error) {
    const errors = formErrors(error)
    return data({ typed, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function LetterFormRoute() {
  return (
    <LetterFormPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
  )
}
