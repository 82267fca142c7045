import type { OwnFactors } from '@mufakat/services'
import { Button, buttonClass, Card, CardHead } from '@mufakat/ui'
import { KeyRound, Trash2 } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { PasswordAgain } from '~/keamanan/password-again'
import type { FormErrors } from '~/request/guard.server'

interface KeysCardProps {
  factors: OwnFactors
  /** Of a key that was to be added, or removed. */
  errors: FormErrors | null
}

/** Passkeys by the names their person gave them. */
export function KeysCard({ factors, errors }: KeysCardProps) {
  const words = useAllWords()
  const { passkeys, hasPassword, isLate } = factors
  const told = (key: OwnFactors['passkeys'][number]) =>
    [
      words.t('keamanan.keys.made', { time: words.date(key.createdAt, 'short') }),
      key.lastUsedAt && words.t('keamanan.keys.used', { time: words.dateTime(key.lastUsedAt) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Card as="section" aria-labelledby="kunci-sandi">
      <CardHead
        id="kunci-sandi"
        title={words.t('keamanan.keys')}
        end={
          <a href="/profil/keamanan/kunci" className={buttonClass('secondary', 'sm')}>
            {words.t('passkey.add')}
          </a>
        }
      />
      <div className="grid gap-4 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('keamanan.keys.lead')}</p>
        {passkeys.length === 0 ? (
          <>
            <FieldErrors errors={errors}>{null}</FieldErrors>
            <p className="text-sm font-medium">{words.t('keamanan.keys.empty')}</p>
          </>
        ) : (
          <form method="post" className="grid gap-4">
            <input type="hidden" name="maksud" value="hapus-kunci" />
            <FieldErrors errors={errors}>
              <ul className="divide-y divide-line rounded-md border border-line">
                {passkeys.map(key => (
                  <li key={key.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
                    <KeyRound aria-hidden className="size-5 flex-none text-ink-2" />
                    <span className="min-w-0 flex-1 basis-48">
                      <span className="block truncate font-medium">{key.name}</span>
                      <span className="block text-xs text-ink-2">{told(key)}</span>
                    </span>
                    <Button
                      type="submit"
                      kind="danger"
                      size="sm"
                      name="id"
                      value={key.id}
                      aria-label={words.t('keamanan.keys.remove.name', { name: key.name })}
                      className="ml-auto"
                    >
                      <Trash2 aria-hidden />
                      {words.t('keamanan.keys.remove')}
                    </Button>
                  </li>
                ))}
              </ul>
              {isLate && hasPassword && (
                <div className="max-w-sm">
                  <PasswordAgain id="kunci-sandi-lagi" help={words.t('keamanan.password.why')} />
                </div>
              )}
            </FieldErrors>
          </form>
        )}
      </div>
    </Card>
  )
}
