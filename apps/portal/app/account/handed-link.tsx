import type { LinkForHand } from '@mufakat/services'
import { Card, CardHead, Notice } from '@mufakat/ui'
import { EyeOff, MailCheck } from 'lucide-react'

interface HandedLinkProps {
  readonly id: string
  readonly level?: 2 | 3
  readonly link: LinkForHand
  readonly baseUrl: string
  /** `mailed`: null where no letter went out. */
  readonly texts: Readonly<Record<'title' | 'once' | 'label' | 'until', string>> & {
    readonly mailed: string | null
  }
}

/** A link to hand over: on the answer to the form that made it, and never again. */
export function HandedLink({ id, level = 2, link, baseUrl, texts }: HandedLinkProps) {
  return (
    <Card as="section" aria-labelledby={id}>
      <CardHead id={id} level={level} title={texts.title} />
      <div className="grid gap-4 p-4 sm:p-5">
        <Notice tone="warn" icon={EyeOff} role="status">
          {texts.once}
        </Notice>
        {/* One press takes all of it, also where no script runs. */}
        <p className="rounded-md border border-line-strong bg-sunken px-3 py-3 font-mono text-sm break-all select-all">
          <span className="sr-only">{texts.label} </span>
          {baseUrl + link.path}
        </p>
        <p className="text-sm text-ink-2">{texts.until}</p>
        {texts.mailed !== null && (
          <p className="flex items-center gap-2 text-sm">
            <MailCheck aria-hidden className="size-4.5 flex-none text-accent" />
            {texts.mailed}
          </p>
        )}
      </div>
    </Card>
  )
}
