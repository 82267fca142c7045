import { may } from '@mufakat/domain'
import { includedRegions, listRegions, operatorCounts, regencyOf } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { regionAction } from '~/admin/region-form.server'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { WilayahPage } from './page'

export const handle = stillPage('admin.wilayah')

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const operators = await operatorCounts(services, actor)
  const mayEdit = may(actor, 'wilayah.edit')
  return {
    districts: await listRegions(services, actor),
    operators: Object.fromEntries(operators),
    mayEdit,
    hasIncluded: mayEdit && (await includedRegions(services, actor)) !== null,
    hasRegency: (await regencyOf(services)).code !== '',
    saved: new URL(request.url).searchParams.has('tersimpan'),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const answer = await regionAction(context, await request.formData())
  if (answer === null) return redirect('/admin/wilayah?tersimpan')
  return data(answer, { status: answer.errors ? 400 : 200 })
})

export default function WilayahRoute() {
  return <WilayahPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
