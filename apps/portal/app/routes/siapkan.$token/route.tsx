import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { firstAdminInput, isSetupLink, makeFirstAdmin, signIn } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { enter, visitorOf } from '~/request/enter.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { FirstAdminPage, type TypedAdmin, VoidLinkPage } from './page'

export const handle = stillPage('siapkan.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  // Its first use made somebody: they go on where they left.
  if (actor) throw redirect(may(actor, 'setting.edit') ? '/siapkan' : '/')
  const open = await isSetupLink(context.services, params.token ?? '')
  return data({ open }, { status: open ? 200 : 404 })
})

const typedOf = (form: FormData): TypedAdmin => ({
  name: String(form.get('name') ?? ''),
  email: String(form.get('email') ?? ''),
  nip: String(form.get('nip') ?? ''),
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const token = params.token ?? ''
  // A form on a link that opens nothing is not judged.
  if (!(await isSetupLink(context.services, token))) throw new AppError('not-found')
  const form = await request.formData()
  const typed = typedOf(form)
  const refuse = (errors: FormErrors) => data({ errors, typed }, { status: 400 })
  const parsed = firstAdminInput.safeParse({
    ...typed,
    password: String(form.get('password') ?? ''),
    repeated: String(form.get('repeated') ?? ''),
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await makeFirstAdmin(context.services, { ...parsed.data, token })
    const step = await signIn(context.services, {
      login: parsed.data.email,
      password: parsed.data.password,
      ...visitorOf(request, context),
    })
    return await enter(context, step, '/siapkan')
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function FirstAdminRoute() {
  const { open } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return open ? <FirstAdminPage answer={answer} /> : <VoidLinkPage />
}
