import type { Role } from './codes'

/** For whom a second factor is decided: each role that can harm many on its own, and everybody else together. */
export const FACTOR_GROUPS = ['admin', 'sekretariat', 'pimpinan', 'lainnya'] as const
export type FactorGroup = (typeof FACTOR_GROUPS)[number]

export const factorGroupOf = (role: Role): FactorGroup =>
  role === 'admin' || role === 'sekretariat' || role === 'pimpinan' ? role : 'lainnya'

export interface FactorRequirement {
  /** Since when each group must have a second factor; null: it may. */
  readonly since: Readonly<Record<FactorGroup, Date | null>>
  /** How long somebody without one may go on, from that moment or from the making of the account. */
  readonly graceDays: number
}

export const NO_FACTOR_REQUIREMENT: FactorRequirement = {
  since: { admin: null, sekretariat: null, pimpinan: null, lainnya: null },
  graceDays: 14,
}

/** What the requirement means to a person now. */
export type FactorStanding =
  /** Nothing is missing. */
  | { readonly kind: 'enough' }
  /** A second factor is missing, and everything works until then. */
  | { readonly kind: 'grace'; readonly until: Date }
  /** A second factor is missing, and nothing works but adding one. */
  | { readonly kind: 'needed' }

const DAY_MS = 86_400_000

/**
 * Judges a session (SPEC.md, SF1–SF3). `hasFactor`: the person has one, or the provider that vouched for this sign-in
 * asked for one itself.
 */
export function factorStanding(
  person: { readonly role: Role; readonly createdAt: Date; readonly hasFactor: boolean },
  requirement: FactorRequirement,
  now: Date,
): FactorStanding {
  const since = requirement.since[factorGroupOf(person.role)]
  if (since === null || person.hasFactor) return { kind: 'enough' }
  const begun = Math.max(since.getTime(), person.createdAt.getTime())
  const until = new Date(begun + requirement.graceDays * DAY_MS)
  return now < until ? { kind: 'grace', until } : { kind: 'needed' }
}

/** The requirement after a change: a group that had to have one before keeps its beginning. */
export function changedRequirement(
  before: FactorRequirement,
  wanted: { readonly groups: readonly FactorGroup[]; readonly graceDays: number },
  now: Date,
): FactorRequirement {
  const since = (group: FactorGroup) => (wanted.groups.includes(group) ? (before.since[group] ?? now) : null)
  return {
    since: {
      admin: since('admin'),
      sekretariat: since('sekretariat'),
      pimpinan: since('pimpinan'),
      lainnya: since('lainnya'),
    },
    graceDays: wanted.graceDays,
  }
}

/** Groups at a provider of identities → roles here. */
export type RoleMapping = Readonly<Record<string, Role>>

/** From the one that may most to the one that may least. */
const BY_REACH = ['admin', 'sekretariat', 'pimpinan', 'kepala_opd', 'staf_opd', 'tamu'] as const

/** The role that a person's groups give them: of several the one that may most; null when none is named. */
export function mappedRole(groups: readonly string[], mapping: RoleMapping): Role | null {
  const roles = groups.flatMap(group => (Object.hasOwn(mapping, group) ? [mapping[group]] : []))
  return BY_REACH.find(role => roles.includes(role)) ?? null
}
