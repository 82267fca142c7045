import type { OpdRow } from '@mufakat/db'
import type { Actor, CommitmentSubject } from '@mufakat/domain'

/** An OPD and those that have taken its place, to the end of the chain. */
export function ownersOf(opds: readonly OpdRow[], ownerId: string | null): string[] {
  const chain: string[] = []
  for (let id = ownerId; id !== null && !chain.includes(id); ) {
    chain.push(id)
    id = opds.find(opd => opd.id === id)?.mergedInto ?? null
  }
  return chain
}

/** Whether somebody answers for their own OPD, and not by writing down what another said. */
export const speaksFor = (actor: Actor, { ownerOpdIds }: CommitmentSubject): boolean =>
  actor.opdId !== null && ownerOpdIds.includes(actor.opdId)
