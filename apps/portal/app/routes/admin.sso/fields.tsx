import { Choice, describe, Field, Input, Textarea } from '@mufakat/ui'
import { useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'

type Name =
  | 'name'
  | 'issuer'
  | 'authorizationEndpoint'
  | 'tokenEndpoint'
  | 'userinfoEndpoint'
  | 'jwksUri'
  | 'clientId'
  | 'clientSecret'
  | 'scopes'
  | 'groupClaim'
  | 'nipClaim'

interface TextFieldProps {
  name: Name
  value: string
  help?: string
  optional?: boolean
  isAddress?: boolean
  isSecret?: boolean
}

export function TextField({ name, value, help, optional, isAddress, isSecret }: TextFieldProps) {
  const words = useAllWords()
  const error = useFieldErrors()(name)
  return (
    <Field
      id={name}
      label={words.t(`admin.sso.${name}`)}
      hint={optional && !isSecret ? words.t('admin.sso.optional') : undefined}
      help={help}
      error={error}
    >
      <Input
        {...describe(name, { error, help })}
        name={name}
        type={isSecret ? 'password' : 'text'}
        inputMode={isAddress ? 'url' : undefined}
        defaultValue={value}
        maxLength={500}
        autoComplete={isSecret ? 'new-password' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        className={isAddress ? 'font-mono text-sm' : undefined}
      />
    </Field>
  )
}

/** By which claim somebody is found who comes for the first time. */
export function MatchFields({ match, nipClaim }: { match: string; nipClaim: string }) {
  const words = useAllWords()
  return (
    <>
      <fieldset>
        <legend className="mb-1 text-sm font-semibold">{words.t('admin.sso.match')}</legend>
        {(['email', 'nip'] as const).map(one => (
          <Choice
            key={one}
            type="radio"
            name="match"
            value={one}
            defaultChecked={match === one}
            label={words.t(`admin.sso.match.${one}`)}
            className="-mx-3"
          />
        ))}
      </fieldset>
      <TextField name="nipClaim" value={nipClaim} />
    </>
  )
}

export function RolesField({ value, help }: { value: string; help: string }) {
  const words = useAllWords()
  const error = useFieldErrors()('roles')
  return (
    <Field id="roles" label={words.t('admin.sso.roles')} help={help} error={error}>
      <Textarea
        {...describe('roles', { error, help })}
        name="roles"
        defaultValue={value}
        rows={4}
        maxLength={10_000}
        spellCheck={false}
        placeholder={'tkpkd = sekretariat'}
        className="font-mono text-sm"
      />
    </Field>
  )
}
