import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import {
  addOfficer,
  addOfficerInput,
  endOfficer,
  endOfficerInput,
  getDistrict,
  listPeople,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { DistrictPage } from './page'

export const handle = stillPage('petugas.open')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  return {
    district: await getDistrict(services, actor, params.code ?? ''),
    people: await listPeople(services, actor),
    saved: new URL(request.url).searchParams.has('tersimpan'),
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  if (!may(actor, 'operator.edit')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  // What is not there is said so before the form is judged.
  await getDistrict(services, actor, params.code ?? '')
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const typed = { personId: text('personId'), from: text('from'), until: text('until') }
  const at = text('petugas') || text('tempat')
  const refuse = (errors: FormErrors) =>
    data({ errors, typed, at }, { status: errorKind(errors.form ?? 'invalid-input').status })
  try {
    if (form.get('maksud') === 'akhiri') {
      const parsed = endOfficerInput.safeParse({ officerId: at, until: typed.until })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
      await endOfficer(services, actor, parsed.data)
    } else {
      const parsed = addOfficerInput.safeParse({ code: at, ...typed })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
      await addOfficer(services, actor, parsed.data)
    }
    return redirect(`/admin/wilayah/kecamatan/${params.code}?tersimpan#tempat-${text('tempat')}`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function DistrictRoute() {
  return <DistrictPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
