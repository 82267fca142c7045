import type { PapersView, PaperView } from '@mufakat/services'
import { buttonClass, Notice } from '@mufakat/ui'
import { CircleAlert, RotateCw } from 'lucide-react'
import { useAllWords } from '~/frame/words'
import { AskedNotice } from '~/kertas/asked-notice'
import { useRapat } from '~/rapat/rapat-context'
import type { FormErrors } from '~/request/guard.server'
import { KeptCard } from './kept-card'
import { OfferCard } from './offer-card'

interface KertasPageProps {
  view: PapersView
  /** The paper that this person waits for. */
  asked: PaperView | null
  /** It is not kept any more. */
  isOver: boolean
  errors: FormErrors | undefined
}

/** What became of the paper that was asked for. */
function Asked({ view, asked }: { view: PapersView; asked: PaperView }) {
  const words = useAllWords()
  const { id } = useRapat()
  const offer = view.offers.find(one => one.made.some(paper => paper.id === asked.id))
  if (offer === undefined) return null
  const said = {
    kind: words.t(`kertas.kind.${offer.kind}`),
    format: words.t(`kertas.format.${asked.format}`),
  }
  return (
    <AskedNotice
      paper={asked}
      at={`/kertas/${id}/${asked.id}`}
      ready={words.t('kertas.ready', said)}
      failed={words.t('kertas.failed', said)}
      waiting={words.t('kertas.waiting', said)}
    >
      <a href={`/rapat/${id}/kertas?kertas=${asked.id}`} className={buttonClass('secondary', 'sm', 'w-fit')}>
        <RotateCw aria-hidden />
        {words.t('kertas.reload')}
      </a>
    </AskedNotice>
  )
}

/** Every paper of a rapat that this person may take along. */
export function KertasPage({ view, asked, isOver, errors }: KertasPageProps) {
  const words = useAllWords()
  return (
    <div className="grid gap-5">
      <div className="max-w-prose">
        <h2 className="text-lg font-bold">{words.t('kertas.title')}</h2>
        <p className="mt-1 text-sm text-ink-2">{words.t('kertas.lead')}</p>
      </div>
      {errors?.form && (
        <Notice tone="danger" icon={CircleAlert} role="alert">
          {words.t(`error.${errors.form}`)}
        </Notice>
      )}
      {!errors && asked !== null && <Asked view={view} asked={asked} />}
      {!errors && isOver && (
        <Notice tone="neutral" icon={CircleAlert} role="status">
          {words.t('kertas.over')}
        </Notice>
      )}
      {!view.mayAsk && (
        <Notice tone="neutral" icon={CircleAlert}>
          {words.t('kertas.viewing')}
        </Notice>
      )}
      {view.kept.length > 0 && <KeptCard kept={view.kept} />}
      <ul className="grid gap-4 lg:grid-cols-2">
        {view.offers.map(offer => (
          <OfferCard key={offer.kind} offer={offer} view={view} chosen={asked?.opdId ?? null} />
        ))}
      </ul>
    </div>
  )
}
