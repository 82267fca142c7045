import { may } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { correctValue, correctValueInput, getIndicator } from '@mufakat/services'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BY_TRIWULAN, stillPage } from '~/frame/title'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { guarded, rowIdOf } from '~/request/guard.server'
import { triwulanCode } from '~/request/triwulan'
import { triwulanOfRequest } from '~/request/triwulan.server'
import { answerTyped } from '~/target/answer-typed.server'
import { typedMeasured } from '~/target/measured-form.server'
import { indicatorPath, regionOfRequest } from '~/target/region'
import { CorrectionPage } from './page'

export const handle = { ...BY_TRIWULAN, ...stillPage('target.correct') }

function requireCorrector(context: AppLoadContext) {
  const actor = actorOf(context)
  if (!may(actor, 'capaian.correct')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  return actor
}

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = requireCorrector(context)
  const { chosen } = triwulanOfRequest(request, context)
  const indicator = await getIndicator(context.services, actor, {
    id: rowIdOf(params.id, context),
    at: chosen,
    regionCode: regionOfRequest(request),
  })
  const { id, name, unit, decimals, factor, source, region, series } = indicator
  const standing =
    series.find(one => one.year === chosen.year && one.quarter === chosen.quarter && one.valueId !== null) ??
    null
  return { id, name, unit, decimals, factor, source, region, at: chosen, standing }
})

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = requireCorrector(context)
  const indicatorId = rowIdOf(params.id, context)
  const { chosen } = triwulanOfRequest(request, context)
  const regionCode = regionOfRequest(request)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const values = { ...typedMeasured(form), reason: text('reason'), replaces: text('replaces') }
  const parsed = correctValueInput.safeParse({
    ...values,
    ...{ indicatorId, regionCode, year: chosen.year, quarter: chosen.quarter },
    nikConfirmed: form.get('nik') === 'ya',
  })
  return answerTyped({ form, values }, parsed, async input => {
    await correctValue(context.services, actor, input)
    const at = { tw: triwulanCode(chosen), hasil: 'koreksi' }
    return indicatorPath(indicatorId, regionCode, at, 'riwayat')
  })
})

export default function CorrectionRoute() {
  return <CorrectionPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
