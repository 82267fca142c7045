import type { ReadBack } from '@mufakat/services'
import { useEffect } from 'react'
import { type OnWire, useFresh } from '~/rapat/use-fresh'

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

/** After a change of the text: people type in words, not in letters. */
const SETTLE_MS = 700

/**
 * What is read back, kept as it is while the page is open: the line tells of answers, and of text that has changed. The
 * live client comes after the page can be read.
 */
export function useReadBack(
  { rapatId, documentId, personId }: { rapatId: string; documentId: string; personId: string | null },
  initial: ReadBack,
) {
  const [value, refresh] = useFresh(`/rapat/${rapatId}/bacakan/daftar`, initial, readBackOf)
  useEffect(() => {
    if (personId === null) return
    let stop: (() => void) | null = null
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const listen = async () => {
      const { MemoryJournal, openLiveDocument } = await import('@mufakat/live')
      if (isGone) return
      const journal = new MemoryJournal()
      const live = openLiveDocument({ url: '', documentId, personId, journal, offline: null })
      const quiet = live.noted.subscribe(refresh)
      live.doc.on('update', () => {
        clearTimeout(timer)
        timer = setTimeout(refresh, SETTLE_MS)
      })
      stop = () => {
        quiet()
        void live.close()
      }
    }
    listen().catch(error => console.error(error))
    return () => {
      isGone = true
      clearTimeout(timer)
      stop?.()
    }
  }, [documentId, personId, refresh])
  return [value, refresh] as const
}
