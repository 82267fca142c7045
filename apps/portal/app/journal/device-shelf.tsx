import type { Words } from '@mufakat/i18n'
import { openJournal, Shelf, type Shelved } from '@mufakat/live'
import { buttonClass, Card, CardHead, Notice, Skeleton } from '@mufakat/ui'
import { Link } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { fetchJournalKey } from './journal-key'
import { fetchTitles, type RapatTitle } from './rapat-titles'
import { UnsentEntry } from './unsent-entry'

/** The text of one person in this browser; null until it has been opened. */
function useShelf(personId: string): Shelf | null {
  const [opened, setOpened] = useState<Shelf | null>(null)
  useEffect(() => {
    const journal = openJournal({ personId, key: () => fetchJournalKey(personId) })
    const shelf = new Shelf(journal, { personId, documentId: null })
    shelf.refresh().then(
      () => setOpened(shelf),
      // The page was left before the key came.
      () => undefined,
    )
    return () => void journal.close()
  }, [personId])
  return opened
}

function useTitles(texts: readonly Shelved[]): readonly RapatTitle[] {
  const [titles, setTitles] = useState<readonly RapatTitle[]>([])
  const documents = [...new Set(texts.map(({ documentId }) => documentId))].join(' ')
  useEffect(() => {
    if (documents !== '') void fetchTitles(documents.split(' ')).then(setTitles)
  }, [documents])
  return titles
}

export function DeviceShelf({ words, personId }: { words: Words; personId: string }) {
  const shelf = useShelf(personId)
  return shelf === null ? <Skeleton className="h-40" /> : <Shelves words={words} shelf={shelf} />
}

function Shelves({ words, shelf }: { words: Words; shelf: Shelf }) {
  const texts = useSyncExternalStore(shelf.list.subscribe, shelf.list.get, shelf.list.get)
  const titles = useTitles(texts)
  if (texts.length === 0)
    return (
      <Notice tone="info" icon={KeyRound}>
        {words.t('unsent.lost-key')}
      </Notice>
    )
  return (
    <div className="grid gap-6">
      <p className="text-ink-2">{words.t('unsent.lead')}</p>
      {[...new Set(texts.map(({ documentId }) => documentId))].map(documentId => {
        const rapat = titles.find(title => title.documentId === documentId)
        return (
          <Card as="section" key={documentId} aria-labelledby={`naskah-${documentId}`}>
            <CardHead
              id={`naskah-${documentId}`}
              title={rapat?.title ?? words.t('unsent.rapat.unknown')}
              end={
                rapat && (
                  <Link to={`/rapat/${rapat.rapatId}`} className={buttonClass('secondary', 'sm')}>
                    {words.t('unsent.open')}
                  </Link>
                )
              }
            />
            <ul className="divide-y divide-line">
              {texts
                .filter(text => text.documentId === documentId)
                .map(shelved => (
                  <UnsentEntry
                    words={words}
                    key={`${shelved.lease} ${shelved.aside === null}`}
                    shelved={shelved}
                    shelf={shelf}
                    doc={null}
                    canReenter={false}
                  />
                ))}
            </ul>
          </Card>
        )
      })}
    </div>
  )
}
