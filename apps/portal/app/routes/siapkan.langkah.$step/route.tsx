import { SETUP_STEPS, type SetupStep } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { finishSetup, includedRegions, passSetupStep, setupProgress } from '@mufakat/services'
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { daerahForms } from '~/admin/daerah-forms.server'
import { mailForm, mailFormHeaders, takeMailForm } from '~/admin/mail-form.server'
import { regionAction } from '~/admin/region-form.server'
import { saveLogo, saveSetting } from '~/admin/setting-form.server'
import { stillPage } from '~/frame/title'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { StepPage } from './page'

export const handle = stillPage('siapkan.title')

/** Null for the page after the last step. */
function stepOf(step: string | undefined): SetupStep | null {
  const known = SETUP_STEPS.find(one => one === step)
  if (known === undefined && step !== 'selesai') throw new AppError('not-found')
  return known ?? null
}

const pathOf = (step: SetupStep | undefined): string => `/siapkan/langkah/${step ?? 'selesai'}`

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const actor = actorOf(context)
  const step = stepOf(params.step)
  const { done } = await setupProgress(context.services, actor)
  const hasIncluded = (await includedRegions(context.services, actor)) !== null
  const mail = step === 'surel' ? await mailForm(context, request) : null
  const forms = await daerahForms(context)
  return data({ ...forms, step, done, hasIncluded, mail }, { headers: mail ? mailFormHeaders(mail) : {} })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Does what a step asks for; what is refused, or has to be looked at first, comes back. */
async function take(context: AppLoadContext, step: Exclude<SetupStep, 'surel'>, form: FormData) {
  if (step === 'wilayah') {
    const regions = await regionAction(context, form)
    return regions && { ...NOTHING, regions }
  }
  const key = ({ daerah: 'regency', kop: 'letterhead', waktu: 'calendar', acuan: 'reference' } as const)[step]
  const isLogo = step === 'kop' && form.get('bagian') === 'logo'
  const setting = await (isLogo ? saveLogo(context, form) : saveSetting(context, key, form))
  return setting && { ...NOTHING, setting }
}

const NOTHING = { regions: undefined, setting: undefined, mail: undefined } as const

/** Mail is saved, tried and looked at before the step is left. */
async function takeMail(context: AppLoadContext, form: FormData) {
  const { to, refused } = await takeMailForm(context, form, pathOf('surel'))
  return to === null ? data({ ...NOTHING, mail: refused }, { status: 400 }) : redirect(to)
}

export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const step = stepOf(params.step)
  if (step === null) {
    await finishSetup(services, actor)
    return redirect('/')
  }
  const form = await request.formData()
  if (form.get('maksud') !== 'lewati') {
    if (step === 'surel') return takeMail(context, form)
    const answer = await take(context, step, form)
    if (answer) return data(answer, { status: answer.regions?.review ? 200 : 400 })
    // The picture is a part of its step, not the end of it.
    if (form.get('bagian') === 'logo') return redirect(pathOf(step))
  }
  await passSetupStep(services, actor, step)
  return redirect(pathOf(SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1]))
})

export default function StepRoute() {
  return <StepPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}
