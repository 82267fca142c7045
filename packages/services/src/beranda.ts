import { listOpdRows, listRapatRows, listTindakLanjutRows } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { may, opdIdsOf, predecessorsOf } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { authorise } from './context'
import { subjectOf, summaryOf } from './rapat-access'
import { todayOf } from './settings/today'
import { tindakLanjutView } from './tindak-lanjut'
import type { Beranda } from './views'

const OPEN = ['belum', 'berjalan', 'menunggu_verifikasi'] as const
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

  const tindakLanjut = await openTindakLanjut(ctx, actor, new Set(visible.map(row => row.id)), today)
  return {
    next: coming[0] === undefined ? null : summaryOf(coming[0]),
    tindakLanjut: tindakLanjut.slice(0, SHOWN),
    lateCount: tindakLanjut.filter(one => one.tenggatState === 'terlambat').length,
    dueSoonCount: tindakLanjut.filter(one => one.tenggatState === 'jatuh_tempo').length,
    notulaToCheck,
  }
}

async function openTindakLanjut(
  ctx: ServiceContext,
  actor: Actor,
  visibleRapat: ReadonlySet<string>,
  today: string,
) {
  const own = overseesAll(actor) ? null : opdIdsOf(actor)
  if (own?.length === 0) return []
  const { db } = ctx.database
  const ownerOpdIds = own && withPredecessors(await listOpdRows(db), own)
  const rows = await listTindakLanjutRows(db, {
    statuses: OPEN,
    ...(ownerOpdIds === null ? {} : { ownerOpdIds }),
  })
  return rows.filter(row => visibleRapat.has(row.rapatId)).map(row => tindakLanjutView(row, today))
}

/** With those that they have taken the place of (O3). */
const withPredecessors = (all: Awaited<ReturnType<typeof listOpdRows>>, own: readonly string[]): string[] =>
  own.flatMap(id => [id, ...predecessorsOf(all, id).map(one => one.id)])
