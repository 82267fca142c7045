import { AppError } from '@mufakat/kernel'
import { editProgramme, editProgrammeInput, listProgrammes } from '@mufakat/services'
import { Choice } from '@mufakat/ui'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded, rowIdOf } from '~/request/guard.server'
import { answerTyped } from '~/target/answer-typed.server'
import { ownerChoices, requireTargetEditor } from '~/target/editor.server'
import { ProgrammeFields } from '~/target/programme-fields'
import { typedProgramme } from '~/target/programme-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.programme.edit')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const programmeId = rowIdOf(params.id, context)
  const { programmes } = await listProgrammes(context.services, actor, { all: true })
  const programme = programmes.find(one => one.id === programmeId)
  if (programme === undefined) throw new AppError('not-found', 'programme')
  const { id, name, strategy, owner, description, active, revision } = programme
  return {
    id,
    revision,
    stored: { name, strategy, ownerOpdId: owner.id, description, active },
    opd: await ownerChoices(context, owner),
  }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const programmeId = rowIdOf(params.id, context)
  const form = await request.formData()
  const values = { ...typedProgramme(form), active: form.has('active') }
  const parsed = editProgrammeInput.safeParse({
    ...values,
    programmeId,
    revision: Number(form.get('revision')),
    nikConfirmed: form.get('nik') === 'ya',
  })
  return answerTyped({ form, values }, parsed, async input => {
    await editProgramme(context.services, actor, input)
    return `/target?hasil=program#program-${programmeId}`
  })
})

export default function EditProgrammeRoute() {
  const words = useAllWords()
  const { id, revision, stored, opd } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? stored
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('target.programme.edit')}
        back={{ to: '/target', label: words.t('target.title') }}
      />
      <TypedForm back={`/target#program-${id}`} answer={answer} revision={revision}>
        <ProgrammeFields values={values} opd={opd} />
        <Choice
          name="active"
          value="ya"
          defaultChecked={values.active}
          label={words.t('target.field.active')}
          note={words.t('target.field.active.programme')}
          className="-mx-3"
        />
      </TypedForm>
    </div>
  )
}
