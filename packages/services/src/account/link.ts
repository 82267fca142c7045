import {
  type AccountLinkRow,
  findAccountLink,
  insertAccountLink,
  type Queryable,
  type Tx,
  takeAccountLink,
  voidAccountLinks,
} from '@mufakat/db'
import { type LinkKind, linkState } from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { hashOf, isToken, newToken } from '../token'

/*
 * Links that are given to somebody: invitation, reset, change of e-mail, objection to one. Invariants:
 * 1. The token (32 random bytes) stands in the link and nowhere else; the table knows its SHA-256.
 * 2. Looking at a link changes nothing: mail scanners fetch every address they see. Only sending its form takes it.
 * 3. It is taken in one statement in the transaction of what it opens: of two at once, one wins.
 * 4. At most one of a kind is open for a person (also an index); a newer one voids the older in its transaction.
 */

export interface MadeLink {
  readonly id: string
  readonly token: string
  readonly expiresAt: Date
}

/** For a person whose account the transaction holds. */
export async function makeLink(
  tx: Tx,
  link: {
    kind: LinkKind
    personId: string
    createdBy: string | null
    now: Date
    lastsMs: number
    email?: string
  },
): Promise<MadeLink> {
  const { kind, personId, createdBy, now, lastsMs, email } = link
  await voidAccountLinks(tx, { personId, kinds: [kind], now })
  const token = newToken()
  const id = newId(now.getTime())
  const expiresAt = new Date(now.getTime() + lastsMs)
  await insertAccountLink(tx, {
    id,
    kind,
    personId,
    tokenHash: hashOf(token),
    email: email ?? null,
    createdBy,
    createdAt: now,
    expiresAt,
  })
  return { id, token, expiresAt }
}

/** The link of a token if it is of this kind; null for anything else. */
export async function findLink(db: Queryable, kind: LinkKind, token: string): Promise<AccountLinkRow | null> {
  if (!isToken(token)) return null
  const link = await findAccountLink(db, hashOf(token))
  return link?.kind === kind ? link : null
}

/** A link that opens now; throws `conflict` for one that does not, whatever the reason. */
export async function openLink(
  db: Queryable,
  kind: LinkKind,
  token: string,
  now: Date,
): Promise<AccountLinkRow> {
  const link = await findLink(db, kind, token)
  if (link === null || linkState(link, now) !== 'open') throw new AppError('conflict', `${kind} link`)
  return link
}

/** Takes it for good; throws `conflict` when somebody else was faster. */
export async function takeLink(tx: Tx, link: AccountLinkRow, now: Date): Promise<void> {
  if (!(await takeAccountLink(tx, { id: link.id, now }))) throw new AppError('conflict', `${link.kind} link`)
}
