import { fillMessage, type PageWords } from '@mufakat/i18n'
import { type ReactNode, useMemo } from 'react'
import { useWords, WordsProvider } from './words'

type Texts = Readonly<Record<string, string>>

/** Words that came with a page's data, over those that every page has: no other page has to carry them. */
export function MoreWords({ texts, children }: { texts: Texts; children: ReactNode }) {
  const words = useWords()
  const more = useMemo(() => withTexts(words, texts), [words, texts])
  return <WordsProvider words={more}>{children}</WordsProvider>
}

function withTexts(words: PageWords, texts: Texts): PageWords {
  const lookup: PageWords['lookup'] = (key, fallback, params) => {
    const text = texts[key]
    return text === undefined ? words.lookup(key, fallback, params) : fillMessage(text, params, words.number)
  }
  return { ...words, lookup, t: (key, ...params) => lookup(key, key, params[0]) }
}
