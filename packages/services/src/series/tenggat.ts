import { findRapat, findTindakLanjut, listTenggatPostponements, lockTindakLanjut } from '@mufakat/db'
import { type Actor, may, postponementFault, tenggatState } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { inTransaction, isRowId, type ServiceContext } from '../context'
import { postponeCardOfLine } from '../kartu/of-notula'
import { guardNik } from '../personal-data/nik-guard'
import { lockedRapatFor, rapatFor, subjectOf } from '../rapat-access'
import { todayOf } from '../settings/today'
import type { PostponeTenggatInput } from './inputs'

/** One tindak lanjut as the form to postpone it shows it. */
export async function tenggatForm(
  ctx: ServiceContext,
  actor: Actor | null,
  line: { rapatId: string; lineId: string },
) {
  const { db } = ctx.database
  const rapat = await rapatFor(db, actor, 'tindak-lanjut.postpone', line.rapatId)
  const row = await findTindakLanjut(db, line)
  if (row === null) throw new AppError('not-found', 'tindak lanjut')
  const today = await todayOf(ctx)
  const { notulaState } = rapat
  // Any day that is late enough: whether postponing is possible at all.
  const never = postponementFault({ ...row, notulaState }, '9999-12-31', today)
  const history = await listTenggatPostponements(db, [line.rapatId])
  return {
    rapat: { id: rapat.id, title: rapat.title },
    ...row,
    tenggatState: tenggatState({ status: row.status, tenggat: row.due }, today),
    today,
    isPossible: never === null,
    history: history
      .filter(one => one.lineId === line.lineId)
      .map(({ from, to, reason, byName, at }) => ({ from, to, reason, by: byName, at: at.toISOString() })),
  }
}

/** Gives an open tindak lanjut of a ratified notula a later tenggat (SPEC.md T5). The notula keeps the one it decided. */
export async function postponeTindakLanjut(
  ctx: ServiceContext,
  actor: Actor | null,
  input: PostponeTenggatInput,
): Promise<void> {
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    const rapat = await lockedRapatFor(tx, actor, 'tindak-lanjut.postpone', input.rapatId)
    guardNik({ reason: input.reason }, input.nikConfirmed)
    const { rapatId, lineId, to, reason } = input
    const line = await lockTindakLanjut(tx, { rapatId, lineId })
    if (line === null) throw new AppError('not-found', 'tindak lanjut')
    const fault = postponementFault({ ...line, notulaState: rapat.notulaState }, to, await todayOf(ctx))
    if (fault === 'conflict') throw new AppError('conflict', 'tindak-lanjut.postpone')
    if (fault !== null) throw new AppError('invalid-input', 'to', { fields: { to: `field.${fault}` } })
    const during =
      input.duringRapatId !== null && isRowId(input.duringRapatId)
        ? await findRapat(tx, input.duringRapatId)
        : null
    const isOfSeries = during !== null && during.seriesId !== null && during.seriesId === rapat.seriesId
    const duringRapatId = isOfSeries && may(actor, 'rapat.read', subjectOf(during)) ? during.id : null
    const personId = actor?.personId ?? ''
    const step = { from: line.due, to, reason, by: personId, at: now, duringRapatId }
    await postponeCardOfLine(tx, { rapatId, lineId }, step)
    await recordAudit(tx, {
      at: now,
      actorId: personId,
      action: 'tindak-lanjut.postpone',
      rapatId,
      details: { lineId, from: line.due, to, ...(duringRapatId !== null && { duringRapatId }) },
    })
  })
}
