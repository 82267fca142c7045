import { may } from '@mufakat/domain'
import { bacakanTexts } from '@mufakat/i18n'
import { errorKind } from '@mufakat/kernel'
import {
  acceptInput,
  acceptTindakLanjut,
  counterInput,
  counterTindakLanjut,
  decideCounterInput,
  decideCounterOffer,
  getRapat,
  listOpd,
  readBack,
  reviewMark,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptanceOf, decisionOf, offerOf } from '~/bacakan/form.server'
import { MoreWords } from '~/frame/more-words'
import { type AppLoadContext, actorOf, localeOfSession } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { localeOf } from '~/request/locale.server'
import { ReadBackPage } from './page'

export const loader = guarded(async ({ request, params, context }: LoaderFunctionArgs) => {
  const { services, session } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const [mark, list, { invitedOpd }] = await Promise.all([
    reviewMark(services, actor, rapatId),
    readBack(services, actor, rapatId),
    getRapat(services, actor, rapatId),
  ])
  // A guest by link has no directory: they know the OPD of their rapat.
  const opd = may(actor, 'directory.read')
    ? (await listOpd(services, actor)).filter(one => one.active)
    : invitedOpd
  return {
    list,
    mark,
    opd: opd.map(({ id, shortName, name }) => ({ id, shortName, name })),
    // Who looks as another person is nobody in the room.
    personId: session === null || session.viewing ? null : session.person.id,
    texts: bacakanTexts(localeOf(request.headers, localeOfSession(context))),
  }
})

async function carryOut(context: AppLoadContext, form: FormData, rapatId: string) {
  const actor = actorOf(context)
  const { services } = context
  const maksud = form.get('maksud')
  if (maksud === 'terima') {
    const parsed = acceptInput.safeParse(acceptanceOf(form, rapatId))
    if (!parsed.success) return issueErrors(parsed.error.issues)
    await acceptTindakLanjut(services, actor, parsed.data)
  } else if (maksud === 'tawar') {
    const parsed = counterInput.safeParse(offerOf(form, rapatId))
    if (!parsed.success) return issueErrors(parsed.error.issues)
    await counterTindakLanjut(services, actor, parsed.data)
  } else {
    const parsed = decideCounterInput.safeParse(decisionOf(form, rapatId))
    if (!parsed.success) return issueErrors(parsed.error.issues)
    await decideCounterOffer(services, actor, parsed.data)
  }
  return null
}

/** `maksud`: accept, counter, or decide about a counter-offer. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const rapatId = rapatIdOf(params, context)
  const form = await request.formData()
  try {
    const errors = await carryOut(context, form, rapatId)
    if (errors !== null) return data({ errors }, { status: 400 })
    // A browser without script comes back to the page; the card's fetcher wants the answer.
    if (request.headers.get('Sec-Fetch-Dest') === 'document')
      return redirect(`/rapat/${rapatId}/bacakan#tl-${String(form.get('baris') ?? '')}`)
    return data({ errors })
  } catch (error) {
    const errors = formErrors(error)
    return data({ errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function ReadBackRoute() {
  const { texts, ...loaded } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <ReadBackPage {...loaded} errors={useActionData<typeof action>()?.errors ?? null} />
    </MoreWords>
  )
}
