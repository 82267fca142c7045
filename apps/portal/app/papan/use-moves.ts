import { newId } from '@mufakat/kernel'
import type { LiveBoard } from '@mufakat/live'
import type { CardView } from '@mufakat/services'
import { useToast } from '@mufakat/ui'
import { useCallback, useRef } from 'react'
import { useAllWords } from '~/frame/words'
import { useNames } from './board-names'
import type { BoardLayout } from './layout'
import { type BoardFault, faultOf, movesBack, movesTo, rowAt, type Target } from './moves'

/** Moves cards, says what became of it, and offers to take it back. What the rules refuse is told and not sent. */
export function useMoves(live: LiveBoard, layout: BoardLayout) {
  const words = useAllWords()
  const toast = useToast()
  const { rights } = useNames()

  const tell = useCallback(
    (title: string, fault: BoardFault) =>
      words.t('papan.fault', { title, reason: words.t(`papan.fault.${fault}`) }),
    [words],
  )

  /** What takes the last move back. */
  const last = useRef<(() => void) | null>(null)

  const undo = useCallback(() => {
    if (last.current === null) toast({ text: words.t('papan.undo.none') })
    else last.current()
  }, [toast, words])

  const move = useCallback(
    (ids: readonly string[], target: Target | BoardFault) => {
      const all = live.board.get().cards
      const chosen = all.filter(card => ids.includes(card.id))
      const able: CardView[] = []
      const refused: string[] = []
      for (const card of chosen) {
        const fault = typeof target === 'string' ? target : faultOf(card, target.status, rights)
        if (fault === null) able.push(card)
        else refused.push(tell(card.title, fault))
      }
      const [first] = able
      if (typeof target === 'string' || first === undefined) {
        if (refused[0] !== undefined) toast({ text: refused[0], tone: 'danger' })
        return
      }
      for (const one of movesTo(able, target, newId)) live.move(one)
      const row = rowAt(layout, first.id, target.place)
      const isElsewhere = target.status !== null && target.status !== first.status
      const done =
        able.length > 1
          ? words.t('papan.moved.many', { n: able.length })
          : isElsewhere || row === null
            ? words.t('papan.moved', {
                title: first.title,
                column: words.t(`status.tl.${target.status ?? first.status}`),
              })
            : words.t('papan.moved.place', { title: first.title, row })
      const undo = () => {
        last.current = null
        for (const one of movesBack(all, new Set(able.map(({ id }) => id)), newId)) live.move(one)
        toast({ text: words.t('papan.moved.back') })
      }
      last.current = undo
      toast({ text: [done, ...refused].join(' '), undo })
    },
    [live, layout, rights, words, toast, tell],
  )
  return { move, undo }
}
