import {
  decideKoreksi,
  insertApproval,
  insertKoreksi,
  type KoreksiRow,
  knownOpdIds,
  listHoldings,
  listKoreksiRows,
  listReachable,
  listSealedRecords,
  lockRapat,
  type Queryable,
  type RapatRow,
  type SealedRecordRow,
  type Tx,
} from '@mufakat/db'
import { canonicalText } from '@mufakat/doc-model'
import {
  type Actor,
  type ApprovedState,
  approvalRoleOf,
  correctedLine,
  dayIn,
  holderOn,
  isAgreed,
  type KoreksiChange,
  koreksiChanges,
  type LineFacts,
  type Officers,
  standingApprovals,
} from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import type { MailingContext } from '../account/mail'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId } from '../context'
import { askKept } from '../papers/ask'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { sealKoreksi } from '../sealing/record'
import { digestOf } from '../sealing/rows'
import { recordText, sealedChanges, sealedItems } from '../sealing/sealed-text'
import { settingOf } from '../settings/settings'
import type { ApproveKoreksiInput, CloseKoreksiInput, ProposeKoreksiInput } from './inputs'
import { tellKoreksiRatified, tellKoreksiReturned, tellKoreksiSubmitted } from './letters'
import { approvalsOf, bytesOfHex, hex } from './state'

/*
 * Corrections of what is sealed. Invariants:
 * 1. The sealed text is read from its record, never from rows; it is not written.
 * 2. One is open at a time (also an index), so that its number is the next one.
 * 3. What is approved is its hash, over number, reason, both wordings and the record it corrects; nothing of an open
 *    one changes, so that an approval holds until it is closed.
 */

/** What holds now of every line that can be corrected. */
export function linesNow(records: readonly SealedRecordRow[]): Map<string, LineFacts> {
  const [record] = records
  if (record === undefined) return new Map()
  const corrections = sealedChanges(records)
  return new Map(
    sealedItems(recordText(record).bagian.naskah.isi)
      .flatMap(({ lines }) => lines)
      .map(({ lineId, facts }) => [lineId, correctedLine(lineId, facts, corrections)]),
  )
}

/** What somebody approves: it says everything about the correction but who has approved it. */
export const koreksiHash = (koreksi: KoreksiRow, record: SealedRecordRow): string =>
  digestOf({
    catatan: hex(record.hash),
    nomor: koreksi.number,
    alasan: koreksi.reason,
    perubahan: koreksi.changes,
    diusulkan: { oleh: koreksi.proposedBy, pada: koreksi.proposedAt.toISOString() },
  })

/** What an approval of it is for, in the terms of one of a notula. */
export const koreksiState = (koreksi: KoreksiRow, record: SealedRecordRow): ApprovedState => ({
  headSeq: Number(recordText(record).bagian.naskah.dokumen[0]?.head_seq ?? 0),
  contentHash: koreksiHash(koreksi, record),
  partsHash: hex(record.hash),
})

/**
 * Who signs for a sealed notula now (domain, V7): its pimpinan and notulis, or, for one who left, who exercises the
 * jabatan they signed in.
 */
export async function signersOf(
  db: Queryable,
  rapat: RapatRow,
  record: SealedRecordRow,
  now: Date,
): Promise<Officers> {
  const { zone } = await settingOf(db, 'calendar')
  const today = dayIn(zone, now)
  const people = await listReachable(
    db,
    [rapat.chairId, rapat.notulisId].flatMap(id => id ?? []),
  )
  const { orang } = recordText(record).sebutan
  const standIn = async (personId: string | null): Promise<string | null> => {
    if (personId === null || people.some(one => one.id === personId && one.active)) return personId
    const jabatanId = orang[personId]?.jabatanId
    if (jabatanId == null) return null
    return holderOn(await listHoldings(db, { on: today }), jabatanId, today)?.personId ?? null
  }
  return { chairId: await standIn(rapat.chairId), notulisId: await standIn(rapat.notulisId) }
}

const recordOf = (records: readonly SealedRecordRow[]): SealedRecordRow => {
  const [record] = records
  if (record === undefined) throw new AppError('conflict', 'nothing is sealed')
  return record
}

/** Proposes the next Koreksi; `conflict` while one is open. */
export async function proposeKoreksi(
  ctx: MailingContext,
  actor: Actor | null,
  input: ProposeKoreksiInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'koreksi.propose', input.rapatId)
    const records = await listSealedRecords(tx, rapat.id)
    const record = recordOf(records)
    guardNik(
      Object.fromEntries([
        ['reason', input.reason],
        ...input.changes.map(({ lineId, field, after }) => [`${lineId}.${field}`, after] as const),
      ]),
      input.nikConfirmed,
    )
    if ((await listKoreksiRows(tx, rapat.id, ['diajukan'])).length > 0)
      throw new AppError('conflict', 'a Koreksi is open')
    const changes = koreksiChanges(linesNow(records), input.changes)
    if (!changes.ok) throw new AppError('invalid-input', 'koreksi', { fields: { ...changes.error } })
    await checkOwners(tx, changes.value)
    const id = newId(now.getTime())
    const number = records.length
    await insertKoreksi(tx, {
      id,
      rapatId: rapat.id,
      number,
      state: 'diajukan',
      reason: input.reason,
      changes: canonicalText(changes.value),
      proposedBy: actor?.personId ?? '',
      proposedAt: now,
    })
    await recordAudit(tx, {
      at: now,
      actorId: actor?.personId ?? null,
      action: 'koreksi.propose',
      rapatId: rapat.id,
      subjectId: id,
      details: { number, changes: changes.value.length },
    })
    const signers = await signersOf(tx, rapat, record, now)
    const told = { id, number, by: actor?.personId ?? '', reason: input.reason, signers }
    await tellKoreksiSubmitted(tx, ctx.baseUrl, rapat, told)
  })
}

async function checkOwners(tx: Tx, changes: readonly KoreksiChange[]): Promise<void> {
  for (const { lineId, field, after } of changes)
    if (field === 'owner' && after !== null)
      if (!isRowId(after) || !(await knownOpdIds(tx, [after])).has(after))
        throw new AppError('invalid-input', 'owner', { fields: { [`${lineId}.owner`]: 'field.unknown' } })
}

/** The open Koreksi of that id, with the record it corrects. */
async function openKoreksi(
  tx: Tx,
  rapatId: string,
  koreksiId: string,
): Promise<{ koreksi: KoreksiRow; records: SealedRecordRow[] }> {
  const found = (await listKoreksiRows(tx, rapatId, ['diajukan'])).find(one => one.id === koreksiId)
  if (found === undefined) throw new AppError('conflict', 'it is not open any more')
  return { koreksi: found, records: await listSealedRecords(tx, rapatId) }
}

/** A sealed rapat, locked, that this person may sign for. */
async function lockedToSign(
  tx: Tx,
  actor: Actor | null,
  rapatId: string,
  now: Date,
): Promise<{ rapat: RapatRow; signers: Officers; actor: Actor }> {
  await rapatFor(tx, actor, 'rapat.read', rapatId)
  const rapat = defined(await lockRapat(tx, rapatId), 'a rapat that was there')
  const [record] = await listSealedRecords(tx, rapatId)
  const signers = record === undefined ? rapat : await signersOf(tx, rapat, record, now)
  authorise(actor, 'koreksi.approve', { ...subjectOf(rapat), ...signers })
  return { rapat, signers, actor }
}

/** Withdraws an open Koreksi, or sends it back with a note; its number is free again. */
export async function closeKoreksi(
  ctx: MailingContext,
  actor: Actor | null,
  input: CloseKoreksiInput,
): Promise<void> {
  const now = ctx.clock.now()
  const { rapatId, kind, note } = input
  await inTransaction(ctx, async tx => {
    const isWithdrawn = kind === 'ditarik'
    const rapat = isWithdrawn
      ? await lockedRapatFor(tx, actor, 'koreksi.propose', rapatId)
      : (await lockedToSign(tx, actor, rapatId, now)).rapat
    guardNik({ note }, input.nikConfirmed)
    if (!isWithdrawn && note === '')
      throw new AppError('invalid-input', 'note', { fields: { note: 'field.required' } })
    const { koreksi } = await openKoreksi(tx, rapatId, input.koreksiId)
    const by = actor?.personId ?? ''
    const { id, number, proposedBy } = koreksi
    await decideKoreksi(tx, { id, state: kind, by, at: now, note })
    await recordAudit(tx, {
      at: now,
      actorId: by,
      action: isWithdrawn ? 'koreksi.withdraw' : 'koreksi.return',
      rapatId,
      subjectId: id,
      details: { number },
    })
    if (!isWithdrawn) await tellKoreksiReturned(tx, ctx.baseUrl, rapat, { id, number, by, note, proposedBy })
  })
}

/** Approves an open Koreksi; with the second approval it is sealed. */
export async function approveKoreksi(
  ctx: MailingContext,
  actor: Actor | null,
  input: ApproveKoreksiInput,
): Promise<void> {
  const now = ctx.clock.now()
  const { rapatId } = input
  await inTransaction(ctx, async tx => {
    const { rapat, signers, actor: signer } = await lockedToSign(tx, actor, rapatId, now)
    const { koreksi, records } = await openKoreksi(tx, rapatId, input.koreksiId)
    const record = recordOf(records)
    const state = koreksiState(koreksi, record)
    if (state.contentHash !== input.hash) throw new AppError('conflict', 'another Koreksi')
    const role = defined(approvalRoleOf(signer.personId, signers) ?? undefined, 'an office of who signs')
    const { number } = koreksi
    const approvals = await approvalsOf(tx, { rapatId, number })
    if (standingApprovals(approvals, state, signers)[role] !== undefined) return
    const { personId } = signer
    await insertApproval(tx, {
      id: newId(now.getTime()),
      rapatId,
      number,
      role,
      personId,
      at: now,
      headSeq: state.headSeq,
      contentHash: bytesOfHex(state.contentHash),
      partsHash: record.hash,
    })
    const given = { ...state, role, personId, at: now }
    const isRatified = isAgreed(standingApprovals([...approvals, given], state, signers))
    const details = { number, role, content: state.contentHash }
    const entry = { at: now, actorId: personId, rapatId, subjectId: koreksi.id }
    if (!isRatified) {
      await recordAudit(tx, { ...entry, action: 'koreksi.approve', details })
      return
    }
    await decideKoreksi(tx, { id: koreksi.id, state: 'disahkan', by: personId, at: now, note: '' })
    const sealed = await sealKoreksi(tx, {
      rapatId,
      number,
      record: hex(record.hash),
      previous: hex(defined(records.at(-1), 'the record before').hash),
      now,
    })
    await askKept(tx, rapatId, number)
    await recordAudit(tx, { ...entry, action: 'koreksi.ratify', details: { ...details, ...sealed } })
    const { zone } = await settingOf(tx, 'calendar')
    await tellKoreksiRatified(tx, ctx.baseUrl, rapat, {
      ...{ id: koreksi.id, number, by: personId, proposedBy: koreksi.proposedBy, signers },
      ...{ code: sealed.code, on: dayIn(zone, now) },
    })
  })
}
