import { errorKind } from '@mufakat/kernel'
import { addSeries, rapatTemplate, seriesInput } from '@mufakat/services'
import { Button, buttonClass } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { SeriesFields, type TypedSeries } from '~/seri/series-fields'
import {
  agendaText,
  carriedFault,
  collapsed,
  requireSeriesEditor,
  seriesMembers,
  seriesOf,
  typedSeries,
} from '~/seri/series-form.server'

export const handle = stillPage('seri.new.title')

/** Starts from what "Buat rapat" starts from. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const actor = requireSeriesEditor(context)
  const { chosen } = triwulanOfRequest(request, context)
  const [members, template] = await Promise.all([
    seriesMembers(context),
    rapatTemplate(context.services, actor, chosen),
  ])
  const values: TypedSeries = {
    name: '',
    cadence: 'triwulan',
    dates: [],
    title: '',
    startTime: template.startTime,
    plannedMinutes: String(template.plannedMinutes),
    place: template.place,
    chair: '',
    notulis: '',
    opdIds: members.opd.map(one => one.id),
    guests: [],
    agenda: agendaText(template.agenda),
    carried: String(template.agenda.findIndex(item => /tindak lanjut rapat/i.test(item.title)) + 1 || ''),
    active: true,
  }
  return { ...members, values }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireSeriesEditor(context)
  const form = await request.formData()
  const values = typedSeries(form)
  const refuse = (errors: FormErrors) =>
    data({ errors: collapsed(errors), values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const fault = carriedFault(values)
  if (fault !== null) return refuse(fault)
  const parsed = seriesInput.safeParse(seriesOf(values, form))
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    const id = await addSeries(context.services, actor, parsed.data)
    return redirect(`/rapat/seri/${id}?hasil=simpan`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function NewSeriesRoute() {
  const words = useAllWords()
  const { values, ...members } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('seri.new.title')}
        lead={words.t('seri.lead')}
        back={{ to: '/rapat/seri', label: words.t('seri.title') }}
      />
      <Form method="post" className="grid gap-6" noValidate>
        <FieldErrors errors={answer?.errors}>
          <SeriesFields {...members} values={answer?.values ?? values} />
          <NikConfirm />
        </FieldErrors>
        <div className="flex gap-3">
          <Button type="submit">{words.t('action.save')}</Button>
          <Link to="/rapat/seri" className={buttonClass('quiet')}>
            {words.t('action.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
