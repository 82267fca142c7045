import { AppError, errorKind } from '@mufakat/kernel'
import { editAccount, editAccountInput, getAccount } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { typedAccount } from '~/account/account-fields'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { EditPersonPage } from './page'

export const handle = stillPage('pengguna.edit')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const account = await getAccount(context.services, actorOf(context), rowIdOf(params.id, context))
  const { id, name, email, nip, golongan, phone, role, revision } = account
  const texts = { email: email ?? '', nip: nip ?? '', golongan: golongan ?? '', phone: phone ?? '' }
  return { id, revision, stored: { name, ...texts, role } }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const personId = rowIdOf(params.id, context)
  // Asked before the form is judged.
  await getAccount(context.services, actor, personId)
  const form = await request.formData()
  const values = typedAccount(form)
  const revision = Number(form.get('revision'))
  const refuse = (errors: FormErrors) =>
    data({ errors, values, revision }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = editAccountInput.safeParse({ ...values, personId, revision })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await editAccount(context.services, actor, parsed.data)
    return redirect(`/admin/pengguna/${personId}?hasil=ubah`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return refuse(formErrors(error))
  }
})

export default function EditPersonRoute() {
  return <EditPersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
