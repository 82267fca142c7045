import { type CardScope, listOpenWork, type Queryable } from '@mufakat/db'
import { type Tanggal, tenggatState } from '@mufakat/domain'
import type { OpenWork } from '../views'

/** What is still to be done within a scope, by the tenggat that holds. @param ownerOpdIds null: whoever it is of */
export async function openWork(
  db: Queryable,
  scope: CardScope,
  { ownerOpdIds, today }: { ownerOpdIds: readonly string[] | null; today: Tanggal },
): Promise<OpenWork[]> {
  const rows = await listOpenWork(db, scope, ownerOpdIds)
  return rows.map(
    ({ rapatId, rapatTitle, notulaState, ownerId, ownerShortName, ownerName, ...work }): OpenWork => ({
      ...work,
      owner:
        ownerId === null ? null : { id: ownerId, shortName: ownerShortName ?? '', name: ownerName ?? '' },
      tenggatState: tenggatState({ status: work.status, tenggat: work.due }, today),
      from:
        rapatId === null ? null : { rapatId, title: rapatTitle ?? '', isDraft: notulaState !== 'disahkan' },
    }),
  )
}
