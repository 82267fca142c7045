import { AppError } from '@mufakat/kernel'
import { readQueue, retryFailed, retryInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { formErrors, guarded } from '~/request/guard.server'
import { AntreanPage } from './page'

export const handle = stillPage('antrean.title')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const retried = new URL(request.url).searchParams.get('dicoba')
  return {
    ...(await readQueue(context.services, actorOf(context))),
    retried: retried !== null && /^\d{1,4}$/.test(retried) ? Number(retried) : null,
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const parsed = retryInput.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) throw new AppError('invalid-input')
  try {
    const revived = await retryFailed(context.services, actorOf(context), parsed.data)
    return redirect(`/admin/antrean?dicoba=${revived}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return data({ errors: formErrors(error) }, { status: 409 })
  }
})

export default function AntreanRoute() {
  return (
    <AntreanPage
      {...useLoaderData<typeof loader>()}
      error={useActionData<typeof action>()?.errors.form ?? null}
    />
  )
}
