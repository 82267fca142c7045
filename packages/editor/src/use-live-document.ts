import { type LiveDocument, openLiveDocument, openReplacement } from '@mufakat/live'
import { useEffect, useRef, useState } from 'react'

/**
 * What became of a document whose log was replaced on the server. `opening`: what the server has now is on its way;
 * `done`: this is it; `older`: it lacks words that stand here, which therefore stay in sight.
 */
export type Replacement = 'none' | 'opening' | 'done' | 'older'

export type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly live: LiveDocument; readonly replacement: Replacement }
  | { readonly kind: 'failed' }

/** Opens a document while the page shows it, and anew in its place when the server has replaced it. */
export function useLiveDocument(
  documentId: string,
  personId: string,
  journalKey: () => Promise<CryptoKey>,
): Opening {
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' })
  const keyOf = useRef(journalKey)
  keyOf.current = journalKey
  useEffect(() => {
    const options = { url: '', documentId, personId, key: () => keyOf.current() }
    let shown: LiveDocument | null = openLiveDocument(options)
    const replace = async (old: LiveDocument) => {
      setOpening({ kind: 'open', live: old, replacement: 'opening' })
      const next = await openReplacement(old, options).catch(error => {
        console.error(error)
        return null
      })
      if (shown !== old) await next?.close()
      else if (next === null) setOpening({ kind: 'open', live: old, replacement: 'older' })
      else show(next, 'done')
    }
    const show = (live: LiveDocument, replacement: Replacement) => {
      shown = live
      setOpening({ kind: 'open', live, replacement })
      const stop = live.save.subscribe(() => {
        const save = live.save.get()
        if (save.kind !== 'failed' || save.code !== 'conflict') return
        stop()
        void replace(live)
      })
    }
    const first = shown
    first.ready.then(
      () => {
        if (shown === first) show(first, 'none')
      },
      () => {
        if (shown === first) setOpening({ kind: 'failed' })
      },
    )
    return () => {
      const last = shown
      shown = null
      setOpening({ kind: 'opening' })
      void last?.close()
    }
  }, [documentId, personId])
  return opening
}
