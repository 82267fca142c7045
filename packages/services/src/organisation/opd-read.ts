import {
  findPeople,
  type HoldingRow,
  listDistricts,
  listHoldings,
  listJabatanRows,
  listOpdRows,
  listOpenWork,
  listRapatRows,
  type OpdRow,
} from '@mufakat/db'
import { type Actor, HOLDING_KINDS, holderOn, predecessorsOf, treeOrder } from '@mufakat/domain'
import { AppError } from '@mufakat/kernel'
import { authorise, isRowId, type ServiceContext } from '../context'
import { headsOf } from '../people'
import { todayOf } from '../settings/today'
import type { OpdRef } from '../views'
import { PLANNED } from './planned'
import type { JabatanView, MergeView, OpdDetail, OpdLeaf } from './views'

const refOf = ({ id, shortName, name }: OpdRow): OpdRef => ({ id, shortName, name })

const refIn = (rows: readonly OpdRow[], id: string | null): OpdRef | null => {
  const row = rows.find(one => one.id === id)
  return row === undefined ? null : refOf(row)
}

/** The names that lead to an OPD: its own, and those of what it has taken the place of. */
export const aliasesOf = (rows: readonly OpdRow[], row: OpdRow): string[] => [
  ...row.aliases,
  ...predecessorsOf(rows, row.id).flatMap(one => [one.shortName, one.name, ...one.aliases]),
]

/** Every OPD under its parent, in the order of official lists, with who heads it. */
export async function opdTree(ctx: ServiceContext, actor: Actor | null): Promise<OpdLeaf[]> {
  authorise(actor, 'opd.edit')
  const { db } = ctx.database
  const rows = await listOpdRows(db)
  const [heads, jabatan] = await Promise.all([
    headsOf(
      db,
      rows.map(row => row.id),
      await todayOf(ctx),
    ),
    listJabatanRows(db),
  ])
  return treeOrder(rows).map(({ opd, depth }) => ({
    ...refOf(opd),
    kind: opd.kind,
    aliases: aliasesOf(rows, opd),
    districtCode: opd.districtCode,
    active: opd.active,
    depth,
    mergedInto: refIn(rows, opd.mergedInto),
    head: heads.get(opd.id) ?? null,
    jabatanCount: jabatan.filter(one => one.opdId === opd.id && one.active).length,
  }))
}

/** Who holds a jabatan today: who exercises it first, then by kind. */
function holdersOf(
  holdings: readonly HoldingRow[],
  jabatanId: string,
  names: ReadonlyMap<string, string>,
  today: string,
): JabatanView['holders'] {
  const first = holderOn(holdings, jabatanId, today)
  return holdings
    .filter(holding => holding.jabatanId === jabatanId)
    .sort(
      (a, b) =>
        Number(b === first) - Number(a === first) ||
        HOLDING_KINDS.indexOf(a.kind) - HOLDING_KINDS.indexOf(b.kind),
    )
    .map(({ personId, kind, from, until }) => ({
      kind,
      from,
      until,
      person: { id: personId, name: names.get(personId) ?? '' },
    }))
}

async function detailOf(ctx: ServiceContext, rows: readonly OpdRow[], row: OpdRow): Promise<OpdDetail> {
  const { db } = ctx.database
  const today = await todayOf(ctx)
  const [districts, jabatan, holdings] = await Promise.all([
    listDistricts(db),
    listJabatanRows(db, row.id),
    listHoldings(db, { on: today, opdIds: [row.id] }),
  ])
  const people = await findPeople(db, [...new Set(holdings.map(holding => holding.personId))])
  const names = new Map(people.map(person => [person.id, person.name]))
  const district = districts.find(one => one.code === row.districtCode)
  return {
    ...refOf(row),
    kind: row.kind,
    aliases: row.aliases,
    district: district ? { code: district.code, name: district.name } : null,
    parent: refIn(rows, row.parentId),
    children: rows.filter(one => one.parentId === row.id).map(refOf),
    mergedInto: refIn(rows, row.mergedInto),
    predecessors: predecessorsOf(rows, row.id).map(refOf),
    position: row.position,
    active: row.active,
    revision: row.revision,
    jabatan: jabatan.map(({ id, name, isHead, position, active, revision }) => ({
      id,
      name,
      isHead,
      position,
      active,
      revision,
      holders: holdersOf(holdings, id, names, today),
    })),
  }
}

async function found(ctx: ServiceContext, opdId: string): Promise<{ rows: OpdRow[]; row: OpdRow }> {
  const rows = await listOpdRows(ctx.database.db)
  const row = isRowId(opdId) ? rows.find(one => one.id === opdId) : undefined
  if (row === undefined) throw new AppError('not-found', 'opd')
  return { rows, row }
}

/** An OPD with its jabatan and who holds them. */
export async function getOpd(ctx: ServiceContext, actor: Actor | null, opdId: string): Promise<OpdDetail> {
  authorise(actor, 'opd.edit')
  const { rows, row } = await found(ctx, opdId)
  return detailOf(ctx, rows, row)
}

/** What a merger of this OPD would take along, and who would need a new jabatan. */
export async function mergeView(ctx: ServiceContext, actor: Actor | null, opdId: string): Promise<MergeView> {
  authorise(actor, 'opd.edit')
  const { db } = ctx.database
  const { rows, row } = await found(ctx, opdId)
  const [opd, planned, open] = await Promise.all([
    detailOf(ctx, rows, row),
    listRapatRows(db, { statuses: PLANNED }),
    listOpenWork(db, 'all', [row.id]),
  ])
  return {
    opd,
    choices: rows.filter(one => one.active && one.id !== row.id).map(refOf),
    people: opd.jabatan.flatMap(one => one.holders.map(({ person }) => ({ ...person, jabatan: one.name }))),
    rapat: planned
      .filter(one => one.notulaState !== 'disahkan' && one.invitedOpdIds.includes(row.id))
      .map(({ id, title, status, date }) => ({ id, title, status, date })),
    openTindakLanjut: open.length,
  }
}
