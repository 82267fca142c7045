import type { MentionView } from '@mufakat/services'
import { Fragment } from 'react'
import { useAllWords } from '~/frame/words'
import { parted } from './parted'

/** The words something is about, as they stood; a line as a whole has none. */
export function Quoted({ quote }: { quote: string }) {
  const words = useAllWords()
  return (
    <blockquote className="border-l-3 border-accent pl-3 text-sm text-ink-2 [overflow-wrap:anywhere]">
      {quote === '' ? words.t('komentar.whole-line') : quote}
    </blockquote>
  )
}

/** What somebody wrote, with the names it tells set off. */
export function Said({ body, mentions }: { body: string; mentions: readonly MentionView[] }) {
  const labels = mentions.map(mention => mention.label).sort((a, b) => b.length - a.length)
  return (
    <p className="text-sm whitespace-pre-line [overflow-wrap:anywhere]">
      {parted(body, labels).map((part, at) =>
        part.named ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity and never change in place
          <strong key={at} className="font-semibold text-accent-strong">
            {part.text}
          </strong>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={at}>{part.text}</Fragment>
        ),
      )}
    </p>
  )
}
