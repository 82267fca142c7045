import type { Json, JsonObject, Span } from '@mufakat/doc-model'
import type { FigureTextById } from '@mufakat/editor'
import { createContext, Fragment, type ReactNode, useContext } from 'react'
import { useWords } from '~/frame/words'

/** What indicators stand at, by id. */
const Figures = createContext<FigureTextById>({})
export const FiguresProvider = Figures.Provider

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only addresses that cannot run anything; others are shown as the words they stand on. */
export function safeHref(mark: Json | undefined): string | null {
  const href = isObject(mark) ? mark.href : mark
  if (typeof href !== 'string') return null
  return /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href.trim()) ? href.trim() : null
}

/** Marks always nest in this order, as the editor's do, so that the same text is the same DOM. */
function marked(text: ReactNode, marks: JsonObject | undefined): ReactNode {
  let node = text
  if (marks?.underline) node = <u>{node}</u>
  if (marks?.italic) node = <em>{node}</em>
  if (marks?.bold) node = <strong>{node}</strong>
  const href = safeHref(marks?.link)
  if (href) {
    node = (
      <a className="nt-link" href={href} rel="noopener noreferrer nofollow" target="_blank">
        {node}
      </a>
    )
  }
  return node
}

/** The editor draws the same (its `indicator-view.ts`). */
function Indicator({ id, label }: { id: string; label: string }) {
  const figure = useContext(Figures)[id]
  return (
    <span className="nt-angka" data-id={id}>
      <span className="nt-angka-name">{label}</span>
      {figure && (
        <>
          {' '}
          <span className="nt-angka-value">{figure.value}</span>
          {figure.more !== '' && <span className="nt-angka-more">{` · ${figure.more}`}</span>}
        </>
      )}
    </span>
  )
}

function Embed({ embed }: { embed: Json }) {
  const words = useWords()
  const indicator = isObject(embed) ? embed.indicator : undefined
  if (isObject(indicator)) return <Indicator id={String(indicator.id)} label={String(indicator.label)} />
  const mention = isObject(embed) ? embed.mention : undefined
  if (isObject(mention)) {
    return (
      <span className="nt-mention" data-kind={String(mention.kind)} data-id={String(mention.id)}>
        {`@${String(mention.label)}`}
      </span>
    )
  }
  const kind = isObject(embed) ? (Object.keys(embed)[0] ?? '?') : '?'
  return <span className="nt-unknown-embed">{words.t('notula.unknown', { kind })}</span>
}

export function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity and never change in place
    <Fragment key={at}>
      {marked('text' in span ? span.text : <Embed embed={span.embed} />, span.marks)}
    </Fragment>
  ))
}
