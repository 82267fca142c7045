import { claimLeases, grantLeases, type LeaseGrant } from '@mufakat/db'
import { batched } from './batched'
import type { Sql } from './ports'

/**
 * Leases are given and taken up for everyone who comes at the same moment in one statement: after a restart that is
 * one commit instead of hundreds.
 */
export interface Leases {
  /** False: the clientID is taken in this document. */
  grant(lease: LeaseGrant): Promise<boolean>
  /** The lease's new epoch; null when it is not this person's, or has ended, or was claimed anew meanwhile. */
  claim(lease: LeaseGrant): Promise<number | null>
}

export function openLeases(sql: Sql): Leases {
  const granted = batched(async (grants: readonly LeaseGrant[]) => {
    const those = await grantLeases(sql, grants)
    return new Map(grants.map(grant => [grant, those.has(grant)]))
  })
  const claimed = batched((claims: readonly LeaseGrant[]) => claimLeases(sql, claims))
  return {
    grant: async lease => (await granted(lease)) ?? false,
    claim: async lease => (await claimed(lease)) ?? null,
  }
}
