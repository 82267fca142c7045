import { listOpdRows, listRapatRows } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { may } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { authorise } from './context'
import { openWork } from './kartu/open-work'
import { cardScope, ownOpdIdsOf } from './kartu/scope'
import { subjectOf, summaryOf } from './rapat-access'
import { todayOf } from './settings/today'
import type { Beranda, OpenWork } from './views'

const SHOWN = 100

/** Roles whose work is everybody's: they see every OPD's tindak lanjut, the others their own OPD's. */
const overseesAll = (actor: Actor): boolean =>
  actor.role === 'admin' || actor.role === 'sekretariat' || actor.role === 'pimpinan'

/** What waits for this person. */
export async function beranda(ctx: ServiceContext, actor: Actor | null): Promise<Beranda> {
  authorise(actor, 'beranda.read')
  const today = await todayOf(ctx)
  const all = await listRapatRows(ctx.database.db, {})
  const visible = all.filter(row => may(actor, 'rapat.read', subjectOf(row)))

  const coming = visible
    .filter(
      row =>
        row.status === 'berlangsung' ||
        (row.status === 'terjadwal' && row.date !== null && row.date >= today),
    )
    .sort(
      (a, b) =>
        Number(b.status === 'berlangsung') - Number(a.status === 'berlangsung') ||
        `${a.date}${a.startTime}`.localeCompare(`${b.date}${b.startTime}`),
    )

  const notulaToCheck = visible.flatMap((row): Beranda['notulaToCheck'] => {
    if (row.notulaState === 'diajukan' && row.chairId === actor.personId)
      return [{ ...summaryOf(row), reason: 'periksa' }]
    const isUnwritten = row.notulaState === 'draf' || row.notulaState === 'dikembalikan'
    if (row.status === 'selesai' && isUnwritten && row.notulisId === actor.personId)
      return [{ ...summaryOf(row), reason: 'susun' }]
    return []
  })

  const work = await workOf(ctx, actor, today)
  // What may still be worded otherwise is no figure for who decides by it.
  const counted = actor.role === 'pimpinan' ? work.filter(one => one.from?.isDraft !== true) : work
  return {
    next: coming[0] === undefined ? null : summaryOf(coming[0]),
    work: work.slice(0, SHOWN),
    lateCount: counted.filter(one => one.tenggatState === 'terlambat').length,
    dueSoonCount: counted.filter(one => one.tenggatState === 'jatuh_tempo').length,
    notulaToCheck,
  }
}

/** Work of everybody, or of their own OPD. */
async function workOf(ctx: ServiceContext, actor: Actor, today: string): Promise<OpenWork[]> {
  if (!may(actor, 'kartu.list')) return []
  const { db } = ctx.database
  const ownerOpdIds = overseesAll(actor) ? null : ownOpdIdsOf(await listOpdRows(db), actor)
  return openWork(db, await cardScope(db, actor), { ownerOpdIds, today })
}
