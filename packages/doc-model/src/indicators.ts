import type { ContentLine, NotulaContent } from './content'
import { isJsonObject, type Json } from './json'
import type { NamedIndicator } from './kinds'

/** The indicator that an embed names; null: it is something else. */
export function indicatorOf(embed: Json): NamedIndicator | null {
  const named = isJsonObject(embed) ? embed.indicator : undefined
  if (!isJsonObject(named)) return null
  const { id, label } = named
  return typeof id === 'string' && typeof label === 'string' ? { id, label } : null
}

const inCells = ({ table }: ContentLine): readonly ContentLine[] =>
  table?.rows.flatMap(({ cells }) => cells.flat()) ?? []

/** Every indicator that a notula names, in the order it is read, with the first line that does; a cell has its table's. [N32] */
export function namedIndicators(content: NotulaContent): (NamedIndicator & { readonly lineId: string })[] {
  const found = new Map<string, NamedIndicator & { readonly lineId: string }>()
  for (const line of content.items.flatMap(item => item.lines))
    for (const span of [line, ...inCells(line)].flatMap(({ spans }) => spans)) {
      const named = 'embed' in span ? indicatorOf(span.embed) : null
      if (named !== null && !found.has(named.id)) found.set(named.id, { ...named, lineId: line.id })
    }
  return [...found.values()]
}
