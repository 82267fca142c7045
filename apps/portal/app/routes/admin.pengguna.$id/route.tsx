import { canBeViewed, may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { getAccount, listJabatan, listOpd } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { STILL } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded, rowIdOf } from '~/request/guard.server'
import { actOnPerson, typedHolding } from './act.server'
import { PersonPage } from './page'

export const handle: PageHandle<{ account: { name: string } }> & typeof STILL = {
  ...STILL,
  title: (_words, { account }) => account.name,
}

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { services, system } = context
  const actor = actorOf(context)
  const account = await getAccount(services, actor, rowIdOf(params.id, context))
  const [opd, jabatan] = await Promise.all([listOpd(services, actor), listJabatan(services, actor)])
  const mayView = may(actor, 'account.view-as') && actor !== null && canBeViewed(account, actor.personId)
  return { account, mayView, opd: opd.filter(one => one.active), jabatan, baseUrl: system.baseUrl }
})

/** `maksud` says what is to be done with the person. What makes a link answers it, this once; the rest goes on. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const personId = rowIdOf(params.id, context)
  if (!may(actor, 'account.manage')) throw new AppError('forbidden')
  const form = await request.formData()
  try {
    const { done, link, to } = await actOnPerson(context, personId, form)
    if (link) return data({ link, errors: null, typed: null })
    return redirect(to ?? `/admin/pengguna/${personId}?hasil=${done}`)
  } catch (error) {
    const errors = formErrors(error)
    const typed = form.get('maksud') === 'jabatan' ? typedHolding(form) : null
    return data({ link: null, errors, typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function PersonRoute() {
  return <PersonPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
