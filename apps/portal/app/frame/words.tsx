import type { PageWords, Words } from '@mufakat/i18n'
import { createContext, type ReactNode, useContext } from 'react'

const WordsContext = createContext<PageWords | null>(null)

export function WordsProvider({ words, children }: { words: PageWords; children: ReactNode }) {
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>
}

/** The language of this page. */
export function useWords(): PageWords {
  const words = useContext(WordsContext)
  if (!words) throw new Error('useWords outside of WordsProvider')
  return words
}

/**
 * Every word: for a still page (title.ts), which only the server draws, and for what stands inside of `MoreWords`.
 */
export function useAllWords(): Words {
  return useWords() as Words
}
