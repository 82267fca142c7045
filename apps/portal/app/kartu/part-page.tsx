import type { ReactNode } from 'react'
import { MoreWords } from '~/frame/more-words'
import { PageHead } from '~/frame/page-head'
import { useAllWords } from '~/frame/words'

interface PartPageProps {
  readonly cardId: string
  readonly title: 'bukti.title' | 'diskusi.title'
  readonly children: ReactNode
}

function Part({ cardId, title, children }: PartPageProps) {
  const words = useAllWords()
  const back = { to: `/tindak-lanjut/${cardId}`, label: words.t('bukti.back') }
  return (
    <div className="max-w-3xl">
      <PageHead title={words.t(title)} back={back} />
      {children}
    </div>
  )
}

/** A part of a card alone: where a form that was refused comes back to without script. */
export function PartPage({ texts, ...part }: PartPageProps & { texts: Readonly<Record<string, string>> }) {
  return (
    <MoreWords texts={texts}>
      <Part {...part} />
    </MoreWords>
  )
}
