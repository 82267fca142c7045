import type { NotulaContent } from '@mufakat/doc-model'
import { may } from '@mufakat/domain'
import { errorKind } from '@mufakat/kernel'
import {
  addRemark,
  addRemarkInput,
  getRapat,
  listOpd,
  listRemarksOf,
  notulaContent,
  notulaFigures,
  replyRemarkInput,
  replyToRemark,
  settleRemarkBy,
  settleRemarkInput,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { STILL } from '~/frame/title'
import { deedOf, lineToPointAt, newRemarkOf, replyOf } from '~/komentar/form.server'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { RemarksPage } from './page'

export const handle = STILL

/** `baris`: the line that somebody wants to say something about. */
export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [list, { content }, figures, { invitedOpd }] = await Promise.all([
    listRemarksOf(services, actor, rapatId),
    notulaContent(services, actor, rapatId),
    notulaFigures(services, actor, { rapatId }),
    getRapat(services, actor, rapatId),
  ])
  const opd = may(actor, 'directory.read') ? await listOpd(services, actor) : invitedOpd
  const lineId = new URL(request.url).searchParams.get('baris')
  return {
    list,
    content,
    figures,
    opd: opd.map(({ id, shortName }) => ({ id, shortName })),
    place: lineId === null ? null : lineToPointAt(content, lineId),
  }
})

/** Does what a form asks for; answers the id of the remark it was about. */
async function carryOut(context: AppLoadContext, form: FormData, rapatId: string) {
  const actor = actorOf(context)
  const { services } = context
  const maksud = form.get('maksud')
  if (maksud === 'baru') {
    const parsed = addRemarkInput.safeParse(newRemarkOf(form, rapatId))
    if (!parsed.success) return { errors: issueErrors(parsed.error.issues), about: null }
    return { errors: null, about: await addRemark(services, actor, parsed.data) }
  }
  const about = String(form.get('komentar') ?? '')
  if (maksud === 'balas') {
    const parsed = replyRemarkInput.safeParse(replyOf(form, rapatId))
    if (!parsed.success) return { errors: issueErrors(parsed.error.issues), about }
    await replyToRemark(services, actor, parsed.data)
    return { errors: null, about }
  }
  const parsed = settleRemarkInput.safeParse(deedOf(form, rapatId))
  if (!parsed.success) return { errors: issueErrors(parsed.error.issues), about }
  await settleRemarkBy(services, actor, parsed.data)
  return { errors: null, about }
}

/** `maksud`: a new remark, an answer, or what becomes of one. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  const typed = {
    kind: form.get('kind') === 'usulan' ? ('usulan' as const) : ('komentar' as const),
    body: String(form.get('body') ?? ''),
    proposal: String(form.get('proposal') ?? ''),
  }
  try {
    const { errors, about } = await carryOut(context, form, rapatId)
    if (errors !== null) return data({ errors, typed }, { status: 400 })
    // A browser without script comes back to the page; the panel beside the text wants the answer.
    if (request.headers.get('Sec-Fetch-Dest') === 'document')
      return redirect(`/rapat/${rapatId}/komentar?hasil=simpan#komentar-${about}`)
    return data({ errors, typed })
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors, typed }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function RemarksRoute() {
  const loaded = useLoaderData<typeof loader>()
  return (
    <RemarksPage
      {...loaded}
      content={loaded.content as NotulaContent}
      answer={useActionData<typeof action>()}
    />
  )
}
