import {
  findLinkedPerson,
  findPersonBy,
  type IdentifiedPerson,
  insertIdentityLink,
  insertPeople,
  isLinked,
  lockAdmins,
  type Tx,
  updateAccount,
} from '@mufakat/db'
import { leavesAnAdmin, mappedRole, normalizeNip, type Role } from '@mufakat/domain'
import { err, newId, ok, type Result } from '@mufakat/kernel'
import { heldAccount } from '../account/held'
import { recordAudit } from '../audit'
import { tellOfSecurity } from '../factors/notice'
import type { ProviderRefusal } from './refusal'
import type { Provider } from './settings'

/** What a provider says of whoever signed in there: the ID token's claims with those of its userinfo. */
export type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 300) : null

/** A claim of groups: a list of names, or one. */
const groupsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(one => typeof one === 'string')

/** An e-mail counts only when the provider has verified it: anybody may write any at many of them. */
const emailOf = (claims: Claims): string | null =>
  claims.email_verified === true ? (text(claims.email)?.toLowerCase() ?? null) : null

/**
 * The person of these claims, linked and with the role of their groups, made when that is allowed. Only a refusal
 * leaves nothing behind; its caller ends the transaction then.
 */
export async function identify(
  tx: Tx,
  provider: Provider,
  claims: Claims,
  now: Date,
): Promise<Result<string, ProviderRefusal>> {
  const role = mappedRole(groupsOf(claims[provider.groupClaim]), provider.roles)
  const known = await findLinkedPerson(tx, { issuer: provider.issuer, subject: claims.sub })
  const found = known === null ? await match(tx, provider, claims) : ok(known)
  if (!found.ok) return found
  const person = found.value
  if (person === null)
    return provider.createsAccounts ? create(tx, provider, claims, role, now) : err('unknown-person')
  if (!person.active) return err('closed')
  if (known === null) {
    const linked = await link(tx, provider, claims, person.id, now)
    if (!linked) return err('unknown-person')
    await tellOfSecurity(tx, { personId: person.id, what: 'oidc-linked', now })
  }
  await changeRole(tx, person, role, now)
  return ok(person.id)
}

/** Somebody who comes for the first time, by the claim that is set. */
async function match(
  tx: Tx,
  provider: Provider,
  claims: Claims,
): Promise<Result<IdentifiedPerson | null, ProviderRefusal>> {
  const email = emailOf(claims)
  const nip = normalizeNip(text(claims[provider.nipClaim]) ?? '')
  if (provider.match === 'email' ? email === null : nip === null) return err('unverified')
  const person = await findPersonBy(
    tx,
    provider.match === 'email' ? { email: email ?? '' } : { nip: nip ?? '' },
  )
  // The provider knows this person as somebody else: an address was given to the next who came.
  if (person && (await isLinked(tx, { issuer: provider.issuer, personId: person.id })))
    return err('unknown-person')
  return ok(person)
}

async function create(
  tx: Tx,
  provider: Provider,
  claims: Claims,
  role: Role | null,
  now: Date,
): Promise<Result<string, ProviderRefusal>> {
  if (role === null) return err('no-role')
  const email = emailOf(claims)
  const nip = normalizeNip(text(claims[provider.nipClaim]) ?? '')
  // What the other claim says may be somebody's here already; then it is left out.
  const isFree = async (by: { email: string } | { nip: string }) => (await findPersonBy(tx, by)) === null
  const id = newId(now.getTime())
  await insertPeople(tx, [
    {
      id,
      name: text(claims.name) ?? text(claims.preferred_username) ?? email ?? claims.sub.slice(0, 100),
      email: email !== null && (await isFree({ email })) ? email : null,
      nip: nip !== null && (await isFree({ nip })) ? nip : null,
      role,
      createdAt: now,
    },
  ])
  await recordAudit(tx, { at: now, actorId: id, action: 'person.create', subjectId: id, details: { role } })
  await link(tx, provider, claims, id, now)
  return ok(id)
}

async function link(
  tx: Tx,
  provider: Provider,
  claims: Claims,
  personId: string,
  now: Date,
): Promise<boolean> {
  const isNew = await insertIdentityLink(tx, {
    issuer: provider.issuer,
    subject: claims.sub,
    personId,
    createdAt: now,
  })
  if (isNew) await recordAudit(tx, { at: now, actorId: personId, action: 'person.link', subjectId: personId })
  return isNew
}

/** Groups that are mapped to nothing leave the role as it is; the last who can administer stays one (rule U2). */
async function changeRole(tx: Tx, person: IdentifiedPerson, role: Role | null, now: Date): Promise<void> {
  if (role === null || role === person.role) return
  // Before the person, as everybody does who holds both.
  const admins = await lockAdmins(tx)
  const row = await heldAccount(tx, person.id)
  const others = admins.filter(id => id !== row.id).length
  if (!leavesAnAdmin(row, { ...row, role }, others)) return
  await updateAccount(tx, row.id, { role })
  await recordAudit(tx, {
    at: now,
    actorId: null,
    action: 'person.role',
    subjectId: person.id,
    details: { from: row.role, to: role, by: 'provider' },
  })
}
