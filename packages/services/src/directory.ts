import { listActivePeople, listDistricts, listHoldings, listOpdRows, listVillages } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { mainHoldingOf } from '@mufakat/domain'
import type { ServiceContext } from './context'
import { authorise } from './context'
import { aliasesOf } from './organisation/opd-read'
import { personRef } from './people'
import { todayOf } from './settings/today'
import type { DistrictView, OpdView, PersonView } from './views'

/**
 * Every OPD in the order of official lists, dissolved ones included and marked. One that has taken the place of others is
 * found by their names, too.
 */
export async function listOpd(ctx: ServiceContext, actor: Actor | null): Promise<OpdView[]> {
  authorise(actor, 'directory.read')
  const rows = await listOpdRows(ctx.database.db)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    shortName: row.shortName,
    kind: row.kind,
    aliases: aliasesOf(rows, row),
    districtCode: row.districtCode,
    active: row.active,
  }))
}

/** Active people with role and main jabatan of today, by name: for choosers and mentions. */
export async function listPeople(ctx: ServiceContext, actor: Actor | null): Promise<PersonView[]> {
  authorise(actor, 'people.read')
  const today = await todayOf(ctx)
  const people = await listActivePeople(ctx.database.db)
  const holdings = await listHoldings(ctx.database.db, { on: today })
  return people.map(person => {
    const holding = mainHoldingOf(holdings, person.id, today)
    return { ...personRef(person, holding), role: person.role, holding: holding?.kind ?? null }
  })
}

/** The kecamatan by code, each with its desa and kelurahan; those that are no more, marked. */
export async function listRegions(ctx: ServiceContext, actor: Actor | null): Promise<DistrictView[]> {
  authorise(actor, 'directory.read')
  const districts = await listDistricts(ctx.database.db)
  const villages = await listVillages(ctx.database.db)
  return districts.map(({ code, name, active }) => ({
    code,
    name,
    active,
    villages: villages
      .filter(village => village.districtCode === code)
      .map(({ districtCode: _, ...village }) => village),
  }))
}
