import { getIndicator, putTargets, putTargetsInput } from '@mufakat/services'
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { type FormErrors, guarded, rowIdOf } from '~/request/guard.server'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { answerTyped } from '~/target/answer-typed.server'
import { requireTargetEditor } from '~/target/editor.server'
import { indicatorPath, regionOfRequest, useRegionName } from '~/target/region'
import { TargetGrid } from '~/target/target-grid'
import {
  changedTargets,
  storedTargets,
  targetErrors,
  targetYears,
  typedTargets,
} from '~/target/targets-form.server'
import { TypedForm } from '~/target/typed-form'

export const handle = stillPage('target.targets.edit')

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const { chosen } = triwulanOfRequest(request, context)
  const one = await getIndicator(context.services, actor, {
    id: rowIdOf(params.id, context),
    regionCode: regionOfRequest(request),
  })
  const { id, name, unit, region, targets } = one
  return { id, name, unit, region, years: targetYears(targets, chosen.year), stored: storedTargets(targets) }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireTargetEditor(context)
  const indicatorId = rowIdOf(params.id, context)
  const regionCode = regionOfRequest(request)
  const form = await request.formData()
  const values = { to: typedTargets(form), from: typedTargets(form, 'lama.') }
  const targets = changedTargets(values)
  const done = indicatorPath(indicatorId, regionCode, { hasil: 'target' }, 'target')
  if (targets.length === 0) return redirect(done)
  const parsed = putTargetsInput.safeParse({ indicatorId, regionCode, targets })
  const named = (errors: FormErrors) => targetErrors(errors, targets)
  return answerTyped({ form, values, named }, parsed, async input => {
    await putTargets(context.services, actor, input)
    return done
  })
})

export default function TargetsRoute() {
  const words = useAllWords()
  const { id, name, unit, region, years, stored } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const regionName = useRegionName()
  const back = indicatorPath(id, region.code)
  // Who has been told of the other change may decide.
  const from = answer && answer.errors.form !== 'conflict' ? answer.values.from : stored
  return (
    <div className="max-w-4xl">
      <PageHead
        title={words.t('target.targets.edit')}
        lead={words.t('target.targets.lead', { unit, region: regionName(region) })}
        back={{ to: back, label: name }}
      />
      <TypedForm back={back} answer={answer}>
        <TargetGrid years={years} values={answer?.values.to ?? stored} stored={from} unit={unit} />
      </TypedForm>
    </div>
  )
}
