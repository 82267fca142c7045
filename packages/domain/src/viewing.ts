import type { Role } from './codes'

/** Why an admin looks at the portal as another person; the audit keeps it. */
export const VIEWING_REASONS = ['bantuan', 'masalah', 'izin', 'pengawasan'] as const
export type ViewingReason = (typeof VIEWING_REASONS)[number]

/** So long at most, ms. */
export const VIEWING_MS = 30 * 60_000

/** Whether somebody may be looked at as (SPEC.md P15): not another admin, whose rights are no less. */
export const canBeViewed = (
  person: { readonly id: string; readonly role: Role; readonly active: boolean },
  adminId: string,
): boolean => person.active && person.role !== 'admin' && person.id !== adminId
