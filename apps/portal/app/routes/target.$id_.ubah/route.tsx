import { editIndicator, editIndicatorInput, getIndicator } from '@mufakat/services'
import { Choice } from '@mufakat/ui'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded, rowIdOf } from '~/request/guard.server'
import { writtenAmount } from '~/target/amount'
import { answerTyped } from '~/target/answer-typed.server'
import { requireTargetEditor } from '~/target/editor.server'
import { IndicatorFields } from '~/target/indicator-fields'
import { indicatorChoices, indicatorOf, typedIndicator } from '~/target/indicator-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.indicator.edit')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const one = await getIndicator(context.services, actor, { id: rowIdOf(params.id, context) })
  return {
    id: one.id,
    name: one.name,
    revision: one.revision,
    choices: await indicatorChoices(context, one.owner),
    stored: {
      programmeId: one.programme.id,
      name: one.name,
      concept: one.concept,
      classification: one.classification,
      measure: one.measure,
      unit: one.unit,
      decimals: String(one.decimals),
      direction: one.direction,
      level: one.level,
      rollUp: one.rollUp,
      accumulation: one.accumulation,
      frequency: one.frequency,
      factor: writtenAmount(one.factor),
      source: one.source,
      ownerOpdId: one.owner.id,
      baseline: writtenAmount(one.baseline),
      baselineDate: one.baselineDate ?? '',
      lowest: writtenAmount(one.lowest),
      highest: writtenAmount(one.highest),
      isPublic: one.isPublic,
      active: one.active,
    },
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const indicatorId = rowIdOf(params.id, context)
  const form = await request.formData()
  const typed = typedIndicator(form)
  const values = { ...typed, active: form.has('active') }
  const parsed = editIndicatorInput.safeParse({
    ...indicatorOf(typed, form),
    indicatorId,
    active: values.active,
    revision: Number(form.get('revision')),
  })
  return answerTyped({ form, values }, parsed, async input => {
    await editIndicator(context.services, actor, input)
    return `/target/${indicatorId}?hasil=indikator`
  })
})

export default function EditIndicatorRoute() {
  const words = useAllWords()
  const { id, name, revision, stored, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? stored
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('target.indicator.edit')}
        lead={words.t('target.indicator.edit.lead')}
        back={{ to: `/target/${id}`, label: name }}
      />
      <TypedForm back={`/target/${id}`} answer={answer} revision={revision}>
        <IndicatorFields values={values} {...choices} />
        <Choice
          name="active"
          value="ya"
          defaultChecked={values.active}
          label={words.t('target.field.active')}
          note={words.t('target.field.active.indicator')}
          className="-mx-3"
        />
      </TypedForm>
    </div>
  )
}
