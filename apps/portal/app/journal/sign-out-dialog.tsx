import type { Words } from '@mufakat/i18n'
import { openJournal, Shelf, type Shelved, sendWaiting } from '@mufakat/live'
import { discardWaiting } from '@mufakat/live/waiting'
import { Button, Dialog, Notice } from '@mufakat/ui'
import { CircleAlert, Download, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { fetchJournalKey } from './journal-key'
import { fetchTitles, type RapatTitle } from './rapat-titles'
import { downloadText, plainText, readable, shelvedAt } from './readable'

/** So long sending may take before the person decides again. */
const SEND_MS = 20_000

async function waitingTexts(personId: string): Promise<{ texts: readonly Shelved[]; titles: RapatTitle[] }> {
  const journal = openJournal({ personId, key: () => fetchJournalKey(personId) })
  const shelf = new Shelf(journal, { personId, documentId: null })
  await shelf.refresh()
  await journal.close()
  const texts = shelf.list.get().filter(({ aside }) => aside === null)
  return { texts, titles: await fetchTitles(texts.map(({ documentId }) => documentId)) }
}

/** Before signing out with text that has not reached the server. The text of every tab counts. */
export function SignOutDialog({
  words,
  personId,
  unsent,
  onClose,
  onLeave,
}: {
  words: Words
  personId: string
  unsent: number
  onClose: () => void
  onLeave: () => void
}) {
  const [left, setLeft] = useState<number | null>(null)
  const [failed, setFailed] = useState(false)
  const busy = left !== null

  const send = async () => {
    setFailed(false)
    setLeft(unsent)
    const rest = await sendWaiting(
      { url: '', personId, key: () => fetchJournalKey(personId) },
      SEND_MS,
      setLeft,
    )
    if (rest === 0) return onLeave()
    setLeft(null)
    setFailed(true)
  }
  const download = async () => {
    const { texts, titles } = await waitingTexts(personId)
    const told = texts.map(text => {
      const title = titles.find(({ documentId }) => documentId === text.documentId)?.title
      const passages = plainText(readable(text, null)) || words.t('unsent.no-text')
      return [title ?? words.t('unsent.rapat.unknown'), shelvedAt(text, words), passages].join('\n')
    })
    downloadText(told.join('\n\n'), FILE)
    onLeave()
  }
  const discard = async () => {
    await discardWaiting(personId)
    onLeave()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={words.t('unsent.sign-out.title')}
      closeLabel={words.t('action.close')}
    >
      <div className="grid gap-4 p-5">
        <p>{words.t('unsent.sign-out.lead', { n: unsent })}</p>
        <div role="status" className="empty:hidden">
          {failed && (
            <Notice tone="warn" icon={CircleAlert}>
              {words.t('unsent.sign-out.not-sent', { n: unsent })}
            </Notice>
          )}
          {busy && words.t('unsent.sign-out.sending', { n: left })}
        </div>
        <div className="grid gap-2">
          <Button busy={busy} onClick={() => void send()}>
            <Send aria-hidden />
            {words.t('unsent.sign-out.send')}
          </Button>
          <Button kind="secondary" busy={busy} onClick={() => void download()}>
            <Download aria-hidden />
            {words.t('unsent.sign-out.export')}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void discard()}>
            <Trash2 aria-hidden />
            {words.t('unsent.sign-out.discard')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {words.t('action.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const FILE = 'teks-belum-terkirim'
