import type { FilterReader } from '@mufakat/domain'
import type { BoardRights, BoardStart } from '@mufakat/services'
import { createContext, useContext } from 'react'

interface NamedOpd {
  readonly id: string
  readonly shortName: string
  readonly name: string
  readonly active: boolean
}

/** What cards only point at, and what they are judged by. */
export interface BoardNames {
  readonly today: string
  readonly rights: BoardRights
  readonly reader: FilterReader
  readonly opd: readonly NamedOpd[]
  readonly opdById: ReadonlyMap<string, NamedOpd>
  readonly rapatById: ReadonlyMap<string, BoardStart['rapat'][number]>
}

export const namesOf = (start: BoardStart, opd: readonly NamedOpd[]): BoardNames => ({
  today: start.today,
  rights: start.rights,
  reader: {
    today: start.today,
    ownOpdIds: start.rights.ownOpdIds,
    ownJabatan: start.mine.jabatan,
    ownCardIds: new Set(start.mine.cardIds),
  },
  opd,
  opdById: new Map(opd.map(one => [one.id, one])),
  rapatById: new Map(start.rapat.map(one => [one.id, one])),
})

const NamesContext = createContext<BoardNames | null>(null)
export const NamesProvider = NamesContext.Provider

export function useNames(): BoardNames {
  const names = useContext(NamesContext)
  if (names === null) throw new Error('useNames outside of a board')
  return names
}
