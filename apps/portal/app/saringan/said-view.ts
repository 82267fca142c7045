import {
  type CardFilter,
  type CardTableLook,
  type CardViewName,
  cardFilterOf,
  cardTableLookOf,
} from '@mufakat/domain'
import { useAllWords } from '~/frame/words'
import { lookOf } from '~/papan/view'

/** What a view looks for and how it is put, in words, as its filter bar names it. */
export function useSaidView(): (
  view: CardViewName,
  query: string,
  opdName: (id: string) => string,
) => string[] {
  const words = useAllWords()
  const of = (label: string, value: string) => words.t('tampilan.saved.said', { label, value })

  const filterOf = (filter: CardFilter, opdName: (id: string) => string): (string | null)[] => [
    filter.text === '' ? null : of(words.t('tampilan.search'), filter.text),
    filter.whose && words.t(`tampilan.whose.${filter.whose}`),
    filter.isLate ? words.t('tampilan.late') : null,
    filter.isToVerify ? words.t('tampilan.verify') : null,
    filter.opdId && of(words.t('tampilan.opd'), opdName(filter.opdId)),
    filter.status && of(words.t('tampilan.status'), words.t(`status.tl.${filter.status}`)),
    filter.priority && of(words.t('tampilan.priority'), words.t(`priority.${filter.priority}`)),
    filter.strategy && of(words.t('tampilan.strategy'), words.t(`strategy.${filter.strategy}`)),
    filter.rapatId && words.t('tampilan.saved.rapat'),
    filter.dueFrom && of(words.t('tampilan.from'), words.date(filter.dueFrom, 'short')),
    filter.dueTo && of(words.t('tampilan.to'), words.date(filter.dueTo, 'short')),
  ]

  const tableOf = ({ sort, isDown, group, columns }: CardTableLook, isColumnsSaid: boolean) => {
    const by = words.t(sort === 'papan' ? 'tampilan.sort.papan' : `tampilan.column.${sort}`)
    const down = isDown ? `, ${words.t('tampilan.sort.down').toLowerCase()}` : ''
    return [
      sort === 'papan' && !isDown ? null : of(words.t('tampilan.sort'), by + down),
      group && of(words.t('tampilan.group'), words.t(`tampilan.group.${group}`)),
      isColumnsSaid
        ? of(words.t('tampilan.columns'), columns.map(one => words.t(`tampilan.column.${one}`)).join(', '))
        : null,
    ]
  }

  return (view, query, opdName) => {
    const params = new URLSearchParams(query)
    const said = filterOf(cardFilterOf(params), opdName)
    if (view === 'tabel') said.push(...tableOf(cardTableLookOf(params), params.has('tampil')))
    if (view === 'papan') {
      const { columns, lanes } = lookOf(params)
      if (columns !== 'status') said.push(of(words.t('papan.columns'), words.t(`papan.columns.${columns}`)))
      if (lanes !== 'tanpa') said.push(of(words.t('papan.lanes'), words.t(`papan.lanes.${lanes}`)))
    }
    return said.filter(part => part !== null)
  }
}
