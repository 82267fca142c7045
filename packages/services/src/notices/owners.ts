import { type HoldingRow, listHoldings, listOpdRows, type OpdRow, type Queryable } from '@mufakat/db'
import { holderOn, successionOf, successorOf, type Tanggal } from '@mufakat/domain'

/** Whose work a card is. */
interface OwnedCard {
  readonly ownerOpdId: string | null
  readonly jabatan: string | null
}

interface CardOwners {
  /** Who leads it. */
  readonly heads: readonly string[]
  /** Who holds the jabatan that the card names. */
  readonly holders: readonly string[]
}

/** People who stand for OPD on a day, asked for once for many cards. */
export interface Organisation {
  ownersOf(card: OwnedCard): CardOwners
  /** Everybody who holds a jabatan in the OPD, or in the one that has taken its place. */
  membersOf(opdId: string): readonly string[]
}

/** @param opdIds those that are asked about, before anything took their place */
export async function organisationOn(
  db: Queryable,
  opdIds: readonly string[],
  today: Tanggal,
): Promise<Organisation> {
  const opd: readonly OpdRow[] = opdIds.length === 0 ? [] : await listOpdRows(db)
  const concerned = [...new Set(opdIds.flatMap(id => successionOf(opd, id)))]
  const holdings = concerned.length === 0 ? [] : await listHoldings(db, { on: today, opdIds: concerned })

  /** Who exercises these jabatan; of several in one, who comes first. */
  const holdersOf = (wanted: readonly HoldingRow[]): string[] => {
    const posts = [...new Set(wanted.map(({ jabatanId }) => jabatanId))]
    const people = posts.flatMap(post => holderOn(holdings, post, today)?.personId ?? [])
    return [...new Set(people)]
  }
  return {
    membersOf: opdId => {
      const now = successorOf(opd, opdId)
      return [...new Set(holdings.filter(one => one.opdId === now).map(one => one.personId))]
    },
    ownersOf: ({ ownerOpdId, jabatan }) => {
      if (ownerOpdId === null) return { heads: [], holders: [] }
      const chain = successionOf(opd, ownerOpdId)
      const now = successorOf(opd, ownerOpdId)
      const within = holdings.filter(one => one.opdId === now)
      const named = jabatan?.trim().toLowerCase()
      const isNamed = (one: HoldingRow) => one.jabatan.toLowerCase() === named && chain.includes(one.opdId)
      return {
        heads: holdersOf(within.filter(one => one.isHead)),
        holders: named ? holdersOf(holdings.filter(isNamed)) : [],
      }
    },
  }
}
