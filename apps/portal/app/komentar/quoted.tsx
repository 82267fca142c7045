import type { MentionView } from '@mufakat/services'
import { Fragment } from 'react'
import { useAllWords } from '~/frame/words'

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

/** A text in parts, those that name somebody apart; labels come longest first. */
export function parted(body: string, labels: readonly string[]): { text: string; named: boolean }[] {
  const parts: { text: string; named: boolean }[] = []
  let plain = ''
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at + 1)
    const label =
      body[at] === '@'
        ? labels.find(one => rest.slice(0, one.length).toLowerCase() === one.toLowerCase())
        : undefined
    if (label === undefined) {
      plain += body[at]
      at += 1
      continue
    }
    if (plain !== '') parts.push({ text: plain, named: false })
    parts.push({ text: body.slice(at, at + 1 + label.length), named: true })
    plain = ''
    at += 1 + label.length
  }
  if (plain !== '') parts.push({ text: plain, named: false })
  return parts
}
