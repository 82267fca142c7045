import type { UnsentProps } from '@mufakat/editor'
import { Card, CardHead } from '@mufakat/ui'
import { useSyncExternalStore } from 'react'
import { UnsentEntry } from './unsent-entry'

/** Over the notula: text of this person that was set aside and is nowhere but here. */
export function UnsentPanel({ words, live, canWrite }: UnsentProps) {
  const { list } = live.shelf
  const aside = useSyncExternalStore(list.subscribe, list.get, list.get).filter(one => one.aside !== null)
  if (aside.length === 0) return null
  return (
    <Card as="section" aria-labelledby="belum-terkirim" className="screen-only my-4">
      <CardHead id="belum-terkirim" title={words.t('unsent.title')} />
      <p className="px-4 pt-4 text-sm text-ink-2 sm:px-5">{words.t('unsent.lead')}</p>
      <ul className="divide-y divide-line">
        {aside.map(shelved => (
          <UnsentEntry
            key={shelved.lease}
            words={words}
            shelved={shelved}
            shelf={live.shelf}
            doc={live.doc}
            canReenter={canWrite}
          />
        ))}
      </ul>
    </Card>
  )
}
