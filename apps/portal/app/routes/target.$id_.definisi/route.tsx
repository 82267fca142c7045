import { addDefinition, addDefinitionInput, getIndicator } from '@mufakat/services'
import { Choice } from '@mufakat/ui'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded, rowIdOf } from '~/request/guard.server'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { answerTyped } from '~/target/answer-typed.server'
import { DefinitionFields } from '~/target/definition-fields'
import { requireTargetEditor } from '~/target/editor.server'
import { definitionOf, typedDefinition } from '~/target/indicator-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.definition.add')

/** Starts from the words that hold. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const { current } = triwulanOfRequest(request, context)
  const one = await getIndicator(context.services, actor, { id: rowIdOf(params.id, context) })
  const [newest] = one.definitions
  return {
    id: one.id,
    name: one.name,
    after: newest?.version ?? 0,
    stored: {
      definition: newest?.definition ?? '',
      year: String(current.year),
      quarter: String(current.quarter),
      breaks: false,
    },
  }
})

/** `revision`: the newest version that the form began from. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const indicatorId = rowIdOf(params.id, context)
  const form = await request.formData()
  const typed = typedDefinition(form)
  const values = { ...typed, breaks: form.has('breaks') }
  const parsed = addDefinitionInput.safeParse({
    indicatorId,
    ...definitionOf(typed),
    breaks: values.breaks,
    after: Number(form.get('revision')),
    nikConfirmed: form.get('nik') === 'ya',
  })
  return answerTyped({ form, values }, parsed, async input => {
    await addDefinition(context.services, actor, input)
    return `/target/${indicatorId}?hasil=definisi#definisi`
  })
})

export default function AddDefinitionRoute() {
  const words = useAllWords()
  const { id, name, after, stored } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? stored
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('target.definition.add')}
        lead={words.t('target.definition.lead')}
        back={{ to: `/target/${id}`, label: name }}
      />
      <TypedForm back={`/target/${id}`} answer={answer} revision={after}>
        <DefinitionFields values={values} />
        <Choice
          name="breaks"
          value="ya"
          defaultChecked={values.breaks}
          label={words.t('target.field.breaks')}
          note={words.t('target.field.breaks.help')}
          className="-mx-3"
        />
      </TypedForm>
    </div>
  )
}
