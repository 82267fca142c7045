import { listContributions, listDistricts, listIndicatorNames, listVillages } from '@mufakat/db'
import { type Actor, type Contribution, MAX_CONTRIBUTIONS, may } from '@mufakat/domain'
import type { ServiceContext } from '../context'
import { cardFor } from './card-for'
import { isGone } from './scope'

export interface ContributionView extends Contribution {
  readonly indicatorId: string
  readonly name: string
  readonly unit: string
}

/** What a card contributes, with what a form of it chooses from. */
export interface ContributionPart {
  /** In the order of the indicators. */
  readonly contributions: readonly ContributionView[]
  /** Every indicator, also one that is no longer used: what happened may name it. */
  readonly indicators: readonly {
    readonly id: string
    readonly name: string
    readonly unit: string
    readonly active: boolean
    readonly programme: string
  }[]
  /** Every kecamatan with its desa and kelurahan, for the same reason. */
  readonly districts: readonly (Place & { readonly villages: readonly Place[] })[]
  readonly mayEdit: boolean
  /** As many as there may be. */
  readonly isFull: boolean
}

interface Place {
  readonly code: string
  readonly name: string
  readonly active: boolean
}

/** What a card contributes to, and what may be said of that. */
export async function contributionPart(
  ctx: ServiceContext,
  by: Actor | null,
  cardId: string,
): Promise<ContributionPart> {
  const { db } = ctx.database
  const { actor, card, subject } = await cardFor(db, by, 'kartu.read', cardId)
  const [rows, indicators, districts, villages] = await Promise.all([
    listContributions(db, [card.id]),
    listIndicatorNames(db),
    listDistricts(db),
    listVillages(db),
  ])
  return {
    contributions: rows.map(({ cardId: _, ...row }) => row),
    indicators,
    districts: districts.map(({ code, name, active }) => ({
      ...{ code, name, active },
      villages: villages
        .filter(village => village.districtCode === code)
        .map(village => ({ code: village.code, name: village.name, active: village.active })),
    })),
    mayEdit: may(actor, 'kartu.contribute', subject) && !isGone(card),
    isFull: rows.length >= MAX_CONTRIBUTIONS,
  }
}
