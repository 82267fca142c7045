import { buttonClass } from '@mufakat/ui'
import { Link, useRouteError } from '@remix-run/react'
import { Compass, TriangleAlert } from 'lucide-react'
import { errorCodeOf, isLost } from './error-code'
import { UnsentNotice } from './unsent-notice'
import { useWords } from './words'

/** `personId`: who is signed in, as far as is known here. */
export function ErrorView({ requestId, personId }: { requestId?: string; personId?: string | null }) {
  const words = useWords()
  const code = errorCodeOf(useRouteError())
  const lost = isLost(code)
  const Icon = lost ? Compass : TriangleAlert
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-3 px-4 py-16 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-accent-soft text-accent-strong">
        <Icon aria-hidden className="size-7" />
      </span>
      <h1 className="text-xl">{words.t(lost ? 'error.not-found.title' : 'error.title')}</h1>
      <p className="text-ink-2">
        {lost ? words.t('error.not-found') : words.lookup(`error.${code}`, words.t('error.unexpected'))}
      </p>
      {code === 'unexpected' && requestId && (
        <p className="font-mono text-xs text-ink-2">{words.t('error.reference', { id: requestId })}</p>
      )}
      {!lost && <UnsentNotice personId={personId ?? null} className="text-left" />}
      <div className="mt-3 flex flex-wrap justify-center gap-3">
        {!lost && (
          <a href="." className={buttonClass('primary')}>
            {words.t('action.retry')}
          </a>
        )}
        <Link to="/" className={buttonClass(lost ? 'primary' : 'secondary')}>
          {words.t('action.home')}
        </Link>
      </div>
    </div>
  )
}
