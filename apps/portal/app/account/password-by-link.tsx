import type { LinkView } from '@mufakat/services'
import { Button } from '@mufakat/ui'
import { Form, useNavigation } from '@remix-run/react'
import { FieldErrors } from '~/frame/field-errors'
import { NewPasswordField } from '~/frame/new-password-field'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { ClosedLink } from './closed-link'
import { Door } from './door'

/** Choosing a password by an invitation or a reset link. */
export function PasswordByLink({
  kind,
  link,
  errors,
}: {
  kind: 'undangan' | 'atur-sandi'
  link: LinkView
  errors: FormErrors | undefined
}) {
  const words = useAllWords()
  const busy = useNavigation().state !== 'idle'
  const { person } = link
  if (person === null) return <ClosedLink state={link.state} mayAskAgain={kind === 'atur-sandi'} />
  const login = person.email ?? person.nip ?? ''
  return (
    <Door title={words.t(`${kind}.title`)} lead={words.t(`${kind}.lead`, { name: person.name })}>
      <Form method="post" className="grid gap-5" reloadDocument>
        <p className="text-sm break-words">{words.t('tautan.login', { login })}</p>
        {/* For the browser's keeper of passwords. */}
        <input type="hidden" name="login" autoComplete="username" value={login} readOnly />
        <FieldErrors errors={errors}>
          <NewPasswordField own={person} />
        </FieldErrors>
        <Button type="submit" busy={busy}>
          {words.t('sandi.save')}
        </Button>
      </Form>
    </Door>
  )
}
