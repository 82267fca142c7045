import { useToast } from '@mufakat/ui'
import { useRevalidator } from '@remix-run/react'
import { useEffect, useSyncExternalStore } from 'react'
import { useAllWords } from '~/frame/words'
import type { UploadSubject } from './send-file'
import { type Upload, Uploads } from './uploads'

const NONE: readonly Upload[] = []
/** By what they are sent to, for as long as the page of the browser lives. */
const known = new Map<string, Uploads>()

function uploadsOf(subject: UploadSubject): Uploads {
  const key = `${subject.kind} ${subject.id} ${subject.part ?? ''}`
  const uploads = known.get(key) ?? new Uploads(subject)
  known.set(key, uploads)
  return uploads
}

const warn = (event: BeforeUnloadEvent) => {
  if ([...known.values()].some(uploads => uploads.isBusy())) event.preventDefault()
}

/** What this person uploads to a rapat or card here; the page is loaded anew with every file that is kept. */
export function useUploads(subject: UploadSubject): { uploads: Uploads; shown: readonly Upload[] } {
  const uploads = uploadsOf(subject)
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
