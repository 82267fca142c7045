import type { FactorStanding } from '@mufakat/domain'
import type { NewCodes as Codes, OwnFactors } from '@mufakat/services'
import { buttonClass, Notice } from '@mufakat/ui'
import { CircleCheckBig, ShieldAlert } from 'lucide-react'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'
import { BareHead } from '~/keamanan/bare-head'
import { NewCodes } from '~/keamanan/new-codes'
import type { FormErrors } from '~/request/guard.server'
import { AppCard } from './app-card'
import { CodesCard } from './codes-card'
import { KeysCard } from './keys-card'

export interface Answer {
  readonly purpose: string
  readonly errors: FormErrors | null
  readonly codes: Codes
}

interface FactorsPageProps {
  factors: OwnFactors
  standing: FactorStanding
  /** False: nothing else opens yet, and there is no frame around the page. */
  isInside: boolean
  target: string | null
  saved: string | null
  answer: Answer | null
}

const SAVED = ['app-on', 'app-off', 'key-on', 'key-off'] as const

export function FactorsPage({ factors, standing, isInside, target, saved, answer }: FactorsPageProps) {
  const words = useAllWords()
  const done = SAVED.find(one => one === saved)
  const errorsOf = (purpose: string) => (answer?.purpose === purpose ? answer.errors : null)
  const onward = (
    <a href={target ?? '/'} className={buttonClass('secondary', 'sm')}>
      {words.t(standing.kind === 'grace' ? 'keamanan.grace.later' : 'keamanan.continue')}
    </a>
  )
  const signOut = (
    <form method="post" action="/keluar">
      <button type="submit" className={buttonClass('quiet', 'sm')}>
        {words.t('keluar.submit')}
      </button>
    </form>
  )
  return (
    <div className={isInside ? 'max-w-3xl' : 'mx-auto max-w-3xl px-4 py-8 sm:px-6'}>
      {!isInside && <BareHead end={signOut} />}
      <PageHead
        title={words.t('keamanan.title')}
        lead={words.t('keamanan.lead')}
        {...(isInside && { back: { to: '/profil', label: words.t('nav.profil') } })}
      />
      <div className="grid gap-6">
        {standing.kind !== 'enough' && (
          <Notice tone="warn" icon={ShieldAlert}>
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="max-w-prose">
                {standing.kind === 'grace'
                  ? words.t('keamanan.grace', { time: words.dateTime(standing.until) })
                  : words.t('keamanan.needed')}
              </p>
              {standing.kind === 'grace' && target !== null && onward}
            </div>
          </Notice>
        )}
        {done && !answer && (
          <Notice tone="success" icon={CircleCheckBig} role="status">
            {words.t(`keamanan.saved.${done}`)}
          </Notice>
        )}
        {answer?.codes && <NewCodes codes={answer.codes} />}
        <AppCard
          factors={factors}
          invite={errorsOf('pasang')}
          remove={errorsOf('lepas')}
          open={answer?.purpose === 'lepas'}
        />
        <KeysCard factors={factors} errors={errorsOf('tambah-kunci') ?? errorsOf('hapus-kunci')} />
        <CodesCard factors={factors} errors={errorsOf('kode-baru')} />
      </div>
    </div>
  )
}
