import type { WorkByLine } from '@mufakat/editor'
import type { Words } from '@mufakat/i18n'
import type { RapatDetail, WorkOfLine } from '@mufakat/services'
import { useMemo } from 'react'
import { useWords } from '~/frame/words'
import { useFresh } from '~/rapat/use-fresh'

export type WorkOfNotula = Readonly<Record<string, WorkOfLine>>

const asItIs = (work: WorkOfNotula): WorkOfNotula => work

/** "Berjalan · 40 % · Terlambat" */
function wordsOf({ status, progress, isLate }: WorkOfLine, words: Pick<Words, 't' | 'percent'>): string {
  const parts = [words.t(`status.tl.${status}`)]
  if (progress > 0 && status === 'berjalan') parts.push(words.percent(progress / 100))
  if (isLate) parts.push(words.t('status.tl.terlambat'))
  return parts.join(' · ')
}

/**
 * How far what a notula decides is, as the page came with it and then as it becomes. While the text is still written
 * nothing is said of work that nobody has begun.
 * @returns and how to ask for it anew
 */
export function useWork(
  { id, notulaState }: Pick<RapatDetail, 'id' | 'notulaState'>,
  initial: WorkOfNotula,
): readonly [WorkByLine, refresh: () => void] {
  const words = useWords()
  const [work, refresh] = useFresh(`/rapat/${id}/pekerjaan`, initial, asItIs)
  const shown = useMemo(() => {
    const worth = Object.entries(work).filter(
      ([, { status, isLate }]) => notulaState === 'disahkan' || status !== 'belum' || isLate,
    )
    return Object.fromEntries(
      worth.map(([lineId, one]) => [
        lineId,
        {
          status: one.status,
          text: wordsOf(one, words),
          href: one.cardId === null ? null : `/tindak-lanjut/${one.cardId}`,
        },
      ]),
    )
  }, [work, notulaState, words])
  return [shown, refresh]
}
