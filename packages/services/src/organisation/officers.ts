import {
  activePersonIds,
  countOperators,
  endOfficer as endOfficerRow,
  findOfficer,
  insertOfficers,
  listDistricts,
  listOfficersIn,
  listOpdRows,
  listVillages,
  lockOfficers,
  type OfficerRow,
} from '@mufakat/db'
import {
  type Actor,
  isEffective,
  namedCamatOn,
  newSpellFault,
  type SpellFault,
  type Tanggal,
} from '@mufakat/domain'
import { AppError, newId } from '@mufakat/kernel'
import { recordAudit } from '../audit'
import { authorise, inTransaction, isRowId, type ServiceContext } from '../context'
import { headsOf, personRefs } from '../people'
import { todayOf } from '../settings/today'
import type { AddOfficerInput, EndOfficerInput } from './inputs'
import type { DistrictDetail, OfficerView } from './views'

const fault = (field: string, key: string): AppError =>
  new AppError('invalid-input', field, { fields: { [field]: `field.${key}` } })

const FIELD_OF: Record<SpellFault, string> = { 'ends-first': 'until', already: 'personId' }

const officerView = (row: OfficerRow, today: Tanggal): OfficerView => ({
  id: row.id,
  person: { id: row.personId, name: row.personName, phone: row.phone },
  from: row.from,
  until: row.until,
  when: isEffective(row, today) ? 'now' : row.from > today ? 'coming' : 'past',
})

/** A kecamatan with its camat, and its desa with their operators (SPEC.md O5, O6). */
export async function getDistrict(
  ctx: ServiceContext,
  actor: Actor | null,
  code: string,
): Promise<DistrictDetail> {
  authorise(actor, 'operator.edit')
  const { db } = ctx.database
  const today = await todayOf(ctx)
  const [districts, villages, opdRows, officers] = await Promise.all([
    listDistricts(db),
    listVillages(db),
    listOpdRows(db),
    listOfficersIn(db, code),
  ])
  const district = districts.find(one => one.code === code)
  if (district === undefined) throw new AppError('not-found', 'district')
  const opd = opdRows.find(one => one.active && one.districtCode === code) ?? null
  const namedRows = officers.filter(one => one.districtCode === code)
  const named = namedCamatOn(namedRows, today)
  const camat =
    named === null
      ? opd && ((await headsOf(db, [opd.id], today)).get(opd.id) ?? null)
      : ((await personRefs(db, [named.personId], today)).get(named.personId) ?? null)
  return {
    code,
    name: district.name,
    active: district.active,
    opd: opd && { id: opd.id, shortName: opd.shortName, name: opd.name },
    camat: camat && { ...camat, named: named !== null },
    named: namedRows.map(row => officerView(row, today)),
    villages: villages
      .filter(village => village.districtCode === code)
      .map(({ code: villageCode, name, kind, active }) => ({
        code: villageCode,
        name,
        kind,
        active,
        operators: officers
          .filter(one => one.villageCode === villageCode)
          .map(row => officerView(row, today)),
      })),
  }
}

/** How many operators each desa has today, by its code. */
export async function operatorCounts(
  ctx: ServiceContext,
  actor: Actor | null,
): Promise<ReadonlyMap<string, number>> {
  authorise(actor, 'operator.edit')
  return countOperators(ctx.database.db, await todayOf(ctx))
}

/** Names a camat of a kecamatan, or an operator of a desa or kelurahan. */
export async function addOfficer(
  ctx: ServiceContext,
  actor: Actor | null,
  input: AddOfficerInput,
): Promise<void> {
  authorise(actor, 'operator.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await lockOfficers(tx)
    const { code, personId, from, until } = input
    const district = (await listDistricts(tx)).find(one => one.code === code && one.active)
    const village = (await listVillages(tx)).find(one => one.code === code && one.active)
    if (district === undefined && village === undefined) throw new AppError('not-found', 'region')
    if (!(await activePersonIds(tx, [personId])).has(personId)) throw fault('personId', 'unknown')
    const there = await listOfficersIn(tx, district?.code ?? village?.districtCode ?? '')
    const ofPlace = there.filter(one => (one.villageCode ?? one.districtCode) === code)
    const wrong = newSpellFault(ofPlace, { personId, from, until })
    if (wrong !== null) throw fault(FIELD_OF[wrong], `officer-${wrong}`)
    const place = { districtCode: district?.code ?? null, villageCode: village?.code ?? null }
    await insertOfficers(tx, [{ id: newId(now.getTime()), ...place, personId, from, until }])
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'operator.add',
      subjectId: personId,
      details: { code, from, until },
    })
  })
}

/** Sets the last day of a camat or operator. */
export async function endOfficer(
  ctx: ServiceContext,
  actor: Actor | null,
  input: EndOfficerInput,
): Promise<void> {
  authorise(actor, 'operator.edit')
  const now = ctx.clock.now()
  await inTransaction(ctx, async tx => {
    await lockOfficers(tx)
    const row = isRowId(input.officerId) ? await findOfficer(tx, input.officerId) : null
    if (row === null) throw new AppError('not-found', 'officer')
    if (input.until < row.from) throw fault('until', 'officer-ends-first')
    if (row.until === input.until) return
    await endOfficerRow(tx, { id: row.id, until: input.until })
    await recordAudit(tx, {
      at: now,
      actorId: actor.personId,
      action: 'operator.end',
      subjectId: row.personId,
      details: { code: row.villageCode ?? row.districtCode, until: input.until },
    })
  })
}
