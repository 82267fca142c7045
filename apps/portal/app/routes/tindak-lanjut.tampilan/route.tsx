import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { listOpd, removeSavedFilter, savedFilters, saveFilter, saveFilterInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { keptOf } from './kept.server'
import { SavedViewsPage } from './page'

export const handle = stillPage('tampilan.saved')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const kept = may(actor, 'tampilan.save') ? keptOf(new URL(request.url).searchParams) : null
  const [saved, opd] = await Promise.all([
    savedFilters(context.services, actor),
    kept !== null && may(actor, 'directory.read') ? listOpd(context.services, actor) : [],
  ])
  return {
    saved,
    kept,
    opd: opd.map(({ id, shortName }) => ({ id, shortName })),
    allowed: { opd: actor?.opdId != null, all: may(actor, 'tampilan.share') },
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const form = await request.formData()
  if (!may(actor, 'tampilan.save')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  if (form.get('maksud') === 'hapus') {
    await removeSavedFilter(services, actor, rowIdOf(String(form.get('id') ?? ''), context))
    return redirect('/tindak-lanjut/tampilan')
  }
  const typed = { name: String(form.get('name') ?? ''), shared: String(form.get('shared') ?? '') }
  const refuse = (errors: FormErrors) =>
    data({ errors, ...typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const kept = keptOf(form)
  const parsed = saveFilterInput.safeParse({ ...typed, ...kept, nikConfirmed: form.get('nik') === 'ya' })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    return redirect(`/tindak-lanjut/tampilan/${await saveFilter(services, actor, parsed.data)}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return refuse(formErrors(error))
  }
})

export default function SavedViewsRoute() {
  return <SavedViewsPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
