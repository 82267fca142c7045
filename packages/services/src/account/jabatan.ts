import {
  activeOpdIds,
  activePersonIds,
  endHolding as endHoldingRow,
  findHolding,
  findJabatanByName,
  findPeople,
  type HoldingRow,
  insertHoldings,
  insertJabatan,
  listEveryHolding,
  listJabatan as listJabatanRows,
  listOpenWork,
  listRapatRows,
  lockJabatan,
  lockRapat,
  type RapatRow,
  type Tx,
  updateRapatRow,
} from '@mufakat/db'
import type { Actor, Successor } from '@mufakat/domain'
import {
  type HoldingFault,
  handOver as handOverRule,
  isWorkOf,
  newHoldingFault,
  wibDate,
} from '@mufakat/domain'
import { AppError, defined, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { openWork } from '../kartu/open-work'
import { PLANNED } from '../organisation/planned'
import { heldAccount } from './held'
import type { AssignJabatanInput, EndHoldingInput, HandOverInput } from './inputs'
import { holdingView } from './read'
import type { HandOverView } from './views'

/** The field of the form that a fault belongs to. */
const FIELD_OF: Record<HoldingFault, 'personId' | 'kind' | 'from' | 'until'> = {
  'same-person': 'personId',
  'ends-first': 'until',
  'needs-end': 'until',
  'before-holder': 'from',
  'already-holds': 'from',
  'already-held': 'kind',
}

const refused = (fault: HoldingFault): AppError =>
  new AppError('invalid-input', fault, { fields: { [FIELD_OF[fault]]: `field.holding-${fault}` } })

const unknownField = (field: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: 'field.unknown' } })

/** Jabatan in use, for choosers. */
export async function listJabatan(ctx: ServiceContext, actor: Actor | null) {
  authorise(actor, 'jabatan.assign')
  return listJabatanRows(ctx.database.db)
}

/** Gives a jabatan to somebody; one that the OPD does not have yet is made. */
export async function assignJabatan(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AssignJabatanInput,
): Promise<void> {
  authorise(actor, 'jabatan.assign')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const row = await heldAccount(tx, input.personId)
    if (!(await activeOpdIds(tx, [input.opdId])).has(input.opdId)) throw unknownField('opdId')
    const known = await findJabatanByName(tx, { opdId: input.opdId, name: input.jabatan })
    const jabatanId = known?.id ?? newId(now.getTime())
    if (known === null)
      await insertJabatan(tx, [
        { id: jabatanId, opdId: input.opdId, name: input.jabatan, isHead: input.isHead },
      ])
    await lockJabatan(tx, jabatanId)
    await addHolding(tx, jabatanId, input, await listEveryHolding(tx, { jabatanId }))
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'jabatan.assign',
      subjectId: row.id,
      details: { jabatanId, kind: input.kind, from: input.from, until: input.until, made: known === null },
    })
  })
}

async function addHolding(
  tx: Tx,
  jabatanId: string,
  added: Successor,
  ofJabatan: readonly HoldingRow[],
): Promise<void> {
  const fault = newHoldingFault(ofJabatan, added)
  if (fault !== null) throw refused(fault)
  const { personId, kind, from, until } = added
  await insertHoldings(tx, [{ id: newId(), jabatanId, personId, kind, from, until }])
}

/** The holding and all others of its jabatan, which nobody else changes meanwhile. */
async function heldHolding(tx: Tx, holdingId: string) {
  const found = isRowId(holdingId) ? await findHolding(tx, holdingId) : null
  if (found === null) throw new AppError('not-found', 'holding')
  await lockJabatan(tx, found.jabatanId)
  const ofJabatan = await listEveryHolding(tx, { jabatanId: found.jabatanId })
  return {
    ofJabatan,
    held: defined(
      ofJabatan.find(row => row.id === holdingId),
      'a holding is never deleted',
    ),
  }
}

/** Sets the last day of a holding, without a successor. */
export async function endHolding(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EndHoldingInput,
): Promise<void> {
  authorise(actor, 'jabatan.assign')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { held } = await heldHolding(tx, input.holdingId)
    if (input.until < held.from) throw refused('ends-first')
    if (held.until === input.until) return
    await endHoldingRow(tx, input)
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'jabatan.end',
      subjectId: held.personId,
      details: { jabatanId: held.jabatanId, until: input.until },
    })
  })
}

const isMovable = (
  row: Pick<RapatRow, 'status' | 'notulaState' | 'chairId' | 'notulisId'>,
  personId: string,
) =>
  PLANNED.includes(row.status) &&
  row.notulaState !== 'disahkan' &&
  (row.chairId === personId || row.notulisId === personId)

/**
 * What goes along when this jabatan changes hands: tindak lanjut belong to OPD and jabatan and need not be touched;
 * planned rapat name a person, and are moved if wished.
 */
export async function handOverView(
  ctx: ServiceContext,
  actor: Actor | null,
  holdingId: string,
): Promise<HandOverView> {
  authorise(actor, 'jabatan.assign')
  const { db } = ctx.database
  const today = wibDate(ctx.clock.now())
  const holding = isRowId(holdingId) ? await findHolding(db, holdingId) : null
  if (holding === null) throw new AppError('not-found', 'holding')
  const { personId } = holding
  const [people, work, rapat] = await Promise.all([
    findPeople(db, [personId]),
    openWork(db, 'all', { ownerOpdIds: [holding.opdId], today }),
    listRapatRows(db, { statuses: PLANNED, officerId: personId }),
  ])
  return {
    holding: holdingView(holding, today),
    holder: { id: personId, name: people[0]?.name ?? '' },
    work: work.filter(one => isWorkOf(one.jabatan, { name: holding.jabatan, isHead: holding.isHead })),
    rapat: rapat
      .filter(row => isMovable(row, personId))
      .map(row => ({
        id: row.id,
        title: row.title,
        date: row.date,
        asChair: row.chairId === personId,
        asNotulis: row.notulisId === personId,
      })),
  }
}

/**
 * Hands a jabatan over in one step: the holder's last day, the successor's first, and the planned rapat that go along.
 * `conflict` when a rapat has changed since it was shown.
 */
export async function handOverJabatan(
  ctx: ServiceContext,
  actor: Actor | null,
  input: HandOverInput,
): Promise<void> {
  authorise(actor, 'jabatan.assign')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const { held, ofJabatan } = await heldHolding(tx, input.holdingId)
    if (!(await activePersonIds(tx, [input.personId])).has(input.personId)) throw unknownField('personId')
    const change = handOverRule(ofJabatan, held, input)
    if (!change.ok) throw refused(change.error)
    const { endsOn } = change.value
    if (endsOn !== null) await endHoldingRow(tx, { holdingId: held.id, until: endsOn })
    const { personId, kind, from, until } = input
    await insertHoldings(tx, [{ id: newId(), jabatanId: held.jabatanId, personId, kind, from, until }])
    for (const rapatId of [...new Set(input.rapatIds)].sort())
      await moveRapat(tx, rapatId, { from: held.personId, to: personId, now })
    const work = await listOpenWork(tx, 'all', [held.opdId])
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'jabatan.hand-over',
      subjectId: held.personId,
      details: {
        jabatanId: held.jabatanId,
        to: personId,
        kind,
        from,
        until,
        endsOn,
        rapatIds: input.rapatIds,
        tindakLanjut: work.filter(row => isWorkOf(row.jabatan, { name: held.jabatan, isHead: held.isHead }))
          .length,
      },
    })
  })
}

async function moveRapat(
  tx: Tx,
  rapatId: string,
  { from, to, now }: { from: string; to: string; now: Date },
): Promise<void> {
  const row = await lockRapat(tx, rapatId)
  if (row === null || !isMovable(row, from)) throw new AppError('conflict', 'rapat to hand over')
  await updateRapatRow(tx, row.id, {
    ...(row.chairId === from ? { chairId: to } : {}),
    ...(row.notulisId === from ? { notulisId: to } : {}),
    updatedAt: now,
  })
}
