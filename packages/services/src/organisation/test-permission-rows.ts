import { insertRegions, listDistricts } from '@mufakat/db'
import type { Actor } from '@mufakat/domain'
import { newId } from '@mufakat/kernel'
import type { ServiceContext } from '../context'
import { exampleTable, exportTable, importTable, reviewTable } from '../tables/machine'
import * as organisation from './index'

type Call = (ctx: ServiceContext, actor: Actor | null) => Promise<unknown>

const IN = 'not-signed-in'
const ADMIN = [IN, 'yfffff', 'yfffff'] as const
/** Done by admin, if what it is about were there. */
const ADMIN_MISSES = [IN, 'nfffff', 'nfffff'] as const
const MAKERS = [IN, 'yyffff', 'yyffff'] as const
const MAKERS_MISS = [IN, 'nnffff', 'nnffff'] as const

const opd = (name: string) =>
  organisation.opdInput.parse({
    name,
    shortName: name,
    aliases: [],
    kind: 'dinas',
    parentId: '',
    districtCode: '',
    position: 1,
  })
const pokja = (shortName: string) => ({
  name: 'Kelompok kerja',
  shortName,
  chairId: null,
  position: 1,
  opdIds: [],
  personIds: [],
})

/** For the table of `permissions.pg.test.ts`: use-cases of the organisation, and what each role is answered. */
export const organisationRows: Record<string, { call: Call; answers: readonly [string, string, string] }> = {
  opdTree: { call: (c, a) => organisation.opdTree(c, a), answers: ADMIN },
  getOpd: { call: (c, a) => organisation.getOpd(c, a, newId()), answers: ADMIN_MISSES },
  mergeView: { call: (c, a) => organisation.mergeView(c, a, newId()), answers: ADMIN_MISSES },
  addOpd: { call: (c, a) => organisation.addOpd(c, a, opd(`Dinas ${newId().slice(-12)}`)), answers: ADMIN },
  editOpd: {
    call: (c, a) => organisation.editOpd(c, a, { ...opd('Dinas'), opdId: newId(), revision: 1 }),
    answers: ADMIN_MISSES,
  },
  setOpdActive: {
    call: (c, a) => organisation.setOpdActive(c, a, { opdId: newId(), active: false }),
    answers: ADMIN_MISSES,
  },
  mergeOpd: {
    call: (c, a) => organisation.mergeOpd(c, a, { opdId: newId(), into: newId(), revision: 1 }),
    answers: ADMIN_MISSES,
  },
  addJabatan: {
    call: (c, a) =>
      organisation.addJabatan(c, a, { opdId: newId(), name: 'Staf', isHead: false, position: 1 }),
    answers: ADMIN_MISSES,
  },
  editJabatan: {
    call: (c, a) =>
      organisation.editJabatan(c, a, {
        jabatanId: newId(),
        name: 'Staf',
        isHead: false,
        position: 1,
        active: true,
        revision: 1,
      }),
    answers: ADMIN_MISSES,
  },
  listPokja: { call: (c, a) => organisation.listPokja(c, a), answers: MAKERS },
  getPokja: { call: (c, a) => organisation.getPokja(c, a, newId()), answers: MAKERS_MISS },
  pokjaChoices: { call: (c, a) => organisation.pokjaChoices(c, a), answers: MAKERS },
  addPokja: {
    call: (c, a) => organisation.addPokja(c, a, pokja(`Pokja ${newId().slice(-12)}`)),
    answers: MAKERS,
  },
  editPokja: {
    call: (c, a) =>
      organisation.editPokja(c, a, { ...pokja('Pokja'), pokjaId: newId(), active: true, revision: 1 }),
    answers: MAKERS_MISS,
  },
  getDistrict: { call: (c, a) => organisation.getDistrict(c, a, '99.99.99'), answers: MAKERS_MISS },
  operatorCounts: { call: (c, a) => organisation.operatorCounts(c, a), answers: MAKERS },
  addOfficer: {
    call: (c, a) =>
      organisation.addOfficer(c, a, {
        code: '99.99.99',
        personId: newId(),
        from: '2026-01-01',
        until: null,
      }),
    answers: MAKERS_MISS,
  },
  endOfficer: {
    call: (c, a) => organisation.endOfficer(c, a, { officerId: newId(), until: '2026-12-31' }),
    answers: MAKERS_MISS,
  },
}

const FILE = {
  name: 'opd.csv',
  bytes: new TextEncoder().encode('nama,singkatan,jenis\nDinas Baru,Baru,dinas\n'),
}

/** The same for tables that are put in and taken out. */
export const tableRows: typeof organisationRows = {
  reviewTable: { call: (c, a) => reviewTable(c, a, { table: 'opd', file: FILE }), answers: ADMIN },
  importTable: {
    // The mark is of another file: who may, is told so.
    call: (c, a) =>
      importTable(c, a, {
        table: 'opd',
        sheet: { head: ['nama', 'singkatan', 'jenis'], rows: [{ line: 2, cells: ['A', 'A', 'dinas'] }] },
        mark: '',
      }),
    answers: [IN, 'cfffff', 'cfffff'],
  },
  exportTable: {
    call: (c, a) => exportTable(c, a, { table: 'operator', format: 'csv' }),
    answers: MAKERS,
  },
  exampleTable: { call: (_, a) => exampleTable(a, { table: 'pokja', format: 'xlsx' }), answers: MAKERS },
}

/** A kecamatan with one desa, where there is none yet. */
export async function makeRegion({
  database,
}: ServiceContext): Promise<{ district: string; village: string }> {
  const region = { district: '17.06.90', village: '17.06.90.2001' }
  if ((await listDistricts(database.db)).some(one => one.code === region.district)) return region
  await insertRegions(database.db, {
    districts: [{ code: region.district, regencyCode: '17.06', name: 'Contoh' }],
    villages: [{ code: region.village, districtCode: region.district, name: 'Maju', kind: 'desa' }],
  })
  return region
}
