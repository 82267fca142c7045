import { AppError } from '@mufakat/kernel'
import { getRapat, listPeople, updateRapat, updateRapatInput } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { scheduleOf, typedSchedule } from '~/rapat/schedule-form.server'
import { seriesOffer } from '~/rapat/series-offer.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { EditRapatPage } from './page'

export const handle: PageHandle = { title: words => words.t('rapat.form.edit.title') }

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const rapat = await getRapat(context.services, actor, rapatIdOf(params, context))
  if (!rapat.allowed.edit) throw new AppError('forbidden')
  return {
    rapat: { id: rapat.id, title: rapat.title, revision: rapat.revision },
    around: rapat.triwulan,
    people: await listPeople(context.services, actor),
    series: await seriesOffer(request, context, rapat.series),
    values: {
      title: rapat.title,
      triwulan: triwulanCode(rapat.triwulan),
      date: rapat.date ?? '',
      startTime: rapat.startTime ?? '',
      plannedMinutes: rapat.plannedMinutes === null ? '' : String(rapat.plannedMinutes),
      place: rapat.place,
      chairId: rapat.chair?.id ?? '',
      notulisId: rapat.notulis?.id ?? '',
      seriesId: rapat.series?.id ?? '',
    },
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const refuse = (errors: FormErrors, status: number) =>
    data({ errors, values: typedSchedule(form) }, { status })
  const rapat = await getRapat(context.services, actor, rapatId)
  if (!rapat.allowed.edit) throw new AppError('forbidden')
  const parsed = updateRapatInput.safeParse({
    ...scheduleOf(form),
    nikConfirmed: form.get('nik') === 'ya',
    rapatId,
    revision: Number(form.get('revision') ?? Number.NaN),
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
  try {
    await updateRapat(context.services, actor, parsed.data)
    return redirect(`/rapat/${rapatId}`)
  } catch (error) {
    const errors = formErrors(error)
    return refuse(errors, errors.form === 'conflict' ? 409 : 400)
  }
})

export default function EditRapatRoute() {
  return <EditRapatPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
