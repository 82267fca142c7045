import type { Role } from './codes'

/** What decides whether an account can administer: an admin, active, with a way in. */
export interface AccountState {
  readonly role: Role
  readonly active: boolean
  readonly hasPassword: boolean
}

const administers = (account: AccountState): boolean =>
  account.role === 'admin' && account.active && account.hasPassword

/**
 * Whether somebody can still administer after this change (SPEC.md U2). `others`: how many other accounts can.
 * An installation that never had one (an admin who is invited and has not come yet) is not held up.
 */
export const leavesAnAdmin = (before: AccountState, after: AccountState, others: number): boolean =>
  others > 0 || !administers(before) || administers(after)

/** What a link that was sent to somebody is for. */
export const LINK_KINDS = ['invitation', 'reset', 'email', 'objection'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export type LinkState = 'open' | 'used' | 'void' | 'expired'

/** Whether a link still opens something (SPEC.md U4). */
export function linkState(
  link: { readonly usedAt: Date | null; readonly voidedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): LinkState {
  if (link.usedAt !== null) return 'used'
  if (link.voidedAt !== null) return 'void'
  return link.expiresAt > now ? 'open' : 'expired'
}
