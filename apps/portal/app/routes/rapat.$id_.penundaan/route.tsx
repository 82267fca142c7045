import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import { agendaNotes, getRapat, postponeItem, postponeItemInput, resumeItem } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { type FormErrors, formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { PostponedItemsPage } from './page'

export const handle = stillPage('tunda.acara.title')

/** Asked before anything is shown or judged: the organisers, also when it no longer changes. */
async function organised(params: { id?: string }, context: AppLoadContext) {
  const rapat = await getRapat(context.services, actorOf(context), rapatIdOf(params, context))
  if (!may(actorOf(context), 'series.edit')) throw new AppError('forbidden')
  return rapat
}

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => {
  const { id, title, series, agenda } = await organised(params, context)
  const { postponed, mayPostpone } = await agendaNotes(context.services, actorOf(context), id)
  const isOfSeries = series !== null
  return { rapat: { id, title }, isOfSeries, mayPostpone: isOfSeries && mayPostpone, agenda, postponed }
})

/** `maksud` says what: leave an item to the next rapat, or take that back. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const actor = actorOf(context)
  const { id: rapatId } = await organised(params, context)
  const form = await request.formData()
  const itemId = String(form.get('acara') ?? '')
  const reason = String(form.get('reason') ?? '')
  const refuse = (errors: FormErrors) =>
    data({ itemId, reason, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  try {
    if (form.get('maksud') === 'lanjut') {
      await resumeItem(context.services, actor, { rapatId, itemId })
      return redirect(`/rapat/${rapatId}/penundaan?hasil=lanjut-acara`)
    }
    const parsed = postponeItemInput.safeParse({
      rapatId,
      itemId,
      reason,
      nikConfirmed: form.get('nik') === 'ya',
    })
    if (!parsed.success) return refuse(issueErrors(parsed.error.issues))
    await postponeItem(context.services, actor, parsed.data)
    return redirect(`/rapat/${rapatId}/penundaan?hasil=tunda-acara`)
  } catch (error) {
    return refuse(formErrors(error))
  }
})

export default function PostponedItemsRoute() {
  return <PostponedItemsPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
