import type { FactorsOfPerson } from '@mufakat/services'
import { Button, Card, CardHead, Choice, Field, FieldError, Input, Notice } from '@mufakat/ui'
import { Info, Search } from 'lucide-react'
import { FieldErrors, useFieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import type { FormErrors } from '~/request/guard.server'

interface LostDeviceProps {
  login: string
  found: FactorsOfPerson | null
  errors: FormErrors | null
}

/** Looks a person up, and takes their second factors away. */
export function LostDevice({ login, found, errors }: LostDeviceProps) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="gawai-hilang">
      <CardHead id="gawai-hilang" title={words.t('admin.keamanan.lost')} />
      <div className="grid gap-5 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('admin.keamanan.lost.lead')}</p>
        <form method="get" className="flex flex-wrap items-end gap-3">
          <Field id="cari" label={words.t('admin.keamanan.lost.find')} className="min-w-0 flex-1 basis-56">
            <Input
              id="cari"
              name="cari"
              defaultValue={login}
              maxLength={200}
              autoCapitalize="none"
              spellCheck={false}
              required
            />
          </Field>
          <Button type="submit" kind="secondary">
            <Search aria-hidden />
            {words.t('admin.keamanan.lost.search')}
          </Button>
        </form>
        {login !== '' && <Found found={found} errors={errors} />}
      </div>
    </Card>
  )
}

function Found({ found, errors }: Omit<LostDeviceProps, 'login'>) {
  const words = useAllWords()
  const told = (text: string) => (
    <Notice tone="info" icon={Info} role="status">
      {text}
    </Notice>
  )
  if (found === null) return told(words.t('admin.keamanan.lost.nobody'))
  const { name, totp, passkeys, codes } = found
  if (!totp && passkeys === 0) return told(words.t('admin.keamanan.lost.none', { name }))
  return (
    <form method="post" className="grid gap-4 border-t border-line pt-5">
      <input type="hidden" name="maksud" value="lepas" />
      <input type="hidden" name="personId" value={found.personId} />
      <div>
        <p className="font-medium">{words.t('admin.keamanan.lost.has', { name })}</p>
        <ul className="list-disc pl-5 text-sm text-ink-2">
          {totp && <li>{words.t('admin.keamanan.lost.app')}</li>}
          {passkeys > 0 && <li>{words.t('admin.keamanan.lost.keys', { n: passkeys })}</li>}
          <li>{words.t('admin.keamanan.lost.codes', { n: codes })}</li>
        </ul>
      </div>
      <FieldErrors errors={errors}>
        <Sure />
      </FieldErrors>
      <Button type="submit" kind="danger" className="w-fit">
        {words.t('admin.keamanan.lost.submit')}
      </Button>
    </form>
  )
}

function Sure() {
  const words = useAllWords()
  const error = useFieldErrors()('sure')
  return (
    <div>
      <Choice
        name="sure"
        value="1"
        required
        label={words.t('admin.keamanan.lost.sure')}
        aria-describedby={error ? 'sure-error' : undefined}
        className="-mx-3"
      />
      {error && <FieldError id="sure-error">{error}</FieldError>}
    </div>
  )
}
