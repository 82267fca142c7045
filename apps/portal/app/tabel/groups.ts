import type { CardGroup, TindakLanjutStatus } from '@mufakat/domain'
import type { Words } from '@mufakat/i18n'
import type { CardTableView, CardView } from '@mufakat/services'
import type { TableNames } from './table-names'

/** A stretch of rows that belong together; null: there are no groups. */
export interface RowGroup {
  readonly key: string
  readonly name: string | null
  /** Of the whole group, also on other pages. */
  readonly count: number
  readonly cards: readonly CardView[]
}

function keyOf(card: CardView, group: CardGroup): string | null {
  switch (group) {
    case 'opd':
      return card.opdId
    case 'status':
      return card.status
    case 'strategi':
      return card.strategy
    case 'rapat':
      return card.from?.rapatId ?? null
    case 'bulan':
      return card.due?.slice(0, 7) ?? null
  }
}

function nameOf(key: string, group: CardGroup, names: TableNames, words: Words): string | undefined {
  switch (group) {
    case 'opd':
      return names.opdById.get(key)?.shortName
    case 'status':
      return words.t(`status.tl.${key as TindakLanjutStatus}`)
    case 'strategi':
      return `${words.t('strategy.label', { code: key.toUpperCase() })}: ${words.lookup(`strategy.${key}`, key)}`
    case 'rapat':
      return names.rapatById.get(key)?.title
    case 'bulan':
      return words.date(`${key}-01`).replace(/^\d+ /, '')
  }
}

/** The rows of a page in their groups; the server has put them in order. */
export function groupsOf(
  { cards, groups }: Pick<CardTableView, 'cards' | 'groups'>,
  group: CardGroup | null,
  names: TableNames,
  words: Words,
): readonly RowGroup[] {
  if (group === null) return [{ key: '', name: null, count: cards.length, cards }]
  return groups.flatMap(({ key, count }): RowGroup[] => {
    const own = cards.filter(card => keyOf(card, group) === key)
    if (own.length === 0) return []
    const name =
      (key === null ? undefined : nameOf(key, group, names, words)) ?? words.t('tampilan.group.rest')
    return [{ key: key ?? '', name, count, cards: own }]
  })
}
