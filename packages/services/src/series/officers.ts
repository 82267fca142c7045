import {
  activePersonIds,
  findJabatan,
  findPeople,
  listHoldings,
  listJabatan,
  listJabatanRows,
  listOpdRows,
  type Queryable,
  type SeriesRow,
  type Tx,
} from '@mufakat/db'
import { type Actor, holderOn, type Tanggal } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, type ServiceContext } from '../context'
import type { SeriesInput } from './inputs'
import type { StandingOfficer } from './views'

type Role = 'chair' | 'notulis'

const columnsOf = (row: SeriesRow, role: Role): { jabatanId: string | null; personId: string | null } =>
  role === 'chair'
    ? { jabatanId: row.chairJabatanId, personId: row.chairId }
    : { jabatanId: row.notulisJabatanId, personId: row.notulisId }

/** What a form says, as the row has it. */
export const officerColumns = ({ chair, notulis }: Pick<SeriesInput, Role>) => ({
  chairJabatanId: chair?.kind === 'jabatan' ? chair.id : null,
  chairId: chair?.kind === 'person' ? chair.id : null,
  notulisJabatanId: notulis?.kind === 'jabatan' ? notulis.id : null,
  notulisId: notulis?.kind === 'person' ? notulis.id : null,
})

/** A new chair or notulis must be there; who stands there already may have left since. */
export async function checkStandingOfficers(
  tx: Tx,
  input: Pick<SeriesInput, Role>,
  before: SeriesRow | null,
): Promise<void> {
  for (const role of ['chair', 'notulis'] as const) {
    const officer = input[role]
    if (officer === null) continue
    const stood = before === null ? null : columnsOf(before, role)
    if (officer.id === stood?.jabatanId || officer.id === stood?.personId) continue
    const known =
      officer.kind === 'person'
        ? (await activePersonIds(tx, [officer.id])).has(officer.id)
        : ((await findJabatan(tx, officer.id))?.active ?? false)
    if (!known) throw new AppError('invalid-input', role, { fields: { [role]: 'field.unknown' } })
  }
}

/** Who chairs and writes on a day: the holder of the jabatan, or the person; null where nobody active does. */
export async function officersOn(
  db: Queryable,
  row: SeriesRow,
  on: Tanggal,
): Promise<{ chairId: string | null; notulisId: string | null }> {
  const holdings = await listHoldings(db, { on })
  const named = (role: Role): string | null => {
    const { jabatanId, personId } = columnsOf(row, role)
    return jabatanId === null ? personId : (holderOn(holdings, jabatanId, on)?.personId ?? null)
  }
  const [chairId, notulisId] = [named('chair'), named('notulis')]
  const active = await activePersonIds(
    db,
    [chairId, notulisId].filter(id => id !== null),
  )
  const present = (id: string | null) => (id !== null && active.has(id) ? id : null)
  return { chairId: present(chairId), notulisId: present(notulisId) }
}

export async function officerViews(
  db: Queryable,
  row: SeriesRow,
): Promise<Record<Role, StandingOfficer | null>> {
  const people = await findPeople(
    db,
    [row.chairId, row.notulisId].filter(id => id !== null),
  )
  const jabatan =
    row.chairJabatanId === null && row.notulisJabatanId === null ? [] : await listJabatanRows(db)
  const viewOf = (role: Role): StandingOfficer | null => {
    const { jabatanId, personId } = columnsOf(row, role)
    const post = jabatan.find(one => one.id === jabatanId)
    if (post !== undefined) return { kind: 'jabatan', id: post.id, name: post.name }
    const person = people.find(one => one.id === personId)
    return person === undefined ? null : { kind: 'person', id: person.id, name: person.name }
  }
  return { chair: viewOf('chair'), notulis: viewOf('notulis') }
}

/** Jabatan in use, in the order of their OPD: for choosing who chairs or writes. */
export async function jabatanChoices(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<{ id: string; name: string; opd: string }[]> {
  authorise(actor, 'series.edit')
  const { db } = ctx.database
  const [posts, opd] = await Promise.all([listJabatan(db), listOpdRows(db)])
  return opd.flatMap(one =>
    posts.filter(post => post.opdId === one.id).map(({ id, name }) => ({ id, name, opd: one.shortName })),
  )
}
