import { listOpdRows, type Queryable, type SealedRecordRow } from '@mufakat/db'
import {
  isCode,
  type KoreksiChange,
  opdPresence,
  PRESENCES,
  type Presence,
  presenceOf,
  RSVPS,
} from '@mufakat/domain'
import { defined } from '@mufakat/kernel'
import { hex } from '../ratification/state'
import type { NamedPerson } from '../sealing/names'
import type { Row } from '../sealing/rows'
import {
  koreksiText,
  momentOf,
  namesOfRecord,
  recordText,
  sealedItems,
  signaturesOf,
} from '../sealing/sealed-text'
import {
  type AttendanceLine,
  isKept,
  type KoreksiFact,
  type NotulaFacts,
  PICTURES,
  type Signer,
} from './facts'

/*
 * What papers of a ratified rapat are made of. Invariants:
 * 1. Only the records speak: no row that somebody could have changed since. Rows of OPD give their order on lists, and
 *    the name of one that nothing sealed names.
 * 2. Who was not marked when the list closed is tanpa keterangan (domain, K2).
 */

type Record0 = ReturnType<typeof recordText>

const NOBODY: NamedPerson = { nama: '', nip: null, jabatan: null, jabatanId: null, opd: null }

const expectedOf = (row: Row | undefined) => ({
  rsvp: isCode(RSVPS, row?.rsvp) ? row.rsvp : null,
  presence: isCode(PRESENCES, row?.presence) ? row.presence : null,
})

/** A line of the list; what was written of the day stands before what its subject is called. */
function lineOf(
  row: Row | undefined,
  subject: { name: string; nip: string | null; jabatan: string | null; agency: string },
  presence: Presence | null,
): AttendanceLine {
  const isWritten = row !== undefined && row.presence != null
  return {
    name: (isWritten ? row.name : subject.name) ?? '',
    nip: (isWritten ? row.nip : subject.nip) ?? null,
    jabatan: (isWritten ? row.jabatan : subject.jabatan) || null,
    agency: subject.agency || (row?.agency ?? ''),
    phone: null,
    presence,
    representedBy: row?.deputy_name ?? null,
    arrivedAt: row?.arrived_at == null ? null : momentOf(row.arrived_at),
  }
}

/** The list as it was sealed: invited OPD in their order, then people for themselves, then who came without an account. */
export function sealedAttendance({ bagian, sebutan }: Record0, order: readonly string[]): AttendanceLine[] {
  const rows = bagian.kehadiran
  const invited = bagian.peserta.opd
    .map(one => one.opd_id ?? '')
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const ofOpd = invited.map(id => {
    const row = rows.find(one => one.kind === 'opd' && one.opd_id === id)
    const others = rows
      .filter(one => one.kind === 'person' && one.opd_id === id)
      .map(one => ({ presence: expectedOf(one).presence }))
    const head = { name: '', nip: null, jabatan: null, agency: sebutan.opd[id]?.nama ?? '' }
    return lineOf(row, head, opdPresence(expectedOf(row), others, true))
  })
  // Who leads an invited OPD stands there with it.
  const heads = new Set(rows.filter(one => one.kind === 'opd').map(one => one.person_id))
  const marked = rows.filter(one => one.kind === 'person').map(one => one.person_id ?? '')
  const { chair_id: chair, notulis_id: notulis } = bagian.rapat
  const expected = [chair, notulis, ...bagian.peserta.tamu.map(one => one.person_id)]
  const people = [
    ...new Set([...expected.flatMap(id => (id == null || heads.has(id) ? [] : [id])), ...marked]),
  ]
  const ofPeople = people.map(id => {
    const row = rows.find(one => one.kind === 'person' && one.person_id === id)
    const { nama, nip, jabatan, opd } = sebutan.orang[id] ?? NOBODY
    return lineOf(row, { name: nama, nip, jabatan, agency: opd ?? '' }, presenceOf(expectedOf(row), true))
  })
  const walkIns = rows
    .filter(one => one.kind === 'walk-in' && one.confirmed_at !== null)
    .map(row => lineOf(row, { name: '', nip: null, jabatan: null, agency: '' }, expectedOf(row).presence))
  return [...ofOpd, ...ofPeople, ...walkIns]
}

function koreksiFacts(
  records: readonly SealedRecordRow[],
  titles: ReadonlyMap<string, string>,
): KoreksiFact[] {
  return records
    .filter(({ number }) => number > 0)
    .map(record => {
      const [row] = koreksiText(record).koreksi
      // Written by proposeKoreksi alone.
      const changes = JSON.parse(row?.changes ?? '[]') as KoreksiChange[]
      return {
        number: record.number,
        at: record.at,
        reason: row?.reason ?? '',
        changes: changes.map(change => ({ ...change, item: titles.get(change.lineId) ?? '' })),
      }
    })
}

/** A ratified notula as its records say, with the Koreksi among them. */
export async function factsFromRecords(
  db: Queryable,
  records: readonly SealedRecordRow[],
): Promise<NotulaFacts> {
  const first = defined(records[0], 'the record of the notula')
  const last = defined(records.at(-1), 'a record')
  const text = recordText(first)
  const { bagian, sebutan } = text
  const content = bagian.naskah.isi
  const titles = new Map(
    sealedItems(content).flatMap(item => item.lines.map(line => [line.lineId, item.title] as const)),
  )
  const rows = await listOpdRows(db)
  const opd = new Map(rows.map(one => [one.id, one.name]))
  for (const record of [...records].reverse())
    for (const [id, { nama }] of Object.entries(namesOfRecord(record).opd)) opd.set(id, nama)
  const order = rows.map(one => one.id)
  const signatures = signaturesOf(bagian.persetujuan, sebutan)
  const signer = (role: 'pimpinan' | 'notulis', id: string | null | undefined): Signer | null => {
    if (id == null) return null
    const { nama, nip, pangkat, jabatan } = sebutan.orang[id] ?? NOBODY
    const signed = signatures.find(one => one.role === role)
    return {
      name: nama,
      jabatan: jabatan ?? '',
      rank: pangkat ?? null,
      nip,
      ratifiedAt: signed?.at ?? null,
    }
  }
  const attendance = sealedAttendance(text, order)
  const { rapat } = bagian
  return {
    title: rapat.title ?? '',
    date: rapat.date ?? null,
    start: rapat.start_time?.slice(0, 5) ?? null,
    place: rapat.place ?? '',
    content,
    opd,
    chair: signer('pimpinan', rapat.chair_id),
    notulis: signer('notulis', rapat.notulis_id),
    invitedOpd: order
      .filter(id => bagian.peserta.opd.some(one => one.opd_id === id))
      .map(id => opd.get(id) ?? ''),
    figures: new Map(
      (bagian.indikator ?? []).flatMap(({ indicator_id: id, figure }) =>
        figure === null ? [] : [[id, figure] as const],
      ),
    ),
    attendance: isKept(attendance) ? attendance : [],
    carried: bagian.lanjutan.daftar,
    pictures: bagian.lampiran
      .filter(file => PICTURES.includes(file.kind ?? ''))
      .sort((a, b) => momentOf(a.added_at).getTime() - momentOf(b.added_at).getTime())
      .map(file => ({ id: file.id ?? '', name: file.name ?? '', storedName: file.stored_name ?? '' })),
    koreksi: koreksiFacts(records, titles),
    seal: { code: last.code, hash: hex(last.hash), at: last.at, ratifiedAt: first.at },
  }
}
