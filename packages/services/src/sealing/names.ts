import { listHoldings, listOpdRows, listReachable, type Queryable } from '@mufakat/db'
import type { Json } from '@mufakat/doc-model'
import { mainHoldingOf, pangkatLine, type Tanggal } from '@mufakat/domain'
import { heldTitle } from '../people'

/** What a person is called on papers of a day. */
export interface NamedPerson {
  readonly nama: string
  readonly nip: string | null
  /** "Pembina Utama Muda (IV/c)"; missing in records that were sealed before it was known. */
  readonly pangkat?: string | null
  readonly jabatan: string | null
  /** The post, so that it is known who exercises it later. */
  readonly jabatanId: string | null
  readonly opd: string | null
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Every id that stands in a value. */
function idsIn(value: Json, found: Set<string>): Set<string> {
  if (typeof value === 'string') {
    if (UUID.test(value)) found.add(value)
  } else if (value !== null && typeof value === 'object')
    for (const one of Object.values(value)) idsIn(one as Json, found)
  return found
}

/**
 * Names of all people and OPD that are named by id in what is sealed, as of that day: people are renamed, posts change
 * hands, agencies are merged.
 */
export async function namesIn(db: Queryable, value: Json, on: Tanggal): Promise<Json> {
  const ids = [...idsIn(value, new Set())].sort()
  const people = await listReachable(db, ids)
  const holdings = await listHoldings(db, { on, personIds: people.map(person => person.id) })
  const orang = people.map(({ id, name, nip, golongan }): [string, NamedPerson & Record<string, Json>] => {
    const held = mainHoldingOf(holdings, id, on)
    return [
      id,
      {
        nama: name,
        nip,
        pangkat: golongan && pangkatLine(golongan),
        jabatan: held === null ? null : heldTitle(held.jabatan, held.kind),
        jabatanId: held?.jabatanId ?? null,
        opd: held?.opdName ?? null,
      },
    ]
  })
  const opd = (await listOpdRows(db))
    .filter(one => ids.includes(one.id))
    .map(one => [one.id, { nama: one.name, singkatan: one.shortName }] as const)
  return { orang: Object.fromEntries(orang), opd: Object.fromEntries(opd) }
}
