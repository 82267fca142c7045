// Deciding that somebody is erased. Invariants:
// 1. Nothing of an official record goes: notula, keputusan, the audit and files keep the name of who wrote, signed or
//    acted (UU 43/2009); NIP and golongan stay with who chairs or writes a rapat or signs its invitation, because papers
//    carry them beside the signature.
// 2. Everything by which a person comes in or is reached goes, in one transaction, and cannot come back: the table
//    refuses it. The account stays, closed, under a number.
// 3. Nobody decides their own request; the last admin is not erased (U2); who holds a jabatan hands it over before.
import {
  decideErasureRequest,
  deleteOwnRows,
  type ErasureRequestRow,
  endDutiesOf,
  erasePersonRow,
  listErasureRequests,
  listHoldings,
  lockAdmins,
  lockErasureRequest,
  nextErasedNumber,
  recordsOfPerson,
  type Tx,
} from '@mufakat/db'
import { type Actor, leavesAnAdmin, wibDate } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { heldAccount } from '../account/held'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { queueMail } from '../mail/queue-mail'
import { forgetFailures } from '../rate-limit'
import type { DecideErasureInput } from './inputs'
import type { ErasureCase } from './views'

const SHOWN = 200

/** Requests of everybody, the open ones first. */
export async function listErasures(ctx: ServiceContext, actor: Actor | null): Promise<ErasureCase[]> {
  authorise(actor, 'erasure.decide')
  const rows = await listErasureRequests(ctx.database.db, { limit: SHOWN })
  return rows.map(row => ({ ...row, isOwn: row.personId === actor.personId }))
}

/** Grants or refuses a request, and tells its person by letter. What was granted cannot be taken back. */
export async function decideErasure(
  ctx: ServiceContext,
  actor: Actor | null,
  input: DecideErasureInput,
): Promise<void> {
  authorise(actor, 'erasure.decide')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    // Before any single account, as everywhere.
    const admins = await lockAdmins(tx)
    const request = isRowId(input.requestId) ? await lockErasureRequest(tx, input.requestId) : null
    if (request === null) throw new AppError('not-found', 'erasure request')
    if (request.state !== 'open') throw new AppError('conflict', 'decided')
    if (request.personId === actor.personId) throw new AppError('forbidden', 'own request')
    const decided = { id: request.id, by: actor.personId, now }
    if (input.decision === 'granted') {
      await erase(tx, request, { admins, now, by: actor.personId })
      await decideErasureRequest(tx, { ...decided, state: 'granted', reason: '' })
      return
    }
    const { email, locale, name } = await heldAccount(tx, request.personId)
    await decideErasureRequest(tx, { ...decided, state: 'refused', reason: input.reason })
    if (email !== null)
      await queueMail(tx, {
        event: `erasure:${request.id}`,
        to: email,
        locale,
        template: 'erasure-refused',
        data: { name, at: now.toISOString(), reason: input.reason },
      })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'erasure.refuse',
      subjectId: request.personId,
      details: { requestId: request.id },
    })
  })
}

async function erase(
  tx: Tx,
  request: ErasureRequestRow,
  { admins, now, by }: { admins: readonly string[]; now: Date; by: string },
): Promise<void> {
  const account = await heldAccount(tx, request.personId)
  const { id: personId, email, locale, name } = account
  const refuse = (field: string) =>
    new AppError('invalid-input', field, { fields: { decision: `field.${field}` } })
  const others = admins.filter(id => id !== personId).length
  if (!leavesAnAdmin(account, { ...account, active: false }, others)) throw refuse('last-admin')
  const today = wibDate(now)
  if ((await listHoldings(tx, { on: today, personIds: [personId] })).length > 0) throw refuse('still-holds')
  const { signs, writes, acts } = await recordsOfPerson(tx, personId)
  const number = await nextErasedNumber(tx)
  const keepsName = signs || writes || acts
  const gone = await deleteOwnRows(tx, { personId, email })
  await endDutiesOf(tx, { personId, today })
  await forgetFailures(tx, personId)
  await erasePersonRow(tx, {
    personId,
    name: keepsName ? name : `Pengguna terhapus #${number}`,
    nip: signs ? account.nip : null,
    golongan: signs ? account.golongan : null,
    number,
    now,
  })
  // Its address is forgotten with the letters' own retention.
  if (email !== null)
    await queueMail(tx, {
      event: `erasure:${request.id}`,
      to: email,
      locale,
      template: 'erasure-granted',
      data: { name, at: now.toISOString(), keepsName },
    })
  await recordAudit(tx, {
    at: now,
    actorId: by,
    action: 'erasure.grant',
    subjectId: personId,
    details: { requestId: request.id, number, keepsName, ...gone },
  })
}
