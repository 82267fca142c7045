import { Button, buttonClass, Card, CardHead, Empty } from '@mufakat/ui'
import { TimerOff } from 'lucide-react'
import { FieldErrors } from '~/frame/field-errors'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { CodeField } from '~/keamanan/code-field'
import type { FormErrors } from '~/request/guard.server'

interface Invitation {
  readonly typed: string
  readonly qr: { readonly size: number; readonly path: string }
}

interface AppPageProps {
  invitation: Invitation | null
  isInside: boolean
  errors: FormErrors | null
}

/** The secret for the app, as a picture and as text, and the code that shows it has arrived. */
export function AppPage({ invitation, isInside, errors }: AppPageProps) {
  const words = useAllWords()
  return (
    <div className={isInside ? 'max-w-2xl' : 'mx-auto max-w-2xl px-4 py-8 sm:px-6'}>
      <PageHead
        title={words.t('keamanan.app')}
        back={{ to: '/profil/keamanan', label: words.t('keamanan.title') }}
      />
      {invitation === null ? (
        <Empty
          icon={TimerOff}
          title={words.t('keamanan.app.over')}
          help={words.t('keamanan.app.over.help')}
          action={
            <a href="/profil/keamanan" className={buttonClass('primary')}>
              {words.t('keamanan.title')}
            </a>
          }
        />
      ) : (
        <Scan invitation={invitation} errors={errors} />
      )}
    </div>
  )
}

function Scan({ invitation: { typed, qr }, errors }: { invitation: Invitation; errors: FormErrors | null }) {
  const words = useAllWords()
  return (
    <Card as="section" aria-labelledby="pindai">
      <CardHead id="pindai" title={words.t('keamanan.app.scan')} />
      <div className="grid gap-6 p-4 sm:p-5 md:grid-cols-[14rem_minmax(0,1fr)] md:gap-8">
        {/* Black on white in every look: readers of codes know nothing else. */}
        <svg
          role="img"
          aria-label={words.t('keamanan.app.qr')}
          viewBox={`0 0 ${qr.size} ${qr.size}`}
          shapeRendering="crispEdges"
          className="w-56 max-w-full justify-self-center rounded-md border border-line"
        >
          <rect width={qr.size} height={qr.size} fill="#fff" />
          <path d={qr.path} fill="#000" />
        </svg>
        <div className="grid content-start gap-4">
          <p className="text-sm text-ink-2">{words.t('keamanan.app.scan.lead')}</p>
          <div className="text-sm">
            <p className="text-ink-2">{words.t('keamanan.app.typed')}</p>
            <p className="mt-1 font-mono font-semibold tracking-wide select-all">{typed}</p>
          </div>
          <form method="post" className="grid gap-4">
            <FieldErrors errors={errors}>
              <CodeField digits label={words.t('keamanan.app.confirm')} />
            </FieldErrors>
            <Button type="submit" className="w-fit">
              {words.t('keamanan.app.confirm.submit')}
            </Button>
          </form>
        </div>
      </div>
    </Card>
  )
}
