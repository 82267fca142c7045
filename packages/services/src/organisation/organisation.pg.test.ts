import { insertHoldings, insertJabatan, listAgendaItems, replaceTindakLanjut } from '@mufakat/db'
import { AppError, newId } from '@mufakat/kernel'
import { type TestDatabase, testDatabase } from '@mufakat/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as services from '../index'
import { syncCards } from '../kartu/of-notula'
import { makeOrganisation, makeRapat, TEST_NOW, TestClock, type TestOrganisation } from '../test-organisation'
import { makeRegion } from './test-permission-rows'

let test: TestDatabase
let organisation: TestOrganisation
let ctx: services.ServiceContext
beforeAll(async () => {
  test = await testDatabase()
  organisation = await makeOrganisation(test.database)
  ctx = { database: test.database, clock: new TestClock() }
})
afterAll(() => test.close())

const admin = () => organisation.actor('admin')
const TODAY = '2026-11-24'

const opd = (shortName: string, more: Partial<services.OpdInput> = {}): services.OpdInput => ({
  name: `Dinas ${shortName}`,
  shortName,
  aliases: [],
  kind: 'dinas',
  parentId: null,
  districtCode: null,
  position: 10,
  ...more,
})
const add = (shortName: string, more: Partial<services.OpdInput> = {}) =>
  services.addOpd(ctx, admin(), opd(shortName, more))
const leaf = async (id: string) =>
  (await services.opdTree(ctx, admin())).find(one => one.id === id) ?? expect.fail('no such OPD')

/** What a refused call says: the key of its field, or its code. */
const fault = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'done',
    error =>
      error instanceof AppError ? (Object.values(error.fields)[0] ?? error.code) : Promise.reject(error),
  )

/** The actions of the entries that a call leaves. */
async function left(call: () => Promise<unknown>): Promise<string[]> {
  const [row] = await test.database.sql<{ n: number }[]>`select count(*)::int as n from audit_link`
  await call()
  const entries = await test.database.sql<{ action: string }[]>`
    select action from audit_link join audit_entry on id = entry_id where number > ${row?.n ?? 0} order by number`
  return entries.map(({ action }) => action)
}

describe('an OPD', () => {
  it('is added, changed, closed and opened again, each with one entry', async () => {
    let id = ''
    expect(
      await left(async () => {
        id = await add('Dinpar', { aliases: ['Pariwisata'] })
      }),
    ).toEqual(['opd.add'])
    const edit = { ...opd('Dispar', { aliases: ['Pariwisata'] }), opdId: id, revision: 1 }
    expect(await left(() => services.editOpd(ctx, admin(), edit))).toEqual(['opd.edit'])
    expect(await fault(services.editOpd(ctx, admin(), edit))).toBe('conflict')
    expect(await left(() => services.editOpd(ctx, admin(), { ...edit, revision: 2 }))).toEqual([])
    const set = (active: boolean) => services.setOpdActive(ctx, admin(), { opdId: id, active })
    expect(await left(() => set(false))).toEqual(['opd.deactivate'])
    expect(await left(() => set(false))).toEqual([])
    expect(await leaf(id)).toMatchObject({ shortName: 'Dispar', active: false })
    expect(await left(() => set(true))).toEqual(['opd.reactivate'])
  })

  it('has names of its own, and no parent below it', async () => {
    const dinas = await add('Disnaker')
    const upt = await add('UPT BLK', { parentId: dinas })
    expect(await fault(add('disnaker', { name: 'Lain lagi' }))).toBe('field.name-taken')
    expect(await fault(add('Naker', { name: 'dinas disnaker' }))).toBe('field.name-taken')
    const under = (parentId: string) =>
      services.editOpd(ctx, admin(), { ...opd('Disnaker'), parentId, opdId: dinas, revision: 1 })
    expect(await fault(under(upt))).toBe('field.own-branch')
    expect(await fault(under(dinas))).toBe('field.own-branch')
    expect(await fault(add('Yatim', { parentId: newId() }))).toBe('field.unknown')
    expect((await leaf(upt)).depth).toBe(1)
  })

  it('governs one kecamatan that is there', async () => {
    const { district } = await makeRegion(ctx)
    const id = await add('Kec. Contoh', { kind: 'kecamatan', districtCode: district })
    expect(await fault(add('Kec. Dua', { districtCode: district }))).toBe('field.district-taken')
    expect(await fault(add('Kec. Tiga', { districtCode: '11.11.11' }))).toBe('field.unknown')
    expect((await services.getDistrict(ctx, admin(), district)).opd?.id).toBe(id)
  })
})

describe('a merger', () => {
  it('gives new work to the successor, and leaves what was', async () => {
    const old = await add('Dinpen')
    const upt = await add('UPT Dinpen', { parentId: old })
    const successor = await add('Disdik', { parentId: old })
    const pokja = await services.addPokja(ctx, admin(), {
      name: 'Kelompok Kerja Sekolah',
      shortName: 'Pokja Sekolah',
      chairId: null,
      position: 1,
      opdIds: [old],
      personIds: [],
    })
    const planned = await makeRapat(ctx, organisation, { invitedOpdIds: [old] })
    const held = await makeRapat(ctx, organisation, { invitedOpdIds: [old] })
    for (const status of ['berlangsung', 'selesai'] as const)
      await services.setRapatStatus(ctx, admin(), { rapatId: held, status })
    await holds(old, 'Kepala Dinpen', organisation.actor('kepala_opd', 'other').personId)

    const seen = await services.mergeView(ctx, admin(), old)
    expect(seen.people.map(({ jabatan }) => jabatan)).toEqual(['Kepala Dinpen'])
    expect(seen.rapat.map(({ id }) => id)).toEqual([planned])
    const merge = { opdId: old, into: successor, revision: 1 }
    expect(await fault(services.mergeOpd(ctx, admin(), { ...merge, into: old }))).toBe('field.merge-same')
    expect(await left(() => services.mergeOpd(ctx, admin(), merge))).toEqual(['opd.merge'])

    const invited = async (rapatId: string) =>
      (await services.getRapat(ctx, admin(), rapatId)).invitedOpd.map(({ id }) => id)
    expect([await invited(planned), await invited(held)]).toEqual([[successor], [old]])
    expect((await leaf(old)).mergedInto?.id).toBe(successor)
    expect([(await leaf(upt)).depth, (await leaf(successor)).depth]).toEqual([1, 0])
    expect((await services.getPokja(ctx, admin(), pokja)).opd.map(({ id }) => id)).toEqual([successor])
    // Searched by any of its old names, the successor is found.
    const found = (await services.listOpd(ctx, admin())).find(one => one.id === successor)
    expect(found?.aliases).toEqual(expect.arrayContaining(['Dinpen', 'Dinas Dinpen']))
    expect(await fault(makeRapat(ctx, organisation, { invitedOpdIds: [old] }))).toBe('field.unknown')
    const [row] = await test.database.sql`select revision from opd where id = ${old}`
    expect(await fault(services.mergeOpd(ctx, admin(), { ...merge, revision: row?.revision }))).toBe(
      'field.merge-already',
    )
  })

  it('[O3] [O4] lets the people of the successor into what its predecessors were invited to, until taken back', async () => {
    const first = await add('Satu')
    const second = await add('Dua')
    const rapatId = await makeRapat(ctx, organisation, { invitedOpdIds: [first] })
    for (const status of ['berlangsung', 'selesai'] as const)
      await services.setRapatStatus(ctx, admin(), { rapatId, status })
    const [item] = await listAgendaItems(test.database.db, rapatId)
    await test.database.db.transaction(async tx => {
      await replaceTindakLanjut(tx, {
        rapatId,
        now: TEST_NOW,
        rows: [
          {
            lineId: 'a',
            itemId: item?.itemId ?? '',
            position: 0,
            text: 'Perbaiki atap',
            ownerOpdId: first,
            jabatan: null,
            tenggat: null,
            priority: null,
            strategy: null,
          },
        ],
      })
      await syncCards(tx, rapatId, TEST_NOW)
    })
    const staff = organisation.actor('staf_opd')
    const reads = () => fault(services.getRapat(ctx, staff, rapatId))
    expect(await reads()).toBe('not-found')
    await services.mergeOpd(ctx, admin(), { opdId: first, into: second, revision: 1 })
    await services.mergeOpd(ctx, admin(), { opdId: second, into: organisation.ownOpd, revision: 1 })
    expect(await reads()).toBe('done')
    const waiting = (await services.beranda(ctx, staff)).work.map(({ title }) => title)
    expect(waiting).toContain('Perbaiki atap')
    await services.setOpdActive(ctx, admin(), { opdId: second, active: true })
    expect((await leaf(second)).mergedInto).toBeNull()
    expect(await reads()).toBe('not-found')
  })
})

async function holds(opdId: string, name: string, personId: string, isHead = true): Promise<string> {
  const jabatanId = newId()
  await insertJabatan(test.database.db, [{ id: jabatanId, opdId, name, isHead }])
  await insertHoldings(test.database.db, [
    { id: newId(), jabatanId, personId, kind: 'definitif', from: '2026-01-01' },
  ])
  return jabatanId
}

describe('a jabatan', () => {
  it('has a name of its own, is held, and is closed only when nobody holds it', async () => {
    const opdId = await add('Dinkop')
    const input = { opdId, name: 'Kepala Dinkop', isHead: true, position: 0 }
    const ofOpd = async () => (await services.getOpd(ctx, admin(), opdId)).jabatan
    expect(await left(() => services.addJabatan(ctx, admin(), input))).toEqual(['jabatan.add'])
    expect(await fault(services.addJabatan(ctx, admin(), { ...input, name: 'KEPALA dinkop' }))).toBe(
      'field.name-taken',
    )
    expect(await fault(services.addJabatan(ctx, admin(), { ...input, name: 'Wakil' }))).toBe(
      'field.head-taken',
    )
    const staffId = await holds(opdId, 'Staf', organisation.actor('staf_opd', 'other').personId, false)
    const staff = (await ofOpd()).find(one => one.id === staffId)
    expect(staff?.holders.map(({ person }) => person.name)).toEqual(['staf_opd other'])
    const edit = { jabatanId: staffId, name: 'Staf', isHead: false, position: 0, active: false, revision: 1 }
    expect(await fault(services.editJabatan(ctx, admin(), edit))).toBe('field.jabatan-held')
    await test.database
      .sql`update jabatan_holding set until_date = '2026-11-01' where jabatan_id = ${staffId}`
    expect(await left(() => services.editJabatan(ctx, admin(), edit))).toEqual(['jabatan.edit'])
    expect(await fault(services.editJabatan(ctx, admin(), edit))).toBe('conflict')
    expect((await ofOpd()).map(({ name, active }) => [name, active])).toEqual([
      ['Kepala Dinkop', true],
      ['Staf', false],
    ])
  })
})

describe('a pokja', () => {
  it('has OPD and people, and offers its active OPD to a rapat', async () => {
    const sekretariat = organisation.actor('sekretariat')
    const closed = await add('Tutup')
    const chair = organisation.actor('pimpinan').personId
    const input = {
      name: 'Pokja Data',
      shortName: 'Data',
      chairId: chair,
      position: 1,
      opdIds: [organisation.ownOpd, organisation.otherOpd, closed],
      personIds: [organisation.actor('tamu').personId],
    }
    let id = ''
    const adding = async () => {
      id = await services.addPokja(ctx, sekretariat, input)
    }
    expect(await left(adding)).toEqual(['pokja.add'])
    await services.setOpdActive(ctx, admin(), { opdId: closed, active: false })
    const view = await services.getPokja(ctx, sekretariat, id)
    expect([view.chair?.id, view.opd.length, view.people.length]).toEqual([chair, 3, 1])
    const offered = async () => (await services.pokjaChoices(ctx, sekretariat)).find(one => one.id === id)
    expect((await offered())?.opdIds.toSorted()).toEqual(
      [organisation.ownOpd, organisation.otherOpd].toSorted(),
    )
    // Who left since stays; who was never there does not come in.
    const edit = { ...input, pokjaId: id, active: false, revision: 1 }
    expect(await fault(services.editPokja(ctx, sekretariat, { ...edit, opdIds: [newId()] }))).toBe(
      'field.unknown',
    )
    expect(await left(() => services.editPokja(ctx, sekretariat, edit))).toEqual(['pokja.edit'])
    expect(await offered()).toBeUndefined()
    expect(await fault(services.addPokja(ctx, sekretariat, { ...input, shortName: 'data' }))).toBe(
      'field.name-taken',
    )
  })
})

describe('officers of a region', () => {
  it('are the head of the OPD or who is named, and operators by their days', async () => {
    const sekretariat = organisation.actor('sekretariat')
    const { district, village } = await makeRegion(ctx)
    const opdId = (await services.getDistrict(ctx, sekretariat, district)).opd?.id ?? (await add('Kec.'))
    const head = organisation.actor('kepala_opd', 'other').personId
    await holds(opdId, 'Camat Contoh', head)
    const camat = async () => {
      const { camat: one } = await services.getDistrict(ctx, sekretariat, district)
      return one && [one.id, one.named]
    }
    expect(await camat()).toEqual([head, false])
    const named = organisation.actor('staf_opd').personId
    const naming = { code: district, personId: named, from: TODAY, until: null }
    expect(await left(() => services.addOfficer(ctx, sekretariat, naming))).toEqual(['operator.add'])
    expect(await camat()).toEqual([named, true])

    await test.database.sql`update person set phone = '+6281200000001' where id = ${named}`
    const operators = async () =>
      (await services.getDistrict(ctx, sekretariat, district)).villages[0]?.operators ?? []
    for (const personId of [named, head])
      await services.addOfficer(ctx, sekretariat, { ...naming, code: village, personId })
    expect((await operators()).map(({ person, when }) => [person.phone, when])).toEqual([
      [null, 'now'],
      ['+6281200000001', 'now'],
    ])
    expect(await fault(services.addOfficer(ctx, sekretariat, { ...naming, code: village }))).toBe(
      'field.officer-already',
    )
    expect((await services.operatorCounts(ctx, sekretariat)).get(village)).toBe(2)
    const officerId = (await operators())[0]?.id ?? ''
    const end = (until: string) => services.endOfficer(ctx, sekretariat, { officerId, until })
    expect(await fault(end('2026-11-01'))).toBe('field.officer-ends-first')
    expect(await left(() => end(TODAY))).toEqual(['operator.end'])
    expect(await left(() => end(TODAY))).toEqual([])
  })
})
