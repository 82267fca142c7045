import type { PageWords, PlainKey, Words } from '@mufakat/i18n'

/** A route's `handle`: what its page is called, in the language of the page. */
export interface PageHandle<Data = unknown> {
  title: (words: PageWords, data: Data) => string
}

/**
 * The `handle` of a page that is only read and has forms: the server alone draws it, and it brings no script. Links to
 * it load a document.
 */
export const STILL = { still: true } as const

/** The `handle` of a still page with a title of its own, which may be any of our words. */
export const stillPage = (title: PlainKey): PageHandle & typeof STILL => ({
  ...STILL,
  title: words => (words as Words).t(title),
})

/** The `handle` of a page that runs script and whose own words come with its data (`MoreWords`). */
export const titledBy = <Key extends string>(title: Key): PageHandle<{ texts: Record<Key, string> }> => ({
  title: (_words, { texts }) => texts[title],
})

/** In the `handle` of a page that shows one triwulan, which its address names as `tw`: another can be chosen on it. */
export const BY_TRIWULAN = { byTriwulan: true } as const

interface Match {
  handle?: unknown
  data?: unknown
}

const hasTitle = (handle: unknown): handle is PageHandle =>
  typeof handle === 'object' && handle !== null && 'title' in handle && typeof handle.title === 'function'

const says = (matches: readonly Match[], what: 'still' | 'byTriwulan'): boolean =>
  matches.some(
    ({ handle }) =>
      typeof handle === 'object' && handle !== null && (handle as Record<string, unknown>)[what] === true,
  )

export const isStill = (matches: readonly Match[]): boolean => says(matches, 'still')
export const isByTriwulan = (matches: readonly Match[]): boolean => says(matches, 'byTriwulan')

/** The title of the innermost page that has one and whose data has come. */
export function titleOf(matches: readonly Match[], words: PageWords): string {
  for (const match of [...matches].reverse()) {
    if (hasTitle(match.handle) && match.data !== undefined && match.data !== null) {
      return words.t('app.title', { page: match.handle.title(words, match.data) })
    }
  }
  return words.t('app.name')
}
