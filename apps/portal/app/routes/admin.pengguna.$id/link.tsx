import type { AccountDetail, LinkForHand } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { EyeOff, MailCheck } from 'lucide-react'
import { useAllWords } from '~/frame/words'

/** A link to hand over: on the answer to the form that made it, and never again. */
export function HandedLink({
  link,
  account,
  baseUrl,
}: {
  link: LinkForHand
  account: AccountDetail
  baseUrl: string
}) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="tautan">
      <CardHead id="tautan" title={words.t('pengguna.link.title', { name: account.name })} />
      <div className="grid gap-4 p-4 sm:p-5">
        <Notice tone="warn" icon={EyeOff} role="status">
          {words.t('pengguna.link.once')}
        </Notice>
        {/* One press takes all of it, also where no script runs. */}
        <p className="rounded-md border border-line-strong bg-sunken px-3 py-3 font-mono text-sm break-all select-all">
          <span className="sr-only">{words.t('pengguna.link.label')} </span>
          {baseUrl + link.path}
        </p>
        <p className="text-sm text-ink-2">
          {words.t('pengguna.link.until', { until: words.dateTime(link.expiresAt) })}
        </p>
        {link.mailed && account.email && (
          <p className="flex items-center gap-2 text-sm">
            <MailCheck aria-hidden className="size-4.5 flex-none text-accent" />
            {words.t('pengguna.link.mailed', { email: account.email })}
          </p>
        )}
      </div>
    </Card>
  )
}
