import { useToast } from '@mufakat/ui'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import { useAllWords } from '~/frame/words'
import { type Upload, Uploads } from './uploads'

const NONE: readonly Upload[] = []
/** By rapat, for as long as the page of the browser lives. */
const known = new Map<string, Uploads>()

function uploadsOf(rapatId: string): Uploads {
  const uploads = known.get(rapatId) ?? new Uploads(rapatId)
  known.set(rapatId, uploads)
  return uploads
}

const warn = (event: BeforeUnloadEvent) => {
  if ([...known.values()].some(uploads => uploads.isBusy())) event.preventDefault()
}

/** What this person uploads to a rapat here; the page is loaded anew with every file that is kept. */
export function useUploads(rapatId: string): { uploads: Uploads; shown: readonly Upload[] } {
  const uploads = uploadsOf(rapatId)
  const shown = useSyncExternalStore(uploads.subscribe, uploads.snapshot, () => NONE)
  const toast = useToast()
  const words = useAllWords()
  const { revalidate } = useRevalidator()
  useEffect(
    () =>
      uploads.onDone(name => {
        toast({ text: words.t('berkas.added', { name }) })
        revalidate()
      }),
    [uploads, toast, words, revalidate],
  )
  const isBusy = uploads.isBusy()
  useEffect(() => {
    // Stays armed on other pages of the portal, where the files are still being sent.
    if (isBusy) window.addEventListener('beforeunload', warn)
    return () => {
      if (!uploads.isBusy()) window.removeEventListener('beforeunload', warn)
    }
  }, [isBusy, uploads])
  return { uploads, shown }
}
