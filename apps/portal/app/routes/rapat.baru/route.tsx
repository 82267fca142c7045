import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { createRapat, createRapatInput, listOpd, listPeople, rapatTemplate } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PageHandle } from '~/frame/title'
import { opdOfPokja, pokjaOffer } from '~/rapat/pokja-form.server'
import { agendaOf, minutesOf, scheduleOf, typedSchedule } from '~/rapat/schedule-form.server'
import { seriesOffer } from '~/rapat/series-offer.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { NewRapatPage } from './page'

export const handle: PageHandle = { title: words => words.t('rapat.form.new.title') }

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  if (actor && !may(actor, 'rapat.create')) throw new AppError('forbidden')
  const { chosen, current } = triwulanOfRequest(request, context)
  const [template, opd, people, series, offer] = await Promise.all([
    rapatTemplate(context.services, actor, chosen),
    listOpd(context.services, actor),
    listPeople(context.services, actor),
    seriesOffer(request, context),
    pokjaOffer(request, context),
  ])
  return {
    ...offer,
    opd: opd.filter(one => one.active),
    people,
    series,
    around: current,
    values: {
      title: template.title,
      triwulan: triwulanCode(chosen),
      date: '',
      startTime: template.startTime,
      plannedMinutes: String(template.plannedMinutes),
      place: template.place,
      chairId: '',
      notulisId: '',
      seriesId: new URL(request.url).searchParams.get('seri') ?? '',
    },
    agenda: template.agenda.map(item => ({
      title: item.title,
      minutes: String(item.minutes),
      presenter: item.presenter,
    })),
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData()
  const agenda = agendaOf(form)
  const opd = form.getAll('opd').map(String)
  const refuse = (errors: FormErrors) =>
    data({ errors, values: typedSchedule(form), agenda, opd }, { status: 400 })
  const parsed = createRapatInput.safeParse({
    ...scheduleOf(form),
    nikConfirmed: form.get('nik') === 'ya',
    invitedOpdIds: opd,
    agenda: agenda.map(row => ({ ...row, minutes: minutesOf(row.minutes) })),
  })
  try {
    const actor = actorOf(context)
    // Asked before the form is judged, so that nobody learns the form's rules without the right.
    if (!may(actor, 'rapat.create')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
    const ofPokja = await opdOfPokja(form, context)
    if (ofPokja) return data({ errors: null, values: typedSchedule(form), agenda, opd: ofPokja })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    return redirect(`/rapat/${await createRapat(context.services, actor, parsed.data)}`)
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') throw error
    return refuse(formErrors(error))
  }
})

export default function NewRapatRoute() {
  return <NewRapatPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
