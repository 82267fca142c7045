import { listTindakLanjutRows } from '@mufakat/db'
import type { Actor, Tanggal } from '@mufakat/domain'
import { tenggatState } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { rapatFor } from './rapat-access'
import { todayOf } from './settings/today'
import type { TindakLanjutView } from './views'

type TindakLanjutRow = Awaited<ReturnType<typeof listTindakLanjutRows>>[number]

export function tindakLanjutView(row: TindakLanjutRow, today: Tanggal): TindakLanjutView {
  const { ownerId, ownerShortName, ownerName, ...rest } = row
  return {
    ...rest,
    owner: ownerId === null ? null : { id: ownerId, shortName: ownerShortName ?? '', name: ownerName ?? '' },
    tenggatState: tenggatState(row, today),
  }
}

/** The tindak lanjut of a notula in their order. */
export async function listTindakLanjut(
  ctx: ServiceContext,
  actor: Actor | null,
  rapatId: string,
): Promise<TindakLanjutView[]> {
  await rapatFor(ctx.database.db, actor, 'notula.read', rapatId)
  const today = await todayOf(ctx)
  const rows = await listTindakLanjutRows(ctx.database.db, { rapatId })
  return rows.map(row => tindakLanjutView(row, today))
}
