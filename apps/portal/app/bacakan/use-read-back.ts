import type { ReadBack } from '@mufakat/services'
import { useCallback } from 'react'
import { type OnWire, useFresh } from '~/rapat/use-fresh'
import { useLine } from '~/rapat/use-line'
import { useReview } from '~/rapat/use-review'

type Item = ReadBack['items'][number]

const dated = <T extends { at: string }>(one: T) => ({ ...one, at: new Date(one.at) })

const readBackOf = (value: OnWire<ReadBack>): ReadBack => ({
  ...value,
  items: value.items.map(item => ({
    ...item,
    tindakLanjut: item.tindakLanjut.map(one => ({
      ...one,
      acceptances: one.acceptances.map(dated),
      counters: one.counters.map(dated),
    })),
  })) as readonly Item[],
})

/** What is read back, kept as it is while the page is open: the line tells of answers, and of text that has changed. */
export function useReadBack(
  room: { rapatId: string; documentId: string; personId: string | null },
  initial: ReadBack,
  mark: string,
) {
  const [value, refresh] = useFresh(`/rapat/${room.rapatId}/bacakan/daftar`, initial, readBackOf)
  const ask = useReview(room.rapatId, mark)
  const noted = useCallback(() => {
    refresh()
    ask()
  }, [refresh, ask])
  useLine(room, { noted, edited: refresh })
  return [value, refresh] as const
}
