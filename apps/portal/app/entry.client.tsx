import { createWords, isLocale, loadPageCatalogue } from '@mufakat/i18n'
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { WordsProvider } from './frame/words'

async function hydrate() {
  const lang = document.documentElement.lang
  const locale = isLocale(lang) ? lang : 'id'
  const words = createWords(locale, await loadPageCatalogue(locale))
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsProvider words={words}>
          <RemixBrowser />
        </WordsProvider>
      </StrictMode>,
    )
  })
}

void hydrate()
