import { useActionData, useLoaderData } from '@remix-run/react'
import { PasswordByLink } from '~/account/password-by-link'
import { passwordLinkAction, passwordLinkLoader } from '~/account/password-link.server'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'

export const handle = titledBy('undangan.title')

export const loader = passwordLinkLoader('invitation')
export const action = passwordLinkAction('invitation')

export default function InvitationRoute() {
  const { link, texts } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <MoreWords texts={texts}>
      <PasswordByLink kind="undangan" link={link} errors={errors} />
    </MoreWords>
  )
}
