import type { OpdRow } from '@mufakat/db'
import { type Actor, type CommitmentSubject, opdIdsOf, successionOf } from '@mufakat/domain'

/** Those who answer for it: its OPD, and each that has taken over the work since. */
export const ownersOf = (opds: readonly OpdRow[], ownerId: string | null): string[] =>
  ownerId === null ? [] : successionOf(opds, ownerId)

/** Whether somebody answers for their own OPD, and not by writing down what another said. */
export const speaksFor = (actor: Actor, { ownerOpdIds }: CommitmentSubject): boolean =>
  opdIdsOf(actor).some(id => ownerOpdIds.includes(id))
