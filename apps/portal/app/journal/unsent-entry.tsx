import { appendPassages } from '@mufakat/doc-model'
import type { Words } from '@mufakat/i18n'
import type { LiveDocument, Shelved } from '@mufakat/live'
import { Button, useToast } from '@mufakat/ui'
import { ClipboardCopy, Clock, CornerDownLeft, Download, Trash2, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import type * as Y from 'yjs'
import { downloadText, plainText, readable, reasonOf, shelvedAt } from './readable'

/** One opening's worth of text that did not get across: what it says, why, and what can be done with it. */
export function UnsentEntry({
  words,
  shelved,
  shelf,
  doc,
  canReenter,
}: {
  words: Words
  shelved: Shelved
  shelf: LiveDocument['shelf']
  /** The document as it is now, where it is open. */
  doc: Y.Doc | null
  canReenter: boolean
}) {
  const toast = useToast()
  const passages = useMemo(() => readable(shelved, doc), [shelved, doc])
  const text = plainText(passages)
  const reenteredAt = shelved.aside?.reenteredAt ?? null
  const Icon = shelved.aside === null ? Clock : TriangleAlert

  const copy = () =>
    void navigator.clipboard.writeText(text).then(() => toast({ text: words.t('unsent.copied') }))
  const reenter = () => {
    if (doc === null) return
    appendPassages(doc, passages)
    void shelf.markReentered(shelved)
    toast({ text: words.t('unsent.reentered') })
  }
  const discard = () =>
    void shelf
      .discard(shelved)
      .then(putBack => toast({ text: words.t('unsent.discarded'), undo: () => void putBack() }))

  return (
    <li className="grid gap-3 p-4 sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <span className="flex items-center gap-1.5 font-semibold">
          <Icon aria-hidden className="size-4 flex-none" />
          {reasonOf(shelved, words)}
        </span>
        <span>{shelvedAt(shelved, words)}</span>
      </p>
      {passages.length === 0 && <p className="text-ink-2">{words.t('unsent.no-text')}</p>}
      {passages.map((passage, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: passages have no name of their own and never change places
        <div key={at} className="border-l-2 border-line-strong pl-3">
          <p className="text-xs font-semibold text-ink-2">
            {passage.title ?? words.t('unsent.item.unknown')}
          </p>
          <p className="whitespace-pre-wrap break-words">{passage.text}</p>
        </div>
      ))}
      <div className="flex flex-wrap items-center gap-2">
        {canReenter && passages.length > 0 && reenteredAt === null && (
          <Button kind="primary" size="sm" onClick={reenter}>
            <CornerDownLeft aria-hidden />
            {words.t('unsent.reenter')}
          </Button>
        )}
        {passages.length > 0 && (
          <>
            <Button kind="secondary" size="sm" onClick={copy}>
              <ClipboardCopy aria-hidden />
              {words.t('unsent.copy')}
            </Button>
            <Button kind="secondary" size="sm" onClick={() => downloadText(text, FILE)}>
              <Download aria-hidden />
              {words.t('unsent.download')}
            </Button>
          </>
        )}
        <Button kind="danger" size="sm" onClick={discard}>
          <Trash2 aria-hidden />
          {words.t('unsent.discard')}
        </Button>
        {reenteredAt !== null && (
          <span className="text-sm text-ink-2">
            {words.t('unsent.reentered-at', { time: words.dateTime(new Date(reenteredAt)) })}
          </span>
        )}
      </div>
    </li>
  )
}

const FILE = 'teks-belum-terkirim'
