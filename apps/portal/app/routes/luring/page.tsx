import type { Words } from '@mufakat/i18n'
import { Button, Notice } from '@mufakat/ui'
import { CloudOff, ShieldCheck } from 'lucide-react'
import { Mark } from '~/frame/brand'
import { pageLinks } from '~/frame/links'
import type { Theme } from '~/request/cookies.server'

/** A whole document, drawn once: the browser keeps it and shows it when no other page can be had. */
export function OfflinePage({
  words,
  theme,
  script,
  nonce,
}: {
  words: Words
  theme: Theme
  script: string
  nonce: string
}) {
  return (
    <html lang={words.locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <title>{words.t('app.title', { page: words.t('offline.title') })}</title>
        {pageLinks.map(link => (
          <link key={link.href} {...link} />
        ))}
      </head>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-lg flex-col items-center px-4 py-6 text-center">
          <p className="flex items-center gap-2.5 self-start text-lg font-extrabold tracking-tight">
            <Mark />
            {words.t('app.name')}
          </p>
          <div className="my-auto grid justify-items-center gap-3 py-10">
            <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent-strong">
              <CloudOff aria-hidden className="size-7" />
            </span>
            <h1 className="text-xl">{words.t('offline.title')}</h1>
            <p className="text-balance text-ink-2">{words.t('offline.lead')}</p>
            <div role="status" data-part="safe" hidden className="mt-2 text-left">
              <Notice tone="info" icon={ShieldCheck}>
                <span data-part="safe-text" data-text={words.lookup('unsent.safe', '')} />
              </Notice>
            </div>
            <Button data-part="retry" className="mt-3">
              {words.t('action.retry')}
            </Button>
            <p
              role="status"
              data-part="state"
              data-trying={words.t('offline.trying')}
              data-still={words.t('offline.still')}
              className="min-h-6 text-sm text-ink-2"
            />
          </div>
        </main>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own script, written in by the build */}
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  )
}
