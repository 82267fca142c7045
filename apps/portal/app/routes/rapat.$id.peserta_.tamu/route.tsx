import { may } from '@mufakat/domain'
import { AppError, errorKind } from '@mufakat/kernel'
import {
  getRapat,
  guestLinks,
  inviteGuest,
  inviteGuestInput,
  renewGuestLink,
  renewGuestLinkInput,
  revokeGuestLink,
} from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stillPage } from '~/frame/title'
import { type AppLoadContext, actorOf } from '~/request/context.server'
import { formErrors, guarded, issueErrors, rapatIdOf } from '~/request/guard.server'
import { guestInput, type TypedGuest, typedGuest } from './form.server'
import { GuestLinksPage } from './page'

export const handle = stillPage('tamu.title')

export const loader = guarded(async ({ params, context }: LoaderFunctionArgs) => ({
  list: await guestLinks(context.services, actorOf(context), rapatIdOf(params, context)),
  baseUrl: context.system.baseUrl,
}))

const invalid = (issues: Parameters<typeof issueErrors>[0]) =>
  new AppError('invalid-input', 'guest', { fields: { ...issueErrors(issues).fields } })

/** Makes a link for a new guest, or for one who had one. */
async function linkFor(context: AppLoadContext, rapatId: string, typed: TypedGuest, isNew: boolean) {
  const actor = actorOf(context)
  const input = guestInput(rapatId, typed)
  if (isNew) {
    const parsed = inviteGuestInput.safeParse(input)
    if (!parsed.success) throw invalid(parsed.error.issues)
    return inviteGuest(context.services, actor, parsed.data)
  }
  const parsed = renewGuestLinkInput.safeParse(input)
  if (!parsed.success) throw invalid(parsed.error.issues)
  return renewGuestLink(context.services, actor, parsed.data)
}

/** `maksud`: what is to be done. What makes a link answers it, this once. */
export const action = guarded(async ({ request, params, context }: ActionFunctionArgs) => {
  const { services } = context
  const actor = actorOf(context)
  const rapatId = rapatIdOf(params, context)
  const { subject } = await getRapat(services, actor, rapatId)
  const form = await request.formData()
  const maksud = form.get('maksud')
  const typed = typedGuest(form)
  if (!may(actor, maksud === 'cabut' ? 'tamu.revoke' : 'tamu.invite', subject))
    throw new AppError('forbidden')
  if (maksud === 'cabut') {
    await revokeGuestLink(services, actor, { rapatId, personId: typed.personId })
    return redirect(`/rapat/${rapatId}/peserta/tamu?hasil=cabut`)
  }
  if (maksud !== 'undang' && maksud !== 'ulang') throw new AppError('invalid-input')
  try {
    const link = await linkFor(context, rapatId, typed, maksud === 'undang')
    const { links } = await guestLinks(services, actor, rapatId)
    const name = links.find(one => one.personId === typed.personId)?.name ?? typed.name
    return data({ link, typed: { ...typed, name }, errors: null })
  } catch (error) {
    const errors = formErrors(error)
    return data({ link: null, typed, errors }, { status: errorKind(errors.form ?? 'invalid-input').status })
  }
})

export default function GuestLinksRoute() {
  return (
    <GuestLinksPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />
  )
}
