import { AppError } from '@mufakat/kernel'
import { editPeserta, editPesertaInput, getRapat, listOpd, listPeople, listPeserta } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { guestsOf } from './form.server'
import { PesertaPage } from './page'

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [peserta, rapat] = await Promise.all([
    listPeserta(context.services, actor, rapatId),
    getRapat(context.services, actor, rapatId),
  ])
  const choices = rapat.allowed.editPeserta
    ? {
        opd: (await listOpd(context.services, actor)).filter(one => one.active),
        people: await listPeople(context.services, actor),
      }
    : null
  return { peserta, choices }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const rapat = await getRapat(context.services, actor, rapatId)
  if (!rapat.allowed.editPeserta) throw new AppError('forbidden')
  const parsed = editPesertaInput.safeParse({
    rapatId,
    invitedOpdIds: form.getAll('opd').map(String),
    guests: guestsOf(form),
  })
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues) }, { status: 400 })
  try {
    await editPeserta(context.services, actor, parsed.data)
    return redirect(`/rapat/${rapatId}/peserta`)
  } catch (error) {
    return data({ errors: formErrors(error) }, { status: 400 })
  }
})

export default function PesertaRoute() {
  return <PesertaPage {...useLoaderData<typeof loader>()} errors={useActionData<typeof action>()?.errors} />
}
