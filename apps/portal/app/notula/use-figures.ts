import type { FigureTextById } from '@mufakat/editor'
import { figureParts } from '@mufakat/i18n'
import type { NotulaFigures } from '@mufakat/services'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useWords } from '~/frame/words'
import { type OnWire, useFresh } from '~/rapat/use-fresh'

const fromWire = ({ figures, frozenAt }: OnWire<NotulaFigures>): NotulaFigures => ({
  figures,
  frozenAt: frozenAt === null ? null : new Date(frozenAt),
})

/** Figures in words. */
export function useFigureTexts(figures: NotulaFigures['figures']): FigureTextById {
  const words = useWords()
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(figures).map(([id, figure]) => {
          const [value, ...more] = figureParts(words, figure)
          return [id, { value, more: more.join(' · ') }]
        }),
      ),
    [figures, words],
  )
}

/**
 * What the indicators of a notula stand at, as the page came with it and then as it becomes.
 * @returns and how to ask for it anew, and for one that was just written down
 */
export function useFigures(
  rapatId: string,
  initial: NotulaFigures,
): readonly [figures: FigureTextById, refresh: () => void, want: (id: string) => void] {
  const [wanted, setWanted] = useState('')
  const address = `/rapat/${rapatId}/angka${wanted === '' ? '' : `?indikator=${wanted}`}`
  const [{ figures }, refresh] = useFresh(address, initial, fromWire)
  const want = useCallback(
    (id: string) =>
      setWanted(now =>
        now.split(',').includes(id) ? now : [...now.split(',').filter(Boolean), id].join(','),
      ),
    [],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is wanted
  useEffect(() => {
    if (wanted !== '') refresh()
  }, [wanted])
  const shown = useFigureTexts(figures)
  return [shown, refresh, want]
}
