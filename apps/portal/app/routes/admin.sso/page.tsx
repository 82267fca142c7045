import { ROLES } from '@mufakat/domain'
import { Button, Card, CardHead, Choice, Notice } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'
import { MatchFields, RolesField, TextField } from './fields'
import type { ProviderValues } from './form.server'

interface ProviderPageProps {
  values: ProviderValues
  hasSecret: boolean
  redirectUri: string
  errors: FormErrors | null
  saved: boolean
}

const ADDRESSES = ['issuer', 'authorizationEndpoint', 'tokenEndpoint', 'jwksUri', 'userinfoEndpoint'] as const
const FLAGS = ['createsAccounts', 'isRequired', 'asksSecondFactor'] as const

export function ProviderPage({ values, hasSecret, redirectUri, errors, saved }: ProviderPageProps) {
  const words = useAllWords()
  const { text, on } = values
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t('admin.sso')} lead={words.t('admin.sso.lead')} />
      <form method="post" className="grid gap-6">
        {saved && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t('admin.sso.saved')}
          </Notice>
        )}
        <FieldErrors errors={errors}>
          <Card as="section" aria-labelledby="penyedia">
            <CardHead id="penyedia" title={words.t('admin.sso.provider')} />
            <div className="grid gap-5 p-4 sm:p-5">
              <Choice
                name="isOn"
                value="1"
                defaultChecked={on.includes('isOn')}
                label={words.t('admin.sso.isOn')}
                className="-mx-3"
              />
              <TextField name="name" value={text.name} help={words.t('admin.sso.name.help')} />
              {ADDRESSES.map(name => (
                <TextField
                  key={name}
                  name={name}
                  value={text[name]}
                  optional={name === 'userinfoEndpoint'}
                  isAddress
                />
              ))}
            </div>
          </Card>
          <Card as="section" aria-labelledby="klien">
            <CardHead id="klien" title={words.t('admin.sso.client')} />
            <div className="grid gap-5 p-4 sm:p-5">
              <div className="text-sm">
                <p className="text-ink-2">{words.t('admin.sso.redirect')}</p>
                <p className="mt-1 font-mono font-semibold break-all select-all">{redirectUri}</p>
              </div>
              <TextField name="clientId" value={text.clientId} />
              <TextField
                name="clientSecret"
                value=""
                optional={hasSecret}
                isSecret
                help={words.t(hasSecret ? 'admin.sso.secret.kept' : 'admin.sso.secret.help')}
              />
              <TextField name="scopes" value={text.scopes} />
            </div>
          </Card>
          <Card as="section" aria-labelledby="orang">
            <CardHead id="orang" title={words.t('admin.sso.people')} />
            <div className="grid gap-5 p-4 sm:p-5">
              <MatchFields match={text.match} nipClaim={text.nipClaim} />
              <TextField name="groupClaim" value={text.groupClaim} />
              <RolesField
                value={text.roles}
                help={words.t('admin.sso.roles.help', { roles: ROLES.join(', ') })}
              />
              <div>
                {FLAGS.map(name => (
                  <Choice
                    key={name}
                    name={name}
                    value="1"
                    defaultChecked={on.includes(name)}
                    label={words.t(`admin.sso.${name}`)}
                    note={words.t(`admin.sso.${name}.note`)}
                    className="-mx-3"
                  />
                ))}
              </div>
            </div>
          </Card>
        </FieldErrors>
        <Button type="submit" className="w-fit">
          {words.t('action.save')}
        </Button>
      </form>
    </div>
  )
}
