import { AppError, errorKind } from '@mufakat/kernel'
import { mergeOpd, mergeOpdInput, mergeView } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { requireOpdEditor } from '~/organisasi/opd-form.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { MergePage } from './page'

export const handle = stillPage('gabung.open')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const view = await mergeView(context.services, actorOf(context), rowIdOf(params.id, context))
  if (view.opd.mergedInto !== null) throw new AppError('not-found', 'merged')
  return view
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireOpdEditor(context)
  const opdId = rowIdOf(params.id, context)
  const form = await request.formData()
  const into = String(form.get('into') ?? '')
  const refuse = (errors: FormErrors) =>
    data({ errors, into }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = mergeOpdInput.safeParse({ opdId, into, revision: Number(form.get('revision')) })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await mergeOpd(context.services, actor, parsed.data)
    return redirect(`/admin/opd/${opdId}?hasil=gabung`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function MergeRoute() {
  return <MergePage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
