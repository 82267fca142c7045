import { addProgramme, addProgrammeInput } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { guarded } from '~/request/guard.server'
import { answerTyped } from '~/target/answer-typed.server'
import { ownerChoices, requireTargetEditor } from '~/target/editor.server'
import { ProgrammeFields } from '~/target/programme-fields'
import { typedProgramme } from '~/target/programme-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.programme.new')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  requireTargetEditor(context)
  return { opd: await ownerChoices(context) }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const form = await request.formData()
  const values = typedProgramme(form)
  const parsed = addProgrammeInput.safeParse({ ...values, nikConfirmed: form.get('nik') === 'ya' })
  return answerTyped({ form, values }, parsed, async input => {
    const id = await addProgramme(context.services, actor, input)
    return `/target?hasil=program#program-${id}`
  })
})

const NOTHING = { name: '', strategy: '', ownerOpdId: '', description: '' }

export default function NewProgrammeRoute() {
  const words = useAllWords()
  const { opd } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('target.programme.new')}
        lead={words.t('target.programme.lead')}
        back={{ to: '/target', label: words.t('target.title') }}
      />
      <TypedForm back="/target" answer={answer}>
        <ProgrammeFields values={answer?.values ?? NOTHING} opd={opd} />
      </TypedForm>
    </div>
  )
}
