import { CARD_VIEWS, type CardViewName, isCode, keptQuery } from '@mufakat/domain'

/** A view that is to be kept, as its address says it. */
export interface KeptView {
  readonly view: CardViewName
  readonly query: string
}

interface Said {
  get(name: string): unknown
}

/** Null: nothing is to be kept. */
export function keptOf(said: Said): KeptView | null {
  const view = said.get('pandang')
  if (!isCode(CARD_VIEWS, view)) return null
  return { view, query: keptQuery(view, String(said.get('kueri') ?? '').slice(0, 2_000)) }
}
