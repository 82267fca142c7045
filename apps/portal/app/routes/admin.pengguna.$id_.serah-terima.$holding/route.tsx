import { addDays, wibDate } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { handOverInput, handOverJabatan, handOverView, listPeople } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { HandOverPage } from './page'

export const handle = stillPage('serah.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const personId = rowIdOf(params.id, context)
  const view = await handOverView(services, actor, rowIdOf(params.holding, context))
  if (view.holder.id !== personId) throw new AppError('not-found')
  const people = await listPeople(services, actor)
  return {
    view,
    people: people.filter(person => person.id !== personId),
    values: {
      personId: '',
      kind: 'definitif',
      from: addDays(wibDate(services.clock.now()), 1),
      until: '',
      rapatIds: view.rapat.map(one => one.id),
    },
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const holdingId = rowIdOf(params.holding, context)
  // Asked before the form is judged.
  await handOverView(services, actor, holdingId)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const values = {
    personId: text('personId'),
    kind: text('kind'),
    from: text('from'),
    until: text('until'),
    rapatIds: form.getAll('rapat').map(String),
  }
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = handOverInput.safeParse({ ...values, holdingId })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await handOverJabatan(services, actor, parsed.data)
    return redirect(`/admin/pengguna/${rowIdOf(params.id, context)}?hasil=serah`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function HandOverRoute() {
  return <HandOverPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
