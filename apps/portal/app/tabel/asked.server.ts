import { cardFilterOf, cardTableLookOf } from '@mufakat/domain'
import { cardTableInput } from '@mufakat/services'

/** The page of the table that an address asks for. */
export function askedTable(url: string) {
  const params = new URL(url).searchParams
  const page = Number(params.get('hal') ?? 1)
  const { sort, isDown, group, columns } = cardTableLookOf(params)
  const input = cardTableInput.parse({
    ...{ filter: cardFilterOf(params), sort, isDown, group },
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
  })
  return { input, columns }
}
