import { addIndicator, addIndicatorInput } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { answerTyped } from '~/target/answer-typed.server'
import { DefinitionFields, firstDefinition } from '~/target/definition-fields'
import { requireTargetEditor } from '~/target/editor.server'
import { IndicatorFields, type TypedIndicator } from '~/target/indicator-fields'
import {
  definitionOf,
  indicatorChoices,
  indicatorOf,
  typedDefinition,
  typedIndicator,
} from '~/target/indicator-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.indicator.new')

const EMPTY: TypedIndicator = {
  programmeId: '',
  name: '',
  concept: '',
  classification: '',
  measure: '',
  unit: '',
  decimals: '2',
  direction: 'turun',
  level: 'kabupaten',
  rollUp: 'tidak',
  accumulation: 'terakhir',
  frequency: 'triwulan',
  factor: '',
  source: '',
  ownerOpdId: '',
  baseline: '',
  baselineDate: '',
  lowest: '0',
  highest: '',
  isPublic: false,
}

/** In the programme that it was opened from, and of its OPD. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  requireTargetEditor(context)
  const choices = await indicatorChoices(context)
  const asked = new URL(request.url).searchParams.get('program') ?? ''
  const programmeId = choices.programmes.some(one => one.id === asked) ? asked : ''
  const { current } = triwulanOfRequest(request, context)
  return { choices, values: { ...EMPTY, programmeId, ...firstDefinition(current) } }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const form = await request.formData()
  const [typed, definition] = [typedIndicator(form), typedDefinition(form)]
  const values = { ...typed, ...definition }
  const parsed = addIndicatorInput.safeParse({ ...indicatorOf(typed, form), ...definitionOf(definition) })
  return answerTyped({ form, values }, parsed, async input => {
    const id = await addIndicator(context.services, actor, input)
    return `/target/${id}?hasil=indikator`
  })
})

export default function NewIndicatorRoute() {
  const words = useAllWords()
  const { choices, values: empty } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? empty
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('target.indicator.new')}
        lead={words.t('target.indicator.lead')}
        back={{ to: '/target', label: words.t('target.title') }}
      />
      <TypedForm back="/target" answer={answer}>
        <IndicatorFields values={values} {...choices}>
          <DefinitionFields values={values} />
        </IndicatorFields>
      </TypedForm>
    </div>
  )
}
