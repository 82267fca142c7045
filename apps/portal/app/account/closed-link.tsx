import type { LinkView } from '@mufakat/services'
import { buttonClass } from '@mufakat/ui'
import { useAllWords } from '~/frame/words'
import { Door } from './door'

/** A link that opens nothing, with the reason and the way on. */
export function ClosedLink({ state, mayAskAgain }: { state: LinkView['state']; mayAskAgain: boolean }) {
  const words = useAllWords()
  return (
    <Door
      title={words.t('tautan.closed.title')}
      lead={words.lookup(`tautan.closed.${state}`, words.t('tautan.closed.unknown'))}
    >
      {!mayAskAgain && state !== 'used' && <p className="text-sm">{words.t('tautan.ask-admin')}</p>}
      <div className="flex flex-wrap gap-3">
        {mayAskAgain && state !== 'used' && (
          <a href="/lupa-kata-sandi" className={buttonClass('primary')}>
            {words.t('tautan.ask-again')}
          </a>
        )}
        <a href="/masuk" className={buttonClass(mayAskAgain && state !== 'used' ? 'secondary' : 'primary')}>
          {words.t('masuk.now')}
        </a>
      </div>
    </Door>
  )
}
