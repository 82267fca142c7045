import type { LiveBoard } from '@mufakat/live'
import { useEffect, useState } from 'react'
import { useAllWords } from '~/frame/words'

/** How long changes of others are gathered before they are told at once. */
const MERGE_MS = 1_500

/** What others have changed, for who listens: one sentence for many changes. */
export function useOthers(live: LiveBoard): string {
  const words = useAllWords()
  const [text, setText] = useState('')
  useEffect(() => {
    const gathered = new Map<string, Parameters<Parameters<LiveBoard['onOthers']>[0]>[0][number]>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      timer = undefined
      const changed = [...gathered.values()]
      gathered.clear()
      const [only] = changed
      setText(
        changed.length === 1 && only
          ? words.t('papan.others.one', { title: only.title, status: words.t(`status.tl.${only.status}`) })
          : words.t('papan.others.many', { n: changed.length }),
      )
    }
    const stop = live.onOthers(cards => {
      for (const card of cards) gathered.set(card.id, card)
      timer ??= setTimeout(tell, MERGE_MS)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [live, words])
  return text
}
