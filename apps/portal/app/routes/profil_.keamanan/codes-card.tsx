import type { OwnFactors } from '@mufakat/services'
import { Button, Card, CardHead } from '@mufakat/ui'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { PasswordAgain } from '~/keamanan/password-again'
import type { FormErrors } from '~/request/guard.server'

/** How many recovery codes are left, and new ones in their place. */
export function CodesCard({ factors, errors }: { factors: OwnFactors; errors: FormErrors | null }) {
  const words = useAllWords()
  const { codes, hasPassword, isLate, totpSince, passkeys } = factors
  const hasFactor = totpSince !== null || passkeys.length > 0
  return (
    <Card as="section" aria-labelledby="kode-pemulihan">
      <CardHead id="kode-pemulihan" title={words.t('keamanan.codes')} />
      <div className="grid gap-4 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('keamanan.codes.lead')}</p>
        <p className="text-sm font-medium">
          {hasFactor ? words.t('keamanan.codes.left', codes) : words.t('keamanan.codes.none')}
        </p>
        {hasFactor && (
          <form method="post" className="grid max-w-sm gap-4">
            <input type="hidden" name="maksud" value="kode-baru" />
            <FieldErrors errors={errors}>
              {isLate && hasPassword && (
                <PasswordAgain id="kode-sandi" help={words.t('keamanan.password.why')} />
              )}
            </FieldErrors>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <Button type="submit" kind="secondary" size="sm">
                {words.t('keamanan.codes.renew')}
              </Button>
              <span className="text-xs text-ink-2">{words.t('keamanan.codes.renew.lead')}</span>
            </div>
          </form>
        )}
      </div>
    </Card>
  )
}
