import { createWords, loadPageCatalogue } from '@mufakat/i18n'
import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { pageLanguage } from './frame/page-language'
import { WordsProvider } from './frame/words'

async function hydrate() {
  const { locale, zone } = pageLanguage()
  const words = createWords(locale, await loadPageCatalogue(locale), zone)
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
