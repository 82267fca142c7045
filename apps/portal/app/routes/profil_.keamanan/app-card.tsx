import type { OwnFactors } from '@mufakat/services'
import { Badge, Button, buttonClass, Card, CardHead } from '@mufakat/ui'
import { CircleDashed, ShieldCheck, Smartphone } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { useAllWords } from '~/frame/words'
import { CodeField } from '~/keamanan/code-field'
import { PasswordAgain } from '~/keamanan/password-again'
import type { FormErrors } from '~/request/guard.server'

interface AppCardProps {
  factors: OwnFactors
  invite: FormErrors | null
  remove: FormErrors | null
  /** The form for taking it off was sent and comes back. */
  open: boolean
}

/** The authenticator app: on or off, and the way to the other. */
export function AppCard({ factors, invite, remove, open }: AppCardProps) {
  const words = useAllWords()
  const { totpSince, hasPassword, isLate } = factors
  return (
    <Card as="section" aria-labelledby="aplikasi">
      <CardHead
        id="aplikasi"
        title={words.t('keamanan.app')}
        end={
          totpSince ? (
            <Badge tone="success" icon={ShieldCheck}>
              {words.t('keamanan.on')}
            </Badge>
          ) : (
            <Badge tone="neutral" icon={CircleDashed}>
              {words.t('keamanan.off')}
            </Badge>
          )
        }
      />
      <div className="grid gap-4 p-4 sm:p-5">
        <p className="text-sm text-ink-2">{words.t('keamanan.app.lead')}</p>
        {totpSince ? (
          <>
            <p className="text-sm">{words.t('keamanan.on.since', { time: words.dateTime(totpSince) })}</p>
            <details open={open} className="group">
              <summary className={buttonClass('secondary', 'sm', 'w-fit group-open:hidden')}>
                {words.t('keamanan.app.stop')}
              </summary>
              <form method="post" className="grid max-w-sm gap-4">
                <input type="hidden" name="maksud" value="lepas" />
                <p className="text-sm text-ink-2">{words.t('keamanan.app.stop.lead')}</p>
                <FieldErrors errors={remove}>
                  {hasPassword && <PasswordAgain id="lepas-sandi" />}
                  <CodeField label={words.t('masuk.kode.code')} help={words.t('masuk.kode.help')} />
                </FieldErrors>
                <Button type="submit" kind="danger" className="w-fit">
                  {words.t('keamanan.app.stop')}
                </Button>
              </form>
            </details>
          </>
        ) : (
          <form method="post" className="grid max-w-sm gap-4">
            <input type="hidden" name="maksud" value="pasang" />
            <FieldErrors errors={invite}>
              {isLate && hasPassword && (
                <PasswordAgain id="pasang-sandi" help={words.t('keamanan.password.why')} />
              )}
            </FieldErrors>
            <Button type="submit" className="w-fit">
              <Smartphone aria-hidden />
              {words.t('keamanan.app.start')}
            </Button>
          </form>
        )}
      </div>
    </Card>
  )
}
