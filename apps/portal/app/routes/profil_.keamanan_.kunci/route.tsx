import { ownFactors, passkeyCreation } from '@mufakat/services'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MoreWords } from '~/frame/more-words'
import type { PageHandle } from '~/frame/title'
import { doorTextsOf } from '~/keamanan/texts.server'
import { sessionForFactors } from '~/request/context.server'
import { guarded } from '~/request/guard.server'
import { AddPasskeyPage } from './page'

export const handle: PageHandle = { title: words => words.t('passkey.add') }

/** Asking an authenticator needs script, which the page of factors does without; that page takes the answer. */
export const loader = guarded(async ({ request, context }: LoaderFunctionArgs) => {
  const session = sessionForFactors(context)
  const { hasPassword, isLate } = await ownFactors(context.services, session)
  return {
    texts: doorTextsOf(request, context),
    // As text: the page only hands it on.
    question: JSON.stringify(await passkeyCreation(context.services, session)),
    isInside: context.session !== null,
    asksPassword: hasPassword && isLate,
  }
})

export default function AddPasskeyRoute() {
  const { texts, ...facts } = useLoaderData<typeof loader>()
  return (
    <MoreWords texts={texts}>
      <AddPasskeyPage {...facts} />
    </MoreWords>
  )
}
