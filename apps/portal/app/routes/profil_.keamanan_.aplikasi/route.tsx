import { codeInput, confirmTotp, totpInvitationOf } from '@mufakat/services'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PageHead } from '~/frame/page-head'
import { stillPage } from '~/frame/title'
import { useAllWords } from '~/frame/words'
import { NewCodes } from '~/keamanan/new-codes'
import { qrPath } from '~/keamanan/qr.server'
import { sessionForFactors } from '~/request/context.server'
import { FACTORS_PAGE, formErrors, guarded, issueErrors } from '~/request/guard.server'
import { AppPage } from './page'

export const handle = stillPage('keamanan.app')

export const loader = guarded(async ({ context }: LoaderFunctionArgs) => {
  const invitation = await totpInvitationOf(context.services, sessionForFactors(context))
  return {
    isInside: context.session !== null,
    invitation: invitation && { typed: invitation.typed, qr: qrPath(invitation.uri) },
  }
})

export const action = guarded(async ({ request, context }: ActionFunctionArgs) => {
  const session = sessionForFactors(context)
  const form = await request.formData()
  const parsed = codeInput.safeParse({ code: form.get('code') ?? '' })
  if (!parsed.success) return data({ errors: issueErrors(parsed.error.issues), codes: null }, { status: 400 })
  try {
    const codes = await confirmTotp(context.services, session, parsed.data)
    // Earlier codes go on: there is nothing to show.
    return codes === null ? redirect(`${FACTORS_PAGE}?tersimpan=app-on`) : { errors: null, codes }
  } catch (error) {
    return data({ errors: formErrors(error), codes: null }, { status: 400 })
  }
})

export default function AppRoute() {
  const { invitation, isInside } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const words = useAllWords()
  if (answer?.codes) {
    return (
      <div className={isInside ? '' : 'mx-auto max-w-2xl px-4 py-8'}>
        <PageHead title={words.t('keamanan.app')} />
        <NewCodes codes={answer.codes} />
      </div>
    )
  }
  return <AppPage invitation={invitation} isInside={isInside} errors={answer?.errors ?? null} />
}
