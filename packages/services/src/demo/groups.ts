import { insertOfficers, insertPeople, insertPokja, replacePokjaMembers, type Tx } from '@mufakat/db'
import { defined, newId } from '@mufakat/kernel'
import { demoName } from './accounts'

/** One working group for each of the three strategies. */
const POKJA = [
  {
    shortName: 'Pokja 1',
    name: 'Kelompok Kerja Pengurangan Beban Pengeluaran',
    opd: ['Dinsos', 'Dinkes', 'Disdikbud', 'Disdukcapil'],
  },
  {
    shortName: 'Pokja 2',
    name: 'Kelompok Kerja Peningkatan Pendapatan',
    opd: ['DPMD', 'Distan', 'Diskan', 'Disperindagkop-UKM'],
  },
  {
    shortName: 'Pokja 3',
    name: 'Kelompok Kerja Penurunan Kantong Kemiskinan',
    opd: ['PUPR', 'Perkim', 'DLH', 'Dinkes'],
  },
] as const

/** Places of the example that have an operator; numbers that nobody has. */
const OPERATORS = [
  { code: '17.06.02.1018', name: 'Operator Bandar Ratu', phone: '+6280000000001' },
  { code: '17.06.05.2007', name: 'Operator Medan Jaya', phone: '+6280000000002' },
  { code: '17.06.05.2028', name: 'Operator Pulai Payung', phone: '+6280000000003' },
] as const

/** Pokja, and operators of some desa, beside the organisation that is there already. */
export async function insertGroups(
  tx: Tx,
  facts: { now: Date; from: string; chairId: string; opdIds: ReadonlyMap<string, string> },
): Promise<void> {
  for (const [at, { name, shortName, opd }] of POKJA.entries()) {
    const id = newId()
    await insertPokja(tx, { id, name, shortName, chairId: facts.chairId, position: at + 1 })
    const opdIds = opd.map(one => defined(facts.opdIds.get(one), one))
    await replacePokjaMembers(tx, id, { opdIds, personIds: [] })
  }
  for (const { code, name, phone } of OPERATORS) {
    const personId = newId()
    await insertPeople(tx, [
      { id: personId, name: demoName(name), phone, role: 'tamu', isExample: true, createdAt: facts.now },
    ])
    await insertOfficers(tx, [{ id: newId(), villageCode: code, personId, from: facts.from }])
  }
}
