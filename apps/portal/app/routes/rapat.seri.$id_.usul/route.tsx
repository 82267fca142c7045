import { errorKind } from '@mufakat/kernel'
import { proposalForm, proposalInput, proposeTopic } from '@mufakat/services'
import { Button, buttonClass, Card, describe, Field, Select } from '@mufakat/ui'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { LongTextField } from '~/admin/long-text-field'
import { TextField } from '~/admin/text-field'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { NikConfirm } from '~/frame/nik-confirm'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { minutesOf } from '~/rapat/schedule-form.server'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rowIdOf } from '~/request/guard.server'

export const handle = stillPage('usulan.new.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const form = await proposalForm(context.services, actor, rowIdOf(params.id, context))
  return {
    ...form,
    ownOpd: form.opd.some(one => one.id === actor?.opdId) ? (actor?.opdId ?? '') : (form.opd[0]?.id ?? ''),
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const seriesId = rowIdOf(params.id, context)
  // Asked before the form is judged, so that nobody learns its rules without the right.
  await proposalForm(context.services, actor, seriesId)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const values = {
    title: text('title'),
    reason: text('reason'),
    minutes: text('minutes'),
    opdId: text('opdId'),
  }
  const refuse = (errors: FormErrors) =>
    data({ errors, values }, { status: errorKind(errors.form ?? 'invalid-input').status })
  const parsed = proposalInput.safeParse({
    ...values,
    seriesId,
    minutes: minutesOf(values.minutes),
    nikConfirmed: form.get('nik') === 'ya',
  })
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
  try {
    await proposeTopic(context.services, actor, parsed.data)
    return redirect(`/rapat/seri/${seriesId}?hasil=usul`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

interface FieldsProps {
  values: { title: string; reason: string; minutes: string; opdId: string }
  opd: readonly { id: string; shortName: string; name: string }[]
}

function Fields({ values, opd }: FieldsProps) {
  const words = useAllWords()
  const error = useFieldErrors()
  return (
    <>
      <TextField
        name="title"
        label={words.t('usulan.field.title')}
        required
        maxLength={400}
        defaultValue={values.title}
      />
      <LongTextField
        name="reason"
        label={words.t('usulan.field.reason')}
        rows={4}
        maxLength={1_000}
        defaultValue={values.reason}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="minutes"
          label={words.t('usulan.field.minutes')}
          placeholder="15, 1:30"
          autoComplete="off"
          maxLength={20}
          defaultValue={values.minutes}
        />
        <Field id="opdId" label={words.t('usulan.field.opd')} error={error('opdId')}>
          <Select {...describe('opdId', { error: error('opdId') })} name="opdId" defaultValue={values.opdId}>
            {opd.map(one => (
              <option key={one.id} value={one.id}>
                {one.shortName} – {one.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  )
}

export default function ProposeRoute() {
  const words = useAllWords()
  const { series, opd, ownOpd } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? { title: '', reason: '', minutes: '', opdId: ownOpd }
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('usulan.new.title')}
        lead={words.t('usulan.new.lead', { series: series.name })}
        back={{ to: `/rapat/seri/${series.id}`, label: series.name }}
      />
      <Card className="p-4 sm:p-5">
        <Form method="post" className="grid gap-6" noValidate>
          <FieldErrors errors={answer?.errors}>
            <Fields values={values} opd={opd} />
            <NikConfirm />
          </FieldErrors>
          <div className="flex gap-3">
            <Button type="submit">{words.t('usulan.submit')}</Button>
            <Link to={`/rapat/seri/${series.id}`} className={buttonClass('quiet')}>
              {words.t('action.cancel')}
            </Link>
          </div>
        </Form>
      </Card>
    </div>
  )
}
