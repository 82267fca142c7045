import { useCallback, useEffect, useRef } from 'react'

/** After a change of the text: people type in words, not in letters. */
const SETTLE_MS = 700

/** Calls once after the last of several calls; not any more when the page is left. */
export function useSettled(done: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(done, SETTLE_MS)
  }, [done])
}

/**
 * Listens to a notula while a page that does not show its live text is open: `noted` for what happened beside the text,
 * `edited` once edits of it have settled. The live client comes after the page can be read.
 */
export function useLine(
  room: { documentId: string; personId: string | null },
  heard: { noted: () => void; edited: () => void },
): void {
  const { documentId, personId } = room
  const { noted } = heard
  const edited = useSettled(heard.edited)
  useEffect(() => {
    if (personId === null) return
    let stop: (() => void) | null = null
    let isGone = false
    const listen = async () => {
      const { MemoryJournal, openLiveDocument } = await import('@mufakat/live')
      if (isGone) return
      const journal = new MemoryJournal()
      const live = openLiveDocument({ url: '', documentId, personId, journal, offline: null })
      const quiet = live.noted.subscribe(noted)
      live.doc.on('update', edited)
      stop = () => {
        quiet()
        void live.close()
      }
    }
    listen().catch(error => console.error(error))
    return () => {
      isGone = true
      stop?.()
    }
  }, [documentId, personId, noted, edited])
}
