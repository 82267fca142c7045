import { useActionData, useLoaderData } from '@remix-run/react'
import { PasswordByLink } from '~/account/password-by-link'
import { passwordLinkAction, passwordLinkLoader } from '~/account/password-link.server'
import { MoreWords } from '~/frame/more-words'
import { titledBy } from '~/frame/title'

export const handle = titledBy('atur-sandi.title')

export const loader = passwordLinkLoader('reset')
export const action = passwordLinkAction('reset')

export default function ResetRoute() {
  const { link, texts } = useLoaderData<typeof loader>()
  const errors = useActionData<typeof action>()?.errors
  return (
    <MoreWords texts={texts}>
      <PasswordByLink kind="atur-sandi" link={link} errors={errors} />
    </MoreWords>
  )
}
