import { Empty, Skeleton } from '@mufakat/ui'
import { CircleCheckBig } from 'lucide-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { PageHead } from '~/frame/page-head'
import { useWords } from '~/frame/words'

/** What opens and reads the text comes only where there is some. */
const DeviceShelf = lazy(async () => {
  const [{ DeviceShelf: Shelf }, { loadAllWords }] = await Promise.all([
    import('~/journal/device-shelf'),
    import('~/journal/all-words'),
  ])
  const words = await loadAllWords()
  return { default: (props: { personId: string }) => <Shelf {...props} words={words} /> }
})

/** Everything of this person that is in this browser and not on the server, whatever rapat it was written in. */
export function UnsentPage({ personId, isGuest }: { personId: string; isGuest: boolean }) {
  const words = useWords()
  const [n, setN] = useState<number | null>(null)
  useEffect(() => {
    void import('@mufakat/live/waiting')
      .then(({ countWaiting }) => countWaiting(personId))
      .then(({ unsent, aside }) => setN(unsent + aside))
  }, [personId])
  return (
    <div className="max-w-3xl">
      <PageHead
        title={words.t('unsent.title')}
        {...(isGuest ? {} : { back: { to: '/profil', label: words.t('profil.title') } })}
      />
      {n === null && <Skeleton className="h-40" />}
      {n === 0 && (
        <Empty icon={CircleCheckBig} title={words.t('unsent.empty')} help={words.t('unsent.empty.help')} />
      )}
      {n !== null && n > 0 && (
        <Suspense fallback={<Skeleton className="h-40" />}>
          <DeviceShelf personId={personId} />
        </Suspense>
      )}
    </div>
  )
}
