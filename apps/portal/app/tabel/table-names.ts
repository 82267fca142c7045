import type { CardTableView } from '@mufakat/services'
import { createContext, useContext } from 'react'

interface NamedOpd {
  readonly id: string
  readonly shortName: string
  readonly name: string
  readonly active: boolean
}

/** What rows only point at, and what they are judged by. */
export interface TableNames {
  readonly today: string
  readonly rights: CardTableView['rights']
  readonly opd: readonly NamedOpd[]
  readonly opdById: ReadonlyMap<string, NamedOpd>
  readonly rapatById: ReadonlyMap<string, CardTableView['rapat'][number]>
}

export const tableNamesOf = (
  { today, rights, rapat }: Pick<CardTableView, 'today' | 'rights' | 'rapat'>,
  opd: readonly NamedOpd[],
): TableNames => ({
  ...{ today, rights, opd },
  opdById: new Map(opd.map(one => [one.id, one])),
  rapatById: new Map(rapat.map(one => [one.id, one])),
})

const NamesContext = createContext<TableNames | null>(null)
export const TableNamesProvider = NamesContext.Provider

export function useTableNames(): TableNames {
  const names = useContext(NamesContext)
  if (names === null) throw new Error('useTableNames outside of a table')
  return names
}
