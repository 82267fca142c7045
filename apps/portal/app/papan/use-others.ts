import type { CardView } from '@mufakat/services'
import { useEffect, useRef, useState } from 'react'
import { useAllWords } from '~/frame/words'

/** How long changes of others are gathered before they are told at once. */
const MERGE_MS = 1_500

/**
 * What others have changed, for who listens: one sentence for many changes.
 * @param own ids of cards that were moved here, whose next change is no news
 */
export function useOthers(cards: readonly CardView[], own: Set<string>): string {
  const words = useAllWords()
  const [text, setText] = useState('')
  const known = useRef<Map<string, number> | null>(null)
  const gathered = useRef(new Map<string, CardView>())
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    const before = known.current
    known.current = new Map(cards.map(card => [card.id, card.revision]))
    if (before === null) return
    for (const card of cards)
      if (before.get(card.id) !== card.revision && !own.delete(card.id)) gathered.current.set(card.id, card)
    if (gathered.current.size === 0 || timer.current !== undefined) return
    timer.current = setTimeout(() => {
      timer.current = undefined
      const changed = [...gathered.current.values()]
      gathered.current.clear()
      const [only] = changed
      setText(
        changed.length === 1 && only
          ? words.t('papan.others.one', { title: only.title, status: words.t(`status.tl.${only.status}`) })
          : words.t('papan.others.many', { n: changed.length }),
      )
    }, MERGE_MS)
  }, [cards, own, words])
  return text
}
