import { errorKind } from '@mufakat/kernel'
import { editSeries, editSeriesInput, getSeries } from '@mufakat/services'
import { Button, buttonClass, Card, Choice, Notice } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { TriangleAlert } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'
import { SeriesFields } from '~/seri/series-fields'
import {
  carriedFault,
  collapsed,
  requireSeriesEditor,
  seriesMembers,
  seriesOf,
  storedSeries,
  typedSeries,
} from '~/seri/series-form.server'

export const handle = stillPage('seri.edit')

/** What stands there already, and can no more be chosen, is among the choices until it is taken out. */
const withChosen = <One extends { id: string }>(choices: readonly One[], chosen: readonly One[]): One[] => [
  ...chosen.filter(one => !choices.some(({ id }) => id === one.id)),
  ...choices,
]

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = requireSeriesEditor(context)
  const series = await getSeries(context.services, actor, rowIdOf(params.id, context))
  const { opd, people, jabatan } = await seriesMembers(context)
  const officers = [series.chair, series.notulis].filter(one => one !== null)
  const named = (kind: 'jabatan' | 'person') => officers.filter(one => one.kind === kind)
  const persons = named('person').map(({ id, name }) => ({ id, name, jabatan: null, opd: null }))
  return {
    id: series.id,
    name: series.name,
    revision: series.revision,
    values: storedSeries(series),
    opd: withChosen<(typeof series.opd)[number]>(opd, series.opd),
    people: withChosen<(typeof persons)[number] | (typeof people)[number]>(people, [
      ...series.guests.map(({ id, name }) => ({ id, name, jabatan: null, opd: null })),
      ...persons,
    ]),
    jabatan: withChosen(
      jabatan,
      named('jabatan').map(({ id, name }) => ({ id, name, opd: '' })),
    ),
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireSeriesEditor(context)
  const seriesId = rowIdOf(params.id, context)
  const form = await request.formData()
  const values = typedSeries(form)
  const revision = Number(form.get('revision'))
  const refuse = (errors: FormErrors) =>
    data(
      { errors: collapsed(errors), values, revision },
      { status: errorKind(errors.form ?? 'invalid-input').status },
    )
  const fault = carriedFault(values)
  if (fault !== null) return refuse(fault)
  const parsed = editSeriesInput.safeParse({ ...seriesOf(values, form), seriesId, revision })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await editSeries(context.services, actor, parsed.data)
    return redirect(`/rapat/seri/${seriesId}?hasil=simpan`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function EditSeriesRoute() {
  const words = useAllWords()
  const { id, name, revision, values, ...members } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isConflict = answer?.errors.form === 'conflict'
  const shown = answer?.values ?? values
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('seri.edit.title', { name })}
        back={{ to: `/rapat/seri/${id}`, label: name }}
      />
      {isConflict && (
        <Notice tone="warn" icon={TriangleAlert} role="alert" className="mb-4">
          {words.t('seri.conflict')}
        </Notice>
      )}
      <Form method="post" className="grid gap-6" noValidate>
        {/* Who has been told of the other change may decide. */}
        <input type="hidden" name="revision" value={answer && !isConflict ? answer.revision : revision} />
        <FieldErrors errors={isConflict ? null : answer?.errors}>
          <SeriesFields {...members} values={shown} />
          <NikConfirm />
        </FieldErrors>
        <Card className="p-2">
          <Choice
            name="active"
            value="1"
            defaultChecked={shown.active}
            label={words.t('seri.field.active')}
            note={words.t('seri.field.active.note')}
          />
        </Card>
        <div className="flex gap-3">
          <Button type="submit">{words.t('action.save')}</Button>
          <Link to={`/rapat/seri/${id}`} className={buttonClass('quiet')}>
            {words.t('action.cancel')}
          </Link>
        </div>
      </Form>
    </div>
  )
}
