import { isCode, may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import {
  decideErasure,
  decideErasureInput,
  listErasures,
  readSettingForm,
  retentionView,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type RefusedSetting, saveSetting } from '~/admin/setting-form.server'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { AdminDataPribadiPage } from './page'
import type { RefusedDecision } from './requests'

export const handle = stillPage('admin.pribadi')

interface Answer {
  readonly refused?: RefusedSetting
  readonly decision?: RefusedDecision
}

export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const [requests, privacy, retention, run] = await Promise.all([
    listErasures(services, actor),
    readSettingForm(services, actor, 'privacy'),
    readSettingForm(services, actor, 'retention'),
    retentionView(services, actor),
  ])
  const { searchParams } = new URL(request.url)
  const done = searchParams.get('hasil')
  return {
    ...{ requests, privacy, retention, run, saved: searchParams.get('tersimpan') },
    done: isCode(['kabul', 'tolak'], done) ? done : null,
  }
})

/** `bagian` says what: a setting, or a decision. */
export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  if (!may(actor, 'erasure.decide')) throw new AppError(actor ? 'forbidden' : 'not-signed-in')
  const form = await request.formData()
  const part = form.get('bagian')
  if (isCode(['privacy', 'retention'], part)) {
    const refused = await saveSetting(context, part, form)
    return refused
      ? data<Answer>({ refused }, { status: 400 })
      : redirect(`/admin/data-pribadi?tersimpan=${part}#${part}`)
  }
  if (!isCode(['kabul', 'tolak'], part)) throw new AppError('invalid-input', 'bagian')
  const requestId = String(form.get('id') ?? '')
  const reason = String(form.get('reason') ?? '')
  const refuse = (errors: FormErrors, status: number) =>
    data<Answer>({ decision: { requestId, errors, reason } }, { status })
  const parsed = decideErasureInput.safeParse(
    part === 'kabul'
      ? { decision: 'granted', requestId, confirmed: form.get('yakin') === '1' }
      : { decision: 'refused', requestId, reason },
  )
  if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
  try {
    await decideErasure(context.services, actor, parsed.data)
    return redirect(`/admin/data-pribadi?hasil=${part}`)
  } catch (error) {
    const errors = formErrors(error)
    return refuse(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
})

export default function AdminDataPribadiRoute() {
  const answer = useActionData<typeof action>() as Answer | undefined
  return (
    <AdminDataPribadiPage
      {...useLoaderData<typeof loader>()}
      refused={answer?.refused}
      decision={answer?.decision}
    />
  )
}
