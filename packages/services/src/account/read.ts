import {
  type AccountRow,
  countAccounts,
  findAccount,
  type HoldingRow,
  listAccountLinks,
  listAccountRows,
  listEveryHolding,
  listHoldings,
  listSessionsOf,
} from '@mufakat/db'
import type { Actor, Tanggal } from '@mufakat/domain'
import { isEffective, linkState, mainHoldingOf, wibDate } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { personRef } from '../people'
import { slowedSignIn } from '../rate-limit'
import { SESSION_IDLE_MS } from '../session'
import type { AccountFilterInput } from './inputs'
import type { AccountDetail, AccountPage, AccountSummary, HoldingView } from './views'

const PAGE = 50

function summaryOf(row: AccountRow, holdings: readonly HoldingRow[], today: Tanggal): AccountSummary {
  const { jabatan, opd } = personRef(row, mainHoldingOf(holdings, row.id, today))
  const { id, name, email, nip, role, active, hasPassword, lastSignInAt, erasedNumber } = row
  return { id, name, email, nip, role, active, hasPassword, lastSignInAt, erasedNumber, jabatan, opd }
}

/** Everybody by name, fifty a page; a page past the last is the last. */
export async function listAccounts(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AccountFilterInput,
): Promise<AccountPage> {
  authorise(actor, 'account.read')
  const { db } = ctx.database
  const today = wibDate(ctx.clock.now())
  const filter = { ...input, today }
  const total = await countAccounts(db, filter)
  const pages = Math.max(1, Math.ceil(total / PAGE))
  const page = Math.min(input.page, pages)
  const rows = await listAccountRows(db, filter, { limit: PAGE, offset: (page - 1) * PAGE })
  const holdings = await listHoldings(db, { on: today, personIds: rows.map(row => row.id) })
  return { accounts: rows.map(row => summaryOf(row, holdings, today)), total, page, pages }
}

export const holdingView = (row: HoldingRow, today: Tanggal): HoldingView => ({
  id: row.id,
  jabatan: row.jabatan,
  isHead: row.isHead,
  opd: { id: row.opdId, shortName: row.opdShortName, name: row.opdName },
  kind: row.kind,
  from: row.from,
  until: row.until,
  when: isEffective(row, today) ? 'now' : row.from > today ? 'coming' : 'past',
})

/** An account with everything an admin decides about. */
export async function getAccount(
  ctx: ServiceContext,
  actor: Actor | null,
  personId: string,
): Promise<AccountDetail> {
  authorise(actor, 'account.read')
  const { db } = ctx.database
  const now = ctx.clock.now()
  const today = wibDate(now)
  const row = isRowId(personId) ? await findAccount(db, personId) : null
  if (row === null) throw new AppError('not-found', 'account')
  const [holdings, sessions, links, slowed] = await Promise.all([
    listEveryHolding(db, { personId }),
    listSessionsOf(db, { personId, now, idleSince: new Date(now.getTime() - SESSION_IDLE_MS) }),
    listAccountLinks(db, personId),
    slowedSignIn(db, personId, now),
  ])
  const invitation = links.find(link => link.kind === 'invitation') ?? null
  return {
    ...summaryOf(row, holdings, today),
    phone: row.phone,
    golongan: row.golongan,
    revision: row.revision,
    locale: row.locale,
    createdAt: row.createdAt,
    holdings: holdings.map(holding => holdingView(holding, today)),
    sessions: sessions.map(session => ({ ...session, current: false })),
    invitation: invitation && {
      state: linkState(invitation, now),
      createdAt: invitation.createdAt,
      expiresAt: invitation.expiresAt,
    },
    slowed,
  }
}
