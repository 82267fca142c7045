import script from 'virtual:dasbor'
import type { ReactNode } from 'react'
import { useNonce } from '~/frame/nonce'
import { useAllWords } from '~/frame/words'

/** Figures that are brought up to date while they are looked at; without script they are of when the page was opened. */
export function Live({ mark, children }: { mark: string; children: ReactNode }) {
  const words = useAllWords()
  const nonce = useNonce()
  return (
    <>
      <div id="dasbor" data-mark={mark} className="grid gap-6">
        {children}
      </div>
      <p id="dasbor-kabar" role="status" className="sr-only" data-fresh={words.t('dasbor.fresh')} />
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: bundled from inset.ts */}
      <script nonce={nonce} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  )
}
