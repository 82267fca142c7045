import type { id } from './words/id'
import type { pageId } from './words/page.id'

export type MessageKey = keyof typeof id
export type Catalogue = Readonly<Record<MessageKey, string>>
/** What a page says that holds no editor: a browser carries no more until an editor opens. */
export type PageKey = keyof typeof pageId
export type PageCatalogue = Readonly<Record<PageKey, string>>

/** The names in `{name}` and `{n|one|other}` of a message. */
type NamesIn<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}`
  ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
  : never

/** What a message needs, by the Indonesian text: a call without it, or with a wrong name, does not compile. */
export type MessageParams<K extends MessageKey> = [NamesIn<(typeof id)[K]>] extends [never]
  ? []
  : [Record<NamesIn<(typeof id)[K]>, string | number>]

/** The messages that need nothing: what a table of names may hold. */
export type PlainKey = { [K in MessageKey]: MessageParams<K> extends [] ? K : never }[MessageKey]

const PLACEHOLDER = /\{([^{}|]+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g

/**
 * Fills a message. `{n|one|other}` chooses by the number `n`; Indonesian has no plural form and never uses
 * it. A missing value stays visible as its name rather than as an empty hole.
 */
export function fillMessage(
  text: string,
  params: Readonly<Record<string, string | number>> = {},
  show: (value: number) => string = String,
): string {
  return text.replace(PLACEHOLDER, (whole, name: string, one?: string, other?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    if (one !== undefined && other !== undefined) return Number(value) === 1 ? one : other
    return typeof value === 'number' ? show(value) : value
  })
}

/** The names a text asks for, sorted: two languages must ask for the same. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(match => match[1] ?? ''))].sort()
}
