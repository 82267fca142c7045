import type { CardPage, ContributionPart, OpdView } from '@mufakat/services'
import { createContext, useContext } from 'react'
import type { CardAnswer } from './card-form.server'

export type OpdName = Pick<OpdView, 'id' | 'shortName' | 'name' | 'active'>

/** What the parts of the page of a card look at. */
interface CardWorld {
  readonly page: CardPage
  readonly contribution: ContributionPart
  readonly opd: readonly OpdName[]
  /** For a form that is sent without script. */
  readonly commandId: string
  /** To the form that was sent last without script. */
  readonly answer: CardAnswer | undefined
}

const CardContext = createContext<CardWorld | null>(null)
export const CardProvider = CardContext.Provider

export function useCard(): CardWorld {
  const world = useContext(CardContext)
  if (world === null) throw new Error('useCard outside of CardProvider')
  return world
}

/** What an OPD is called in short; `none` where there is none. */
export function useOpdName(): (id: string | null, none: string) => string {
  const { opd } = useCard()
  return (id, none) => opd.find(one => one.id === id)?.shortName ?? none
}
