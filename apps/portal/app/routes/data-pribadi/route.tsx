import { isCode, may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import {
  askErasure,
  askErasureInput,
  askExport,
  ownDataView,
  phoneInput,
  privacyNotice,
  setOwnPhone,
  withdrawErasure,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { RefusedForm } from '~/data-pribadi/own-cards'
import { stillPage } from '~/frame/title'
import { actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { DataPribadiPage } from './page'

export const handle = stillPage('pribadi.title')

const FORMS = ['hp', 'salinan', 'hapus', 'tarik'] as const

/** What is kept, for everybody; below it what concerns the person, once they are in. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  if (!may(actor, 'privacy-notice.read')) throw new AppError('forbidden')
  const done = new URL(request.url).searchParams.get('hasil')
  return {
    notice: await privacyNotice(services),
    own: may(actor, 'own-data.use', actor ?? undefined) ? await ownDataView(services, actor) : null,
    isIn: actor !== null,
    done: isCode(FORMS, done) ? done : null,
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  if (!may(actor, 'own-data.use', actor ?? undefined)) throw new AppError('not-signed-in')
  const form = await request.formData()
  const maksud = form.get('maksud')
  if (!isCode(FORMS, maksud)) throw new AppError('invalid-input', 'maksud')
  const typed = String(form.get(maksud === 'hp' ? 'phone' : 'wish') ?? '')
  const refuse = (errors: FormErrors, status: number) =>
    data<RefusedForm>({ maksud, errors, typed }, { status })
  try {
    if (maksud === 'hp') {
      const parsed = phoneInput.safeParse({ phone: typed })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      await setOwnPhone(services, actor, parsed.data)
    } else if (maksud === 'hapus') {
      const parsed = askErasureInput.safeParse({
        wish: typed,
        confirmed: form.get('yakin') === '1',
        nikConfirmed: form.get('nik') === 'ya',
      })
      if (!parsed.success) return refuse(issueErrors(parsed.error.issues), 400)
      await askErasure(services, actor, parsed.data)
    } else if (maksud === 'salinan') await askExport(services, actor)
    else await withdrawErasure(services, actor, String(form.get('id') ?? ''))
    return redirect(`/data-pribadi?hasil=${maksud}`)
  } catch (error) {
    const errors = formErrors(error)
    return refuse(errors, errorKind(errors.form ?? 'invalid-input').status)
  }
})

export default function DataPribadiRoute() {
  return <DataPribadiPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
