import { CARRIED_TITLE, type StandingItem, withCarriedItem } from '@mufakat/domain'
import { randomId } from '@mufakat/kernel'

const plain = (text: string): string => text.trim().toLowerCase()

/** The item of an agenda that was made by hand which the series would let hold the list; null: there is none. */
export function itemForList<I extends { readonly title: string }>(
  items: readonly I[],
  template: readonly StandingItem[],
): I | null {
  const { items: standing, at } = withCarriedItem(template)
  const titles = [standing[at]?.title ?? CARRIED_TITLE, CARRIED_TITLE].map(plain)
  return items.find(item => titles.includes(plain(item.title))) ?? null
}

interface Item {
  readonly id?: string
  readonly title: string
  readonly minutes?: number | null
  readonly presenter?: string | null
}

/** An agenda that was made by hand, with an item that holds the list (SPEC.md S4): the one named like it, or a new one. */
export function withList(
  items: readonly Item[],
  template: readonly StandingItem[],
): { items: Item[]; carriedItemId: string } {
  const found = itemForList(items, template)
  const id = randomId()
  if (found !== null)
    return { items: items.map(item => (item === found ? { ...item, id } : item)), carriedItemId: id }
  const at = Math.min(1, items.length)
  const own = { id, title: CARRIED_TITLE, minutes: 30, presenter: null }
  return { items: [...items.slice(0, at), own, ...items.slice(at)], carriedItemId: id }
}
